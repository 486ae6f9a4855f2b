import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/** A coverage that ends (HD01 024) says when (005010X220A1 2300 DTP*349). */
export const enrollmentRules: OpenRuleSet = ({ report }) => {
  let coverage: Segment | undefined;
  let isEnded = false;
  return {
    segments: {
      "HD@2300": (segment) => {
        coverage = segment;
        isEnded = false;
      },
      "DTP@2300": (segment) => {
        if (segment.element(1) === "349") isEnded = true;
      },
    },
    loops: {
      "2300": () => {
        if (coverage?.text(1) === "024" && !isEnded) {
          report("X12_COVERAGE_END", { segment: coverage, missing: "DTP" });
        }
      },
    },
  };
};
