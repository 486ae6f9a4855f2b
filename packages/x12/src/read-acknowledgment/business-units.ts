/** CTX01 of what made a rule apply, and not of a business unit (005010X231A1 CTX). */
export const situationalTrigger = "SITUATIONAL TRIGGER";

const units: Readonly<Record<string, string>> = {
  HC: "CLM01",
  BE: "SUBSCRIBER NUMBER REF02",
  RA: "ENT01",
};

/** What names the business unit of a group's sets by GS01 (005010X231A1 2100 CTX01-1). */
export function businessUnitOf(functionalId: string): string {
  return units[functionalId] ?? "TRN02";
}
