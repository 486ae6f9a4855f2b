import type { Segment } from "../../segment.ts";
import type { OpenRuleSet } from "../rule-set.ts";

const outpatientBills = new Set(["13", "14", "71", "72", "73", "74", "75", "76", "77", "83", "85"]);
/** Bills, priorities of a visit and revenue that together need its reason (NUBC form locator 70). */
const visitBills = new Set(["13", "85"]);
const unscheduled = new Set(["1", "2", "5"]);
const urgentRevenue = /^0(45\d|516|762)$/;
const transport = /^054\d$/;
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
  let lines = 0;
  let transports = 0;
  let hasAttending = false;
  return {
    opens: {
      "2300": (frame) => {
        [claim] = frame.segments;
        lines = 0;
        transports = 0;
        hasAttending = false;
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
      "NM1@2310A": () => {
        hasAttending = true;
      },
      "SV2@2400": (segment) => {
        service = segment;
        lines += 1;
        if (transport.test(segment.text(1) ?? "")) transports += 1;
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
        if (!hasAttending && (lines === 0 || transports < lines)) {
          report("X12_ATTENDING_PROVIDER", { segment: claim, missing: "NM1" });
        }
        if (!visitBills.has(place) || !isUnscheduled || !hasUrgentRevenue || hasReason) return;
        report("X12_VISIT_REASON", { segment: claim, missing: "HI" });
      },
      "2400": () => {
        if (service === undefined || !isOutpatient) return;
        if (wantsProcedure(service)) {
          report("X12_PROCEDURE_MISSING", { segment: service, element: 2 });
        }
        if (!isDated) report("X12_SERVICE_DATE_MISSING", { segment: service, missing: "DTP" });
      },
    },
  };
};

/** An outpatient line without a procedure whose revenue code needs one. */
function wantsProcedure(service: Segment): boolean {
  return service.element(2) === undefined && !withoutProcedure.test(service.text(1) ?? "");
}

/** Restorations of a single tooth, and orthodontic treatment that goes on for months. */
const restoration = /^D2[1-7]\d\d$/;
const comprehensiveTreatment = /^D80[78]0$|^D8090$/;

/** Rules of the dental guide: dates, teeth and orthodontic treatment. */
export const dentalRules: OpenRuleSet = ({ report }) => {
  let service: Segment | undefined;
  let claimDated = false;
  let lineDated = false;
  let isPredetermination = false;
  let hasTooth = false;
  let hasTreatment = false;
  let orthodontics: Segment | undefined;
  return {
    opens: {
      "2300": (frame) => {
        claimDated = false;
        isPredetermination = frame.segments[0]?.text(19) === "PB";
        hasTreatment = false;
        orthodontics = undefined;
      },
      "2400": () => {
        lineDated = false;
        hasTooth = false;
      },
    },
    segments: {
      "DN1@2300": () => {
        hasTreatment = true;
      },
      "TOO@2400": () => {
        hasTooth = true;
      },
      "SV3@2400": (segment) => {
        service = segment;
      },
      "DTP@2300": (segment) => {
        if (segment.element(1) === "472") claimDated = true;
      },
      "DTP@2400": (segment) => {
        if (segment.element(1) === "472") lineDated = true;
      },
    },
    loops: {
      "2300": () => {
        if (orthodontics === undefined || hasTreatment) return;
        report("X12_ORTHODONTIC", { segment: orthodontics, missing: "DN1", loop: "2300" });
      },
      "2400": ({ segments: [segment] }) => {
        const code = service?.component(1, 2) ?? "";
        if (comprehensiveTreatment.test(code)) orthodontics ??= service;
        if (restoration.test(code) && !hasTooth) {
          report("X12_TOOTH", { segment: service, missing: "TOO" });
        }
        if (claimDated || lineDated || isPredetermination) return;
        report("X12_SERVICE_DATE_MISSING", { segment, missing: "DTP" });
      },
    },
  };
};
