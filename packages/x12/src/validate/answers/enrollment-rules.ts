import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/** Totals of QTY01 by who INS01 says a member is: a subscriber (Y) or a dependent (N). */
const totals: Readonly<Record<string, string>> = { TO: "YN", ET: "Y", DT: "N" };

/**
 * What ends says when: a member's eligibility (INS03 024) and a coverage (HD01 024). Totals are those of
 * the members that follow.
 */
export const enrollmentRules: OpenRuleSet = ({ report }) => {
  const told: Segment[] = [];
  const members: Record<string, number> = { Y: 0, N: 0 };
  let member: Segment | undefined;
  let coverage: Segment | undefined;
  let isEnded = false;
  let hasLeft = false;
  return {
    opens: {
      "2000": ({ segments: [entry] }) => {
        member = entry;
        hasLeft = false;
        const kind = entry?.text(1) ?? "";
        members[kind] = (members[kind] ?? 0) + 1;
      },
    },
    segments: {
      "QTY@ST": (segment) => {
        told.push(segment);
      },
      "DTP@2000": (segment) => {
        if (segment.element(1) === "357") hasLeft = true;
      },
      "HD@2300": (segment) => {
        coverage = segment;
        isEnded = false;
      },
      "DTP@2300": (segment) => {
        if (segment.element(1) !== "349") return;
        isEnded = true;
        hasLeft = true;
      },
    },
    loops: {
      ST: () => {
        for (const segment of told) {
          const kinds = [...(totals[segment.text(1) ?? ""] ?? "")];
          const count = kinds.reduce((sum, kind) => sum + (members[kind] ?? 0), 0);
          if (kinds.length === 0 || Number(segment.text(2)) === count) continue;
          report("X12_MEMBER_COUNT", { segment, element: 2 });
        }
      },
      "2000": () => {
        if (member?.text(3) === "024" && !hasLeft) {
          report("X12_MEMBER_END", { segment: member, missing: "DTP" });
        }
      },
      "2300": () => {
        if (coverage?.text(1) === "024" && !isEnded) {
          report("X12_COVERAGE_END", { segment: coverage, missing: "DTP" });
        }
      },
    },
  };
};
