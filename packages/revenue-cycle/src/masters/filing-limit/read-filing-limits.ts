import {
  effectiveFields,
  oneOf,
  optional,
  optionalText,
  readTable,
  wholeNumber,
} from "@headwater/code-sets/table-fields.ts";
import { linesOfBusiness } from "../payer/filing-indicator.ts";
import { type FilingLimit, filingBases, filingKinds, filingUnits } from "./filing-limit.ts";

const fields = {
  payerIdentifier: optionalText,
  lineOfBusiness: optional(oneOf(linesOfBusiness)),
  state: optionalText,
  kind: oneOf(filingKinds),
  length: wholeNumber,
  unit: oneOf(filingUnits),
  basis: oneOf(filingBases),
  ...effectiveFields,
};

/**
 * Reads the limits that the program brings.
 *
 * @throws ReferenceTableFault for a malformed table or a value outside its list.
 */
export function readFilingLimits(text: string): readonly FilingLimit[] {
  return readTable("filing-limits.csv", text, fields).map(({ payerIdentifier, ...row }) => ({
    ...row,
    payerId: undefined,
    planId: undefined,
    payerKey: payerIdentifier?.toUpperCase(),
  }));
}
