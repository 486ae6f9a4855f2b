import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/** Lines that tell the payment group of a bill and no service. */
const rateLine = /^002[234]$/;

/** Whether a number is zero or less; what is no number is told as such. */
function isNothing(text: string | undefined): boolean {
  return text !== undefined && Number(text) <= 0;
}

/** Units of a service, and of its drug, in 837P, 837I and 837D: no guide gives a meaning to none. */
export const serviceUnitRules: OpenRuleSet = ({ report }) => {
  let filing: string | undefined;
  const judge = (segment: Segment, element: number) => {
    if (isNothing(segment.text(element))) report("X12_SERVICE_UNITS", { segment, element });
  };
  return {
    segments: {
      "SBR@2000B": (segment) => {
        filing = segment.text(9);
      },
      "SV1@2400": (segment) => {
        if (filing !== "MB") judge(segment, 4);
        else if (isNothing(segment.text(4))) {
          report("X12_MEDICARE_SERVICE_UNITS", { segment, element: 4 });
        }
      },
      "SV2@2400": (segment) => {
        if (!rateLine.test(segment.text(1) ?? "")) judge(segment, 5);
      },
      "SV3@2400": (segment) => judge(segment, 6),
      "CTP@2410": (segment) => judge(segment, 4),
    },
    loops: {},
  };
};
