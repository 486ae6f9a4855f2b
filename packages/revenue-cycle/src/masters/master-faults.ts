import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { type AddressFault, addressFaults } from "./postal-address.ts";

/** What can be wrong with a description of the masters, as a sentence for the person who typed it. */
export const masterFaults = {
  ...addressFaults,
  ADDRESS_NEEDS_ZIP_PLUS_FOUR: "Claims name this address: its ZIP code needs nine digits.",
  NAME_MISSING: "Give it a name.",
  NPI_INVALID: "An NPI has ten digits, the last of which is a check digit.",
  PLACE_OF_SERVICE_INVALID: "A place of service is two digits.",
  PLACE_OF_SERVICE_UNKNOWN: "The codes that are loaded do not have this place of service.",
  CLIA_INVALID: "A CLIA number is two digits, D, and seven digits.",
  PHONE_INVALID: "A telephone number has ten digits.",
  EMAIL_INVALID: "This is not an e-mail address.",
  DATE_INVALID: "This is not a day.",
  DATE_MISSING: "State the day.",
  DAYS_REVERSED: "The last day is before the first.",
  IDENTIFIER_MISSING: "State the identifier under which claims reach it.",
  IDENTIFIER_INVALID: "An identifier has 2 to 80 letters, digits and marks, without * ~ : and ^.",
  FILING_INDICATOR_UNKNOWN: "This is not a claim filing indicator.",
  PAYER_MISSING: "Name the payer by its identifier or its name.",
  PAYER_UNKNOWN: "The practice has no such payer.",
  PROVIDER_UNKNOWN: "The practice has no such provider.",
  PROVIDER_DOES_NOT_BILL: "This provider is not described as one who bills.",
  ACTIVE_NEEDS_DAY: "What is active is so from a day on.",
  ENDED_NEEDS_DAY: "What has ended has a last day.",
  CONTACT_NEEDS_A_WAY: "Whom the receiver may ask needs a telephone number or an e-mail address.",
  PROCEDURE_CODE_INVALID: "A procedure code has five characters.",
  REVENUE_CODE_INVALID: "A revenue code has four digits.",
  MODIFIER_INVALID: "A modifier is two letters or digits; there are at most four, each once.",
  PRICE_INVALID: "A price is dollars and cents, not below zero.",
  ALLOWED_INVALID:
    "An allowed amount is decimal dollars with exactly two places, not below zero: 91.50.",
  NDC_INVALID: "An NDC has eleven digits.",
  NDC_UNIT_INVALID: "An NDC is counted in F2, GR, ME, ML or UN.",
  NDC_INCOMPLETE: "A drug needs its NDC, its unit and how many of it one service unit is.",
  NDC_QUANTITY_INVALID: "How many is a decimal above zero with at most three places.",
  TOO_LONG: "This is too long.",
  STATE_INVALID: "A state is two letters.",
  LENGTH_INVALID: "State how many, from 1 to 3660.",
  SOURCE_MISSING: "Say where this stands: a contract, a law, a page of the payer's manual.",
  PLAN_UNKNOWN: "The payer has no such plan.",
  CODE_RANGES_INVALID:
    "Codes of five characters and ranges such as 97110-97140, with blanks between.",
  LINE_OF_BUSINESS_UNKNOWN: "This is not a line of business.",
  CLAIM_ROUTE_UNKNOWN: "Claims go electronic, paper or none.",
} as const;
export type MasterFaultCode = keyof typeof masterFaults;

/** A fault of one field of a draft. */
export type MasterFault<Field extends string = string> = {
  readonly field: Field;
  readonly code: MasterFaultCode;
};

/** The faults of the checks that are true, in their order. */
export function faultsOf<Field extends string>(
  checks: readonly (readonly [isWrong: boolean, field: Field, code: MasterFaultCode])[],
): MasterFault<Field>[] {
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

type Days = { readonly effectiveFrom: string; readonly effectiveTo: string };

/** What is wrong with a first and a last day, either of which may be empty. */
export function dayFaultsOf({ effectiveFrom, effectiveTo }: Days): MasterFault<keyof Days>[] {
  const isDay = (text: string) => text === "" || isCivilDate(text);
  const bothStated = effectiveFrom !== "" && effectiveTo !== "";
  const bothDays = isDay(effectiveFrom) && isDay(effectiveTo);
  return faultsOf([
    [!isDay(effectiveFrom), "effectiveFrom", "DATE_INVALID"],
    [!isDay(effectiveTo), "effectiveTo", "DATE_INVALID"],
    [bothStated && bothDays && effectiveTo < effectiveFrom, "effectiveTo", "DAYS_REVERSED"],
  ]);
}

/** Whether a tidy telephone number is stated and is none. */
export function isWrongPhone(phone: string): boolean {
  return phone !== "" && !/^\d{10}$/.test(phone);
}

/** Whether an e-mail address is stated and has not the form of one. */
export function isWrongEmail(email: string): boolean {
  return email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
}

/** Faults of an address whose fields have other names in the draft. */
export function renamedAddressFaults<Field extends string>(
  faults: readonly AddressFault[],
  names: Readonly<Record<AddressFault["field"], Field>>,
): MasterFault<Field>[] {
  return faults.map(({ field, code }) => ({ field: names[field], code }));
}

/** Empty text is not stated. */
export function statedText(text: string): string | null {
  return text === "" ? null : text;
}
