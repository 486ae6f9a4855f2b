import type { Segment } from "../../segment.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";
import type { Frame } from "../walk.ts";

const ambulancePlaces = new Set(["41", "42"]);
/** Anesthesia that is billed by unit: daily management of pain and of epidural catheters. */
const anesthesiaByUnit = new Set(["01953", "01967", "01968", "01969", "01996"]);
const mammography = new Set(["77063", "77065", "77066", "77067", "G0279"]);

const carePlan = new Set(["G0181", "G0182"]);
const unlistedSupplies = new Set(["A4649", "A9999", "E1399", "J3490", "J3590", "J9999", "L8499"]);

/** CPT's unlisted services end in 99; HCPCS has single codes for what is not otherwise classified. */
function isUnlisted(code: string): boolean {
  return /^\d{3}99$/.test(code) || unlistedSupplies.has(code);
}

/** What one professional claim and its lines say about services that need more than themselves. */
class ClaimServices {
  private readonly report: ReportRule;
  private claim: Segment | undefined;
  private service: Segment | undefined;
  filing: string | undefined;
  private frequency: string | undefined;
  private hasTransport = false;
  private hasPickUp = false;
  private hasDropOff = false;
  private ambulanceLine: Segment | undefined;
  private hasLaboratoryNumber = false;
  private hasOrderer = false;
  private hasCertification = false;
  private hasDrug = false;
  private lineLaboratoryNumber = false;
  private lineOrderer = false;
  private lineCertification = false;
  private lineReferredLaboratory = false;
  private hasCarePlan = false;

  constructor(report: ReportRule) {
    this.report = report;
  }

  startClaim(frame: Frame): void {
    [this.claim] = frame.segments;
    this.frequency = this.claim?.component(5, 3);
    this.hasTransport = false;
    this.hasPickUp = false;
    this.hasDropOff = false;
    this.ambulanceLine = undefined;
    this.hasLaboratoryNumber = false;
    this.hasOrderer = false;
    this.hasCertification = false;
    this.hasCarePlan = false;
    if (this.filing === "MB" && (this.frequency === "7" || this.frequency === "8")) {
      this.report("X12_MEDICARE_FREQUENCY", { segment: this.claim, element: 5, component: 3 });
    }
  }

  startLine(): void {
    this.service = undefined;
    this.hasDrug = false;
    this.lineLaboratoryNumber = false;
    this.lineOrderer = false;
    this.lineCertification = false;
    this.lineReferredLaboratory = false;
  }

  readService(segment: Segment): void {
    this.service = segment;
    const place = segment.text(5) ?? this.claim?.component(5, 1) ?? "";
    if (ambulancePlaces.has(place)) this.ambulanceLine ??= segment;
    const [list, code = ""] = segment.components(1);
    if (list !== "HC") return;
    const isTimed = /^0[01]\d{3}$/.test(code) && code >= "00100" && code <= "01999";
    const isMinutes = segment.text(3) === "MJ";
    if (isMinutes !== isTimed && !(isTimed && anesthesiaByUnit.has(code))) {
      this.report("X12_ANESTHESIA_MINUTES", { segment, element: 3 });
    }
  }

  readTransport(): void {
    this.hasTransport = true;
  }

  readParty(segment: Segment): void {
    switch (segment.element(1)) {
      case "PW":
        this.hasPickUp = true;
        return;
      case "45":
        this.hasDropOff = true;
        return;
      case "DN":
      case "DK":
        if (this.service === undefined) this.hasOrderer = true;
        else this.lineOrderer = true;
    }
  }

  readReference(segment: Segment): void {
    const isLine = this.service !== undefined;
    if (segment.element(1) === "X4") {
      if (isLine) this.lineLaboratoryNumber = true;
      else this.hasLaboratoryNumber = true;
    }
    if (segment.element(1) === "F4") this.lineReferredLaboratory = true;
    if (segment.element(1) === "1J") this.hasCarePlan = true;
    if (segment.element(1) === "EW") {
      if (isLine) this.lineCertification = true;
      else this.hasCertification = true;
    }
  }

