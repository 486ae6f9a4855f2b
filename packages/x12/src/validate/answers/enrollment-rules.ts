import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/** What ends says when: a member's eligibility (INS03 024) and a coverage (HD01 024). */
export const enrollmentRules: OpenRuleSet = ({ report }) => {
  let member: Segment | undefined;
  let coverage: Segment | undefined;
  let isEnded = false;
  let hasLeft = false;
  return {
    opens: {
      "2000": ({ segments: [entry] }) => {
        member = entry;
        hasLeft = false;
      },
    },
    segments: {
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
