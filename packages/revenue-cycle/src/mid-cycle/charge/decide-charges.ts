import { type ChargeItem, priceOn } from "../../masters/charge-master/price.ts";
import type { ChargeDraft, EncounterDraft } from "../encounter/encounter-answers.ts";
import { chargeAmount, isUnits } from "./charge-amount.ts";

/** Why what was typed is no charge, by code; the sentence for a person beside it. */
export const chargeFaults = {
  DIAGNOSIS_FORM: "An ICD-10-CM code is a letter, a digit and up to five more characters.",
  DIAGNOSIS_TWICE: "The diagnosis stands in the list already.",
  PROCEDURE_FORM: "A CPT or HCPCS code has five characters.",
  MODIFIER_FORM: "A modifier has two letters or digits.",
  MODIFIER_TWICE: "The modifier stands on the line already.",
  UNITS_FORM: "Units are a number above zero with at most three decimals.",
  POINTER_MISSING: "The line points at no diagnosis.",
  POINTER_BEYOND: "The line points at a diagnosis that is not in the list.",
  PRICE_MISSING: "The charge master has no price for this code on this day: type the charge.",
  NDC_FORM: "An NDC has eleven digits in the parts 5-4-2.",
  NDC_INCOMPLETE: "A drug needs its NDC, its quantity and its unit.",
  DAYS_REVERSED: "The last day is before the first.",
} as const;
export type ChargeFaultCode = keyof typeof chargeFaults;

/** A fault with the field it lies in: `lines.0.units`, `diagnoses.1`. */
export type ChargeFault = { readonly field: string; readonly code: ChargeFaultCode };

/** A charge as it is kept. */
export type DecidedCharge = Omit<ChargeDraft, "chargedCents"> & {
  readonly chargedCents: number;
  readonly priceSource: "charge-master" | "typed";
};

export type DecidedCharges =
  | {
      readonly is: "charges";
      readonly diagnoses: readonly string[];
      readonly lines: readonly DecidedCharge[];
    }
  | { readonly is: "invalid"; readonly faults: readonly ChargeFault[] };

/** Codes as they are kept: upper case, diagnoses without their point, NDC without hyphens. */
export function tidyEncounter(draft: EncounterDraft): EncounterDraft {
  return {
    ...draft,
    diagnoses: draft.diagnoses.map((code) => code.trim().toUpperCase().replaceAll(".", "")),
    lines: draft.lines.map((line) => ({
      ...line,
      procedureCode: line.procedureCode.trim().toUpperCase(),
      modifiers: line.modifiers.map((one) => one.trim().toUpperCase()).filter((one) => one !== ""),
      units: line.units.trim(),
      ndc: line.ndc?.replace(/[\s-]/g, "") || null,
      ndcQuantity: line.ndcQuantity?.trim() || null,
    })),
  };
}

/**
 * Decides the charges of a tidied encounter: form of codes, pointers, units, drugs, and the price of
 * the day of service. Whether a code is valid is for edits to say, which may know the code sets.
 */
export function decideCharges(
  draft: EncounterDraft,
  prices: readonly ChargeItem[],
): DecidedCharges {
  const faults: ChargeFault[] = [];
  const report = (field: string, code: ChargeFaultCode) => faults.push({ field, code });
  if (draft.serviceThrough !== null && draft.serviceThrough < draft.serviceFrom) {
    report("serviceThrough", "DAYS_REVERSED");
  }
  draft.diagnoses.forEach((code, index) => {
    if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)) report(`diagnoses.${index}`, "DIAGNOSIS_FORM");
    if (draft.diagnoses.indexOf(code) < index) report(`diagnoses.${index}`, "DIAGNOSIS_TWICE");
  });
  const lines = draft.lines.map((line, index): DecidedCharge => {
    lineFaults(line, draft.diagnoses.length, (field, code) =>
      report(`lines.${index}.${field}`, code),
    );
    const charged = chargedOf(line, draft.serviceFrom, prices);
    if (charged === undefined) report(`lines.${index}.chargedCents`, "PRICE_MISSING");
    return { ...line, ...(charged ?? { chargedCents: 0, priceSource: "typed" }) };
  });
  return faults.length > 0
    ? { is: "invalid", faults }
    : { is: "charges", diagnoses: draft.diagnoses, lines };
}

function chargedOf(line: ChargeDraft, on: string, prices: readonly ChargeItem[]) {
  if (line.chargedCents !== null) {
    return { chargedCents: line.chargedCents, priceSource: "typed" as const };
  }
  if (!isUnits(line.units)) return { chargedCents: 0, priceSource: "typed" as const };
  const { procedureCode: code, modifiers, units } = line;
  const price = priceOn(prices, { code, modifiers, on });
  if (price.is === "not-priced") return undefined;
  return {
    chargedCents: chargeAmount(price.item.priceCents, units),
    priceSource: "charge-master" as const,
  };
}

function lineFaults(
  line: ChargeDraft,
  diagnoses: number,
  report: (field: string, code: ChargeFaultCode) => void,
): void {
  if (!/^[0-9A-Z]\d{3}[0-9A-Z]$/.test(line.procedureCode))
    report("procedureCode", "PROCEDURE_FORM");
  line.modifiers.forEach((modifier, index) => {
    if (!/^[0-9A-Z]{2}$/.test(modifier)) report("modifiers", "MODIFIER_FORM");
    else if (line.modifiers.indexOf(modifier) < index) report("modifiers", "MODIFIER_TWICE");
  });
  if (!isUnits(line.units)) report("units", "UNITS_FORM");
  if (line.diagnosisPointers.length === 0) report("diagnosisPointers", "POINTER_MISSING");
  else if (line.diagnosisPointers.some((pointer) => pointer > diagnoses)) {
    report("diagnosisPointers", "POINTER_BEYOND");
  }
  const drug = [line.ndc, line.ndcQuantity, line.ndcUnit];
  if (line.ndc !== null && !/^\d{11}$/.test(line.ndc)) report("ndc", "NDC_FORM");
  if (drug.some((part) => part !== null) && drug.includes(null)) report("ndc", "NDC_INCOMPLETE");
  if (line.ndcQuantity !== null && !isUnits(line.ndcQuantity)) report("ndcQuantity", "UNITS_FORM");
}
