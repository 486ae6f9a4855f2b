import { type CodeList, type CodeListName, hasCode } from "../code-lists/code-list.ts";
import {
  americanStates,
  canadianProvinces,
  defaultCodeLists,
} from "../code-lists/default-lists.ts";
import type { IssueCode } from "../issue-codes.ts";
import { isNationalProviderId } from "../values.ts";
import { AcceptedCodes } from "./accepted-codes.ts";
import { listNumberOf, numbersOf } from "./value-test.ts";

/** Lists of an application; they replace those that come with the library. */
export type CodeLists = Partial<Record<CodeListName, CodeList>>;

type FormCheck = (value: string, qualifier: string | undefined) => IssueCode | undefined;

/** Judges codes by their form and, where there is a list, by the list. */
export class CodeChecks {
  /** Codes that were found good on the day. */
  readonly accepted: AcceptedCodes = new AcceptedCodes();
  private day: string | undefined;
  /** By the number of a list, the qualifiers of the codes that it judges; undefined for all. */
  private readonly qualifiers: (Int32Array | undefined)[] = [];
  private readonly checks = new Map<
    string,
    (value: string, qualifier?: string) => IssueCode | undefined
  >();

  constructor(lists: CodeLists = {}) {
    const all: CodeLists = { ...defaultCodeLists, ...lists };
    const names = new Set([...Object.keys(forms), ...Object.keys(all)]) as Set<CodeListName>;
    for (const name of names) {
      const form = forms[name];
      const list = all[name];
      const unknown = unknownCodes[name] ?? "X12_CODE_UNKNOWN";
      const judged = judgedQualifiers[name];
      if (list === undefined && judged !== undefined) {
        this.qualifiers[listNumberOf(name)] = numbersOf(judged);
      }
      this.checks.set(name, (value, qualifier) => {
        const fault = form?.(value, qualifier);
        if (fault !== undefined || list === undefined) return fault;
        return hasCode(list, value, this.on) ? undefined : unknown;
      });
    }
    const areas = all["postal-area"];
    if (areas !== undefined) this.checkAreas(areas);
  }

  /** Holds a postal code that is well formed against the state before it. */
  private checkAreas(areas: CodeList): void {
    const form = this.checks.get("postal-code");
    this.checks.set("postal-code", (value, state) => {
      const fault = form?.(value, state);
      if (fault !== undefined || state === undefined || !americanStates.has(state)) return fault;
      const isThere = hasCode(areas, state + value.slice(0, 3), this.on);
      return isThere ? undefined : "X12_POSTAL_CODE_STATE";
    });
  }

  /** The day on which codes must be valid; undefined when none is known. */
  get on(): string | undefined {
    return this.day;
  }

  set on(day: string | undefined) {
    if (day === this.day) return;
    this.day = day;
    this.accepted.clear();
  }

  /** Whether the codes of a list that stand after a qualifier are judged at all. */
  judges(listNumber: number, qualifier: number): boolean {
    return this.qualifiers[listNumber]?.includes(qualifier) ?? true;
  }

  /** What is wrong with a code; `qualifier` is the element or component before it. */
  check(name: string, value: string, qualifier: string | undefined): IssueCode | undefined {
    return this.checks.get(name)?.(value, qualifier);
  }
}

const unknownCodes: Partial<Record<CodeListName, IssueCode>> = {
  "adjustment-reason": "X12_ADJUSTMENT_REASON",
  "bill-facility": "X12_TYPE_OF_BILL",
  "place-of-service": "X12_PLACE_OF_SERVICE",
  frequency: "X12_CLAIM_FREQUENCY",
  state: "X12_STATE",
  country: "X12_COUNTRY",
};

/** Lists whose codes are judged after these qualifiers alone, as long as nobody gives a list of them. */
const judgedQualifiers: Partial<Record<CodeListName, readonly string[]>> = {
  npi: ["XX"],
  drug: ["N4"],
  "tax-id": ["EI", "SY"],
  telephone: ["TE", "FX", "HP", "WP", "CP", "AP"],
};

const formOf =
  (form: RegExp, code: IssueCode): FormCheck =>
  (value) =>
    form.test(value) ? undefined : code;

