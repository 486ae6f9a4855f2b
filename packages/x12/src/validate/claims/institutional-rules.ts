import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

const outpatientBills = new Set(["13", "14", "71", "72", "73", "74", "75", "76", "77", "83", "85"]);
/** Bills, priorities of a visit and revenue that together need its reason (NUBC form locator 70). */
const visitBills = new Set(["13", "85"]);
const unscheduled = new Set(["1", "2", "5"]);
const urgentRevenue = /^0(45\d|516|762)$/;
/** Outpatient revenue that is billed without a procedure: drugs, supplies, blood handling. */
const withoutProcedure = /^0(25|27|37|38|39|62|63|68|71)\d$/;

/** Rules of the institutional guide that look at several segments. */
export const institutionalRules: OpenRuleSet = ({ report }) => {
  let isOutpatient = false;
  let claim: Segment | undefined;
  let isUnscheduled = false;
  let hasUrgentRevenue = false;
  let hasReason = false;
  let service: Segment | undefined;
  let isDated = false;
  return {
    opens: {
      "2300": (frame) => {
        [claim] = frame.segments;
        isOutpatient = outpatientBills.has(claim?.component(5, 1) ?? "");
        isUnscheduled = false;
        hasUrgentRevenue = false;
        hasReason = false;
      },
      "2400": () => {
        service = undefined;
        isDated = false;
      },
    },
    segments: {
      "CL1@2300": (segment) => {
        isUnscheduled = unscheduled.has(segment.text(1) ?? "");
      },
      "HI@2300": (segment) => {
        const list = segment.component(1, 1);
        if (list === "APR" || list === "PR") hasReason = true;
      },
      "SV2@2400": (segment) => {
        service = segment;
        if (urgentRevenue.test(segment.text(1) ?? "")) hasUrgentRevenue = true;
        if (segment.text(1) === "0001") report("X12_TOTAL_LINE", { segment, element: 1 });
      },
      "DTP@2400": () => {
        isDated = true;
      },
    },
    loops: {
      "2300": () => {
        const place = claim?.component(5, 1) ?? "";
        if (!visitBills.has(place) || !isUnscheduled || !hasUrgentRevenue || hasReason) return;
        report("X12_VISIT_REASON", { segment: claim, missing: "HI" });
      },
      "2400": () => {
        if (service === undefined || !isOutpatient) return;
        const revenue = service.text(1) ?? "";
        if (service.element(2) === undefined && !withoutProcedure.test(revenue)) {
          report("X12_PROCEDURE_MISSING", { segment: service, element: 2 });
        }
        if (!isDated) {
          report("X12_SERVICE_DATE_MISSING", { segment: service, missing: "DTP" });
        }
      },
    },
  };
};

/** Rules of the dental guide: every service is dated, on its line or on the claim. */
export const dentalRules: OpenRuleSet = ({ report }) => {
  let claimDated = false;
  let lineDated = false;
  let isPredetermination = false;
  return {
    opens: {
      "2300": (frame) => {
        claimDated = false;
        isPredetermination = frame.segments[0]?.text(19) === "PB";
      },
      "2400": () => {
        lineDated = false;
      },
    },
    segments: {
      "DTP@2300": (segment) => {
        if (segment.element(1) === "472") claimDated = true;
      },
      "DTP@2400": (segment) => {
        if (segment.element(1) === "472") lineDated = true;
      },
    },
    loops: {
      "2400": ({ segments: [segment] }) => {
        if (claimDated || lineDated || isPredetermination) return;
        report("X12_SERVICE_DATE_MISSING", { segment, missing: "DTP" });
      },
    },
  };
};
