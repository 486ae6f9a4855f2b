import { elementForm } from "../guides/standard/data-elements.ts";
import { standardSegment } from "../guides/standard/segments.ts";
import { type IssueCode, issueCodes } from "../issue-codes.ts";
import type { Segment } from "../segment.ts";
import type { EnvelopeCheck } from "../transaction-reader.ts";
import { checkForm } from "./check-form.ts";

import type { ValidationProfile } from "./set-validator.ts";

/** Codes that the envelope's elements may have (X12.5, X12.6). */
const codes: Readonly<Record<string, readonly string[]>> = {
  ISA01: ["00", "01", "02", "03", "04", "05", "06", "07", "08"],
  ISA03: ["00", "01"],
  ISA14: ["0", "1"],
  ISA15: ["P", "T"],
  GS07: ["X", "T"],
  TA104: ["A", "E", "R"],
};

const functionalGroups: Readonly<Record<string, string>> = {
  "270": "HS",
  "271": "HB",
  "275": "PI",
  "276": "HR",
  "277": "HN",
  "278": "HI",
  "820": "RA",
  "834": "BE",
  "835": "HP",
  "837": "HC",
  "997": "FA",
  "999": "FA",
};

/** The 275 of 006020X314 comes in an interchange of its own version. */
const interchangeVersions = new Set(["00501", "00602"]);

/** Elements whose form another check has judged already. */
const judgedElsewhere = new Set(["ISA11", "ISA16", "ST03", "GE01", "GE02", "IEA01", "SE01"]);

/** A check of the envelope's own elements; remembers GS01 for the sets that follow. */
export function envelopeCheck(profile: ValidationProfile): EnvelopeCheck {
  let functionalId: string | undefined;
  let groupVersion = "";
  const repeats = new RepeatedNumbers();
  return (segment, reportPlain) => {
    const report: typeof reportPlain = (code, place) => {
      const { severity, received } = issueCodes[code];
      reportPlain(code, { ...place, severity: profile === "strict" ? severity : received });
    };
    if (segment.id === "GS") {
      functionalId = segment.text(1);
      groupVersion = segment.text(8) ?? "";
    }
    if (segment.id === "GE" || segment.id === "IEA") functionalId = undefined;
    for (const [code, element] of faults(segment)) report(code, { segment, element });
    const repeated = repeats.read(segment);
    if (repeated !== undefined) report(repeated.code, { segment, element: repeated.element });
    if (segment.id === "TA1" && (segment.text(4) === "A") !== (segment.text(5) === "000")) {
      report("X12_INTERCHANGE_NOTE", { segment, element: 5 });
    }
    if (segment.id === "ISA" && !interchangeVersions.has(segment.element(12) ?? "")) {
      report("X12_INTERCHANGE_VERSION", { segment, element: 12 });
    }
    if (segment.id !== "ST" || functionalId === undefined) return;
    const setId = segment.text(1) ?? "";
    const expected = functionalGroups[setId];
    if (expected !== undefined && setId !== "997" && !namesGuide(segment.text(3) ?? groupVersion)) {
      report("X12_GUIDE_MISSING", { segment, element: 3 });
    }
    if (expected !== undefined && expected !== functionalId) {
      report("X12_GROUP_KIND", { segment, element: 1 });
    }
  };
}

/** Control numbers remembered per file to find one used twice. */
const rememberedNumbers = 100_000;

/** Finds interchanges of one sender, and groups of one interchange, with the same control number. */
class RepeatedNumbers {
  private readonly interchanges = new Set<string>();
  private readonly groups = new Set<string>();

  read(segment: Segment): { readonly code: IssueCode; readonly element: number } | undefined {
    if (segment.id === "ISA") {
      this.groups.clear();
      const sender = `${segment.element(5)} ${segment.element(6)} ${segment.element(13)}`;
      if (this.isNew(this.interchanges, sender)) return undefined;
      return { code: "X12_INTERCHANGE_CONTROL_NUMBER_REUSED", element: 13 };
    }
    const group = segment.id === "GS" ? segment.text(6) : undefined;
    if (group === undefined || this.isNew(this.groups, group)) return undefined;
    return { code: "X12_GROUP_CONTROL_NUMBER_REUSED", element: 6 };
  }

  private isNew(known: Set<string>, number: string): boolean {
    if (known.has(number)) return false;
    if (known.size < rememberedNumbers) known.add(number);
    return true;
  }
}

/** Guides are named by an X and three digits after the version. */
function namesGuide(version: string): boolean {
  return /X\d{3}/.test(version);
}

function* faults(segment: Segment): Generator<[IssueCode, number]> {
  const { elements } = standardSegment(segment.id);
  for (const [index, element] of elements.entries()) {
    const position = index + 1;
    const name = `${segment.id}${String(position).padStart(2, "0")}`;
    if (judgedElsewhere.has(name) || "components" in element) continue;
    const value = segment.element(position);
    if (value === undefined) {
      if (segment.id !== "ST" || position < 2) yield ["X12_ENVELOPE_ELEMENT", position];
      continue;
    }
    const allowed = codes[name];
    if (allowed !== undefined && !allowed.includes(value)) yield ["X12_ENVELOPE_CODE", position];
    const form = elementForm(element.number);
    // Widths of an ISA are judged as a whole: X12_ISA_WIDTH.
    if (segment.id === "ISA" && form.type === "AN") continue;
    if (checkForm(value, form, form.most) !== undefined) {
      yield ["X12_ENVELOPE_ELEMENT", position];
    }
  }
}
