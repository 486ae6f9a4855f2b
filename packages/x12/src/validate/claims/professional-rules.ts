import type { Segment } from "../../segment.ts";
import type { OpenRuleSet, ReportRule } from "../rule-set.ts";
import type { Frame } from "../walk.ts";

const ambulancePlaces = new Set(["41", "42"]);
/** Anesthesia that is billed by unit: daily management of pain and of epidural catheters. */
const anesthesiaByUnit = new Set(["01953", "01967", "01968", "01969", "01996"]);
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
  private hasTransport = false;
  private hasPickUp = false;
  private hasDropOff = false;
  private facility: Segment | undefined;
  private ambulanceLine: Segment | undefined;
  private hasReferrer = false;
  filing: string | undefined;

  constructor(report: ReportRule) {
    this.report = report;
  }

  startClaim(frame: Frame): void {
    [this.claim] = frame.segments;
    const frequency = this.claim?.component(5, 3);
    this.hasTransport = false;
    this.hasPickUp = false;
    this.hasDropOff = false;
    this.facility = undefined;
    this.ambulanceLine = undefined;
    this.hasReferrer = false;
    if (this.filing === "MB" && (frequency === "7" || frequency === "8")) {
      this.report("X12_MEDICARE_FREQUENCY", { segment: this.claim, element: 5, component: 3 });
    }
  }

  startLine(): void {
    this.service = undefined;
    this.hasReferrer = false;
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
    if (isUnlisted(code) && segment.component(1, 7) === undefined) {
      this.report("X12_UNLISTED_DESCRIPTION", { segment, element: 1, component: 7 });
    }
  }

  /** SV5 tells more of what SV1 bills, under the same code. */
  readEquipment(segment: Segment): void {
    if (segment.component(1, 2) !== this.service?.component(1, 2)) {
      this.report("X12_EQUIPMENT_CODE", { segment, element: 1, component: 2 });
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
      case "77":
        this.facility ??= segment;
        return;
      case "DN":
        this.hasReferrer = true;
        return;
      case "P3":
        if (!this.hasReferrer) this.report("X12_REFERRAL_ORDER", { segment, element: 1 });
    }
  }

  endClaim(): void {
    const segment = this.ambulanceLine;
    if (segment === undefined) return;
    if (!this.hasTransport) this.report("X12_AMBULANCE_TRANSPORT", { segment, missing: "CR1" });
    if (!this.hasPickUp || !this.hasDropOff) {
      this.report("X12_AMBULANCE_PLACE", { segment, missing: "NM1" });
    }
    if (this.facility !== undefined) {
      this.report("X12_AMBULANCE_FACILITY", { segment: this.facility, loop: "2310C" });
    }
  }
}

/** Rules of the professional guide that look at several segments. */
export const professionalRules: OpenRuleSet = ({ report }) => {
  const services = new ClaimServices(report);
  const readParty = (segment: Segment) => services.readParty(segment);
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
      "SV5@2400": (segment) => services.readEquipment(segment),
      "CR1@*": () => services.readTransport(),
      "NM1@2310A": readParty,
      "NM1@2310C": readParty,
      "NM1@2310E": readParty,
      "NM1@2310F": readParty,
      "NM1@2420F": readParty,
      "NM1@2420G": readParty,
      "NM1@2420H": readParty,
    },
    loops: { "2300": () => services.endClaim() },
  };
};