  readDrug(): void {
    this.hasDrug = true;
  }

  endLine(): void {
    const { service: segment } = this;
    const [list, code = "", ...modifiers] = segment?.components(1) ?? [];
    if (segment === undefined || list !== "HC") return;
    if (this.filing === "MC" && /^J\d{4}$/.test(code) && !this.hasDrug) {
      this.report("X12_MEDICAID_DRUG", { segment, element: 1, component: 2 });
    }
    if (isUnlisted(code) && segment.component(1, 7) === undefined) {
      this.report("X12_UNLISTED_DESCRIPTION", { segment, element: 1, component: 7 });
    }
    if (this.filing === "MB") this.checkMedicare(segment, { code, modifiers });
  }

  private checkMedicare(
    segment: Segment,
    { code, modifiers }: { readonly code: string; readonly modifiers: readonly string[] },
  ): void {
    if (carePlan.has(code) && !this.hasCarePlan) {
      this.report("X12_MEDICARE_CARE_PLAN", { segment, missing: "REF" });
    }
    if (mammography.has(code) && !this.hasCertification && !this.lineCertification) {
      this.report("X12_MEDICARE_MAMMOGRAPHY", { segment, element: 1, component: 2 });
    }
    if (!isLaboratoryTest(code) || modifiers.includes("26")) return;
    if (!this.hasLaboratoryNumber && !this.lineLaboratoryNumber) {
      this.report("X12_MEDICARE_LABORATORY", { segment, element: 1, component: 2 });
    }
    if (modifiers.includes("90") && !this.lineReferredLaboratory) {
      this.report("X12_MEDICARE_REFERRED_LABORATORY", { segment, missing: "REF" });
    }
    if (!this.hasOrderer && !this.lineOrderer) {
      this.report("X12_MEDICARE_ORDERING", { segment, element: 1, component: 2 });
    }
  }

  endClaim(): void {
    this.service = undefined;
    const segment = this.ambulanceLine;
    if (segment === undefined) return;
    if (!this.hasTransport) this.report("X12_AMBULANCE_TRANSPORT", { segment, missing: "CR1" });
    if (!this.hasPickUp || !this.hasDropOff) {
      this.report("X12_AMBULANCE_PLACE", { segment, missing: "NM1" });
    }
  }
}

/** CPT's laboratory section, without surgical pathology that is read elsewhere. */
function isLaboratoryTest(code: string): boolean {
  return /^8\d{4}$/.test(code) && code < "88300";
}

/** Rules of the professional guide that look at several segments. */
export const professionalRules: OpenRuleSet = ({ report }) => {
  const services = new ClaimServices(report);
  return {
    opens: {
      "2300": (frame) => services.startClaim(frame),
      "2400": () => services.startLine(),
    },
    segments: {
      "SBR@2000B": (segment) => {
        services.filing = segment.text(9);
      },
      "SV1@2400": (segment) => services.readService(segment),
      "CR1@*": () => services.readTransport(),
      "NM1@2310A": (segment) => services.readParty(segment),
      "NM1@2310E": (segment) => services.readParty(segment),
      "NM1@2310F": (segment) => services.readParty(segment),
      "NM1@2420E": (segment) => services.readParty(segment),
      "NM1@2420F": (segment) => services.readParty(segment),
      "NM1@2420G": (segment) => services.readParty(segment),
      "NM1@2420H": (segment) => services.readParty(segment),
      "REF@2300": (segment) => services.readReference(segment),
      "REF@2400": (segment) => services.readReference(segment),
      "LIN@2410": () => services.readDrug(),
    },
    loops: {
      "2400": () => services.endLine(),
      "2300": () => services.endClaim(),
    },
  };
};