const forms: Partial<Record<CodeListName, FormCheck>> = {
  npi: (value, qualifier) =>
    qualifier !== "XX" || isNationalProviderId(value) ? undefined : "X12_PROVIDER_ID",
  taxonomy: formOf(/^[0-9A-Z]{9}X$/, "X12_TAXONOMY"),
  "postal-code": postalFault,
  procedure: procedureFault,
  modifier: formOf(/^[0-9A-Z]{2}$/, "X12_MODIFIER"),
  diagnosis: diagnosisFault,
  "diagnosis-group": formOf(/^\d{3,4}$/, "X12_DIAGNOSIS_GROUP"),
  condition: formOf(/^[0-9A-Z]{2}$/, "X12_CLAIM_CODE"),
  drug: (value, qualifier) =>
    qualifier !== "N4" || /^\d{11}$/.test(value) ? undefined : "X12_DRUG_CODE",
  revenue: formOf(/^\d{4}$/, "X12_REVENUE_CODE"),
  remark: formOf(/^(M|MA|N)\d{1,4}$/, "X12_REMARK_CODE"),
  status: formOf(/^\d{1,3}$/, "X12_STATUS_CODE"),
  currency: formOf(/^[A-Z]{3}$/, "X12_CURRENCY"),
  "tax-id": (value, qualifier) =>
    (qualifier !== "EI" && qualifier !== "SY") || /^\d{9}$/.test(value) ? undefined : "X12_TAX_ID",
  telephone: telephoneFault,
};

const telephones = new Set(judgedQualifiers.telephone);

/**
 * Guides want area code and number of the North American plan in ten digits. Other countries' numbers have
 * up to fifteen (ITU-T E.164), and none that can be called from here has fewer than seven.
 */
function telephoneFault(value: string, qualifier: string | undefined): IssueCode | undefined {
  if (!telephones.has(qualifier ?? "") || /^\+?\d{10,15}$/.test(value)) return undefined;
  const digits = value.replace(/\D/g, "").length;
  return digits < 7 ? "X12_TELEPHONE" : "X12_TELEPHONE_FORM";
}

/** A postal code after one of our states must have five or nine digits (USPS), one after a province three and three. */
function postalFault(value: string, state: string | undefined): IssueCode | undefined {
  if (state === undefined) return undefined;
  if (canadianProvinces.has(state)) {
    return /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(value) ? undefined : "X12_POSTAL_CODE";
  }
  if (!americanStates.has(state)) return undefined;
  return /^\d{5}(\d{4})?$/.test(value) ? undefined : "X12_POSTAL_CODE";
}

const procedureForms: Readonly<Record<string, RegExp>> = {
  HC: /^(\d{4}[0-9AFMTU]|[A-V]\d{4})$/,
  BP: /^(\d{4}[0-9AFMTU]|[A-V]\d{4})$/,
  BO: /^(\d{4}[0-9AFMTU]|[A-V]\d{4})$/,
  AD: /^D\d{4}$/,
  HP: /^[0-9A-Z]{5}$/,
  NU: /^\d{4}$/,
  N4: /^\d{11}$/,
  // ICD-10-PCS knows neither I nor O.
  BBR: /^[0-9A-HJ-NP-Z]{7}$/,
  BBQ: /^[0-9A-HJ-NP-Z]{7}$/,
  BR: /^\d{3,4}$/,
  BQ: /^\d{3,4}$/,
};

function procedureFault(value: string, qualifier: string | undefined): IssueCode | undefined {
  const form = procedureForms[qualifier ?? ""];
  return form === undefined || form.test(value) ? undefined : "X12_PROCEDURE_CODE";
}

const tenthRevision = /^[A-Z]\d[0-9AB][0-9A-Z]{0,4}$/;
const ninthRevision = /^(\d{3}|V\d\d)\d{0,2}$|^E\d{3}\d?$/;

/** ICD-10-CM, or ICD-9-CM under its old qualifiers, both without a decimal point. */
function diagnosisFault(value: string, qualifier: string | undefined): IssueCode | undefined {
  const form = qualifier?.startsWith("A") === true ? tenthRevision : ninthRevision;
  return form.test(value) ? undefined : "X12_DIAGNOSIS_CODE";
}
