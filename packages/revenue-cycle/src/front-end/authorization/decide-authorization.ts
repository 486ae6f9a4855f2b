import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import type { AuthorizationKind, AuthorizationState, UnitKind } from "./authorization.ts";

/** An authorization as a person describes it; empty text is not stated. */
export type AuthorizationDraft = {
  readonly coverageId: number;
  readonly providerId: number | null;
  readonly kind: AuthorizationKind;
  readonly state: AuthorizationState;
  readonly number: string;
  readonly procedureCodes: readonly string[];
  readonly unitKind: UnitKind;
  readonly approvedUnits: number | null;
  readonly requestedOn: string;
  readonly decidedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly reason: string;
};

export const authorizationFaults = {
  COVERAGE_UNKNOWN: "Choose one of the patient's coverages.",
  PROVIDER_UNKNOWN: "Choose a provider of the practice.",
  NUMBER_MISSING: "State the payer's number; without it no claim can name the authorization.",
  NUMBER_TOO_LONG: "The payer's number has at most 50 characters.",
  CODE_INVALID: "A procedure is five letters or digits, or a range such as 97110-97140.",
  DAYS_MISSING: "State the first day on which it holds.",
  DATE_INVALID: "This is not a day.",
  DAYS_REVERSED: "The last day is before the first.",
  REASON_MISSING: "Say why, as the payer did.",
} as const;
export type AuthorizationFaultCode = keyof typeof authorizationFaults;

export type AuthorizationFault = {
  readonly field: keyof AuthorizationDraft;
  readonly code: AuthorizationFaultCode;
};

/** The draft as it is kept: trimmed, codes in upper case. */
export function tidyAuthorization(draft: AuthorizationDraft): AuthorizationDraft {
  const codes = draft.procedureCodes.map((code) => code.toUpperCase().replace(/\s+/g, ""));
  return {
    ...draft,
    number: draft.number.trim(),
    procedureCodes: [...new Set(codes.filter((code) => code !== ""))],
    requestedOn: draft.requestedOn.trim(),
    decidedOn: draft.decidedOn.trim(),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
    reason: draft.reason.replace(/\s+/g, " ").trim(),
  };
}

const granted: readonly AuthorizationState[] = ["approved", "partly-approved"];
const refused: readonly AuthorizationState[] = ["denied", "cancelled"];
const dayFields = ["requestedOn", "decidedOn", "effectiveFrom", "effectiveTo"] as const;

/** Everything wrong with a tidy draft, in the order of its fields. */
export function authorizationFaultsOf(draft: AuthorizationDraft): AuthorizationFault[] {
  const isGranted = granted.includes(draft.state);
  const isDay = (text: string) => text === "" || isCivilDate(text);
  const wrongDay = dayFields.filter((field) => !isDay(draft[field]));
  const { effectiveFrom: from, effectiveTo: to } = draft;
  const isReversed = wrongDay.length === 0 && from !== "" && to !== "" && to < from;
  const checks: readonly (readonly [boolean, keyof AuthorizationDraft, AuthorizationFaultCode])[] =
    [
      [isGranted && draft.number === "", "number", "NUMBER_MISSING"],
      [draft.number.length > 50, "number", "NUMBER_TOO_LONG"],
      [!draft.procedureCodes.every(isCodeOrRange), "procedureCodes", "CODE_INVALID"],
      [isGranted && from === "", "effectiveFrom", "DAYS_MISSING"],
      ...wrongDay.map((field) => [true, field, "DATE_INVALID"] as const),
      [isReversed, "effectiveTo", "DAYS_REVERSED"],
      [refused.includes(draft.state) && draft.reason === "", "reason", "REASON_MISSING"],
    ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

function isCodeOrRange(text: string): boolean {
  const match = /^([0-9A-Z]{5})(?:-([0-9A-Z]{5}))?$/.exec(text);
  return match !== null && (match[2] === undefined || (match[1] ?? "") <= match[2]);
}
