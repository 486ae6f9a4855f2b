import type { Segment } from "../segment.ts";
import type { OpenRuleSet } from "./rule-set.ts";

const accepted = new Set(["A", "E"]);

/** What the answers of a 999 must agree in: codes with listed errors, counts with each other. */
export const implementationAcknowledgmentRules: OpenRuleSet = ({ report }) => {
  let answers = 0;
  let rejected = 0;
  let errors = 0;
  const count = (segment: Segment, element: number) => Number(segment.text(element) ?? "0");
  const readAnswer = (segment: Segment) => {
    const code = segment.text(1) ?? "";
    if (!accepted.has(code)) rejected += 1;
    const explains = errors > 0 || segment.element(2) !== undefined;
    if ((code === "A" && errors > 0) || (code === "R" && !explains)) {
      report("X12_ACKNOWLEDGMENT_CODE", { segment, element: 1 });
    }
  };
  const readGroup = (segment: Segment) => {
    // What is missing is told as such.
    if ([2, 3, 4].some((element) => segment.text(element) === undefined)) return;
    const [included = 0, received = 0, passed = 0] = [2, 3, 4].map((element) =>
      count(segment, element),
    );
    if (passed > received || received > included || answers > received) {
      report("X12_ACKNOWLEDGMENT_COUNTS", { segment, element: 4 });
    }
    if (segment.text(1) === "A" && rejected > 0) {
      report("X12_ACKNOWLEDGMENT_CODE", { segment, element: 1 });
    }
  };
  return {
    opens: {
      "2000": () => {
        answers += 1;
        errors = 0;
      },
    },
    segments: {
      "IK3@2100": () => {
        errors += 1;
      },
      "IK5@2000": readAnswer,
      "AK9@ST": readGroup,
    },
    loops: {},
  };
};

/** Claims that a 277CA answers, held against what it counts; payers may leave claims out, never count too few. */
export const claimAcknowledgmentRules: OpenRuleSet = ({ report }) => {
  let counted: Readonly<Record<string, Segment | undefined>> = {};
  let listed: Record<string, number> = {};
  let isAnswered = false;
  return {
    opens: {
      "2000B": () => {
        counted = {};
        listed = {};
      },
      "2200D": () => {
        isAnswered = false;
      },
    },
    segments: {
      "QTY@2200B": (segment) => {
        counted = { ...counted, [segment.text(1) ?? ""]: segment };
      },
      "STC@2200D": (segment) => {
        if (isAnswered) return;
        isAnswered = true;
        const kind = segment.text(3) === "U" ? "AA" : "90";
        listed[kind] = (listed[kind] ?? 0) + 1;
      },
    },
    loops: {
      "2000B": () => {
        for (const [kind, claims] of Object.entries(listed)) {
          const segment = counted[kind];
          if (segment === undefined || Number(segment.text(2)) >= claims) continue;
          report("X12_STATUS_COUNT", { segment, element: 2, loop: "2200B" });
        }
      },
    },
  };
};
