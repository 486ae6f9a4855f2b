import type { AllocationRule } from "../../books/patient-payment/allocate-payment.ts";
import type { PatientWriteOffKind } from "./patient-account.ts";

/** How often an account was told before. */
export const statementLevels = ["first", "second", "third", "final"] as const;
export type StatementLevel = (typeof statementLevels)[number];

/** How a practice bills patients. */
export type PatientBillingSettings = {
  /** Less than this is not worth a letter. */
  readonly minimumCents: number;
  readonly cycleDays: number;
  readonly dueDays: number;
  /** Days that an amount waits after it became the patient's: a correction may follow. */
  readonly settleDays: number;
  readonly allocationRule: AllocationRule;
  readonly messages: Readonly<Record<StatementLevel, string>>;
  readonly waysToPay: readonly string[];
  readonly helpNotice: string;
  /** The most that a role may write off of one claim, in cents; a role that is not named may nothing. */
  readonly writeOffLimits: Readonly<
    Partial<Record<PatientWriteOffKind, Readonly<Record<string, number>>>>
  >;
};

const everyLead = (cents: number) => ({ manager: cents, owner: cents, administrator: cents });

/** What holds until the practice says otherwise. */
export const usualPatientBilling: PatientBillingSettings = {
  minimumCents: 500,
  cycleDays: 28,
  dueDays: 21,
  settleDays: 4,
  allocationRule: "oldest-first",
  messages: {
    first: "Your insurance has decided. This is the part that is left for you to pay.",
    second: "This is a reminder. If you have paid already, thank you: you need not do anything.",
    third:
      "This bill is past due. Please pay, or call us: we can talk about paying in parts or about help.",
    final:
      "This is the last bill before your account goes to collection. Please call us so that we find a way together.",
  },
  waysToPay: [
    "By check: send it with the slip below. Write your account number on it.",
    "By card: call us.",
    "In person: at our front desk.",
  ],
  helpNotice:
    "If you cannot pay all of it, call us. You may qualify for help or for paying in parts. If something looks wrong, tell us: we stop sending bills until it is cleared up.",
  writeOffLimits: {
    "small-balance": { biller: 999, poster: 999, "ar-follow-up": 999, ...everyLead(5000) },
    courtesy: everyLead(50_000),
    hardship: everyLead(200_000),
    "bad-debt": { "ar-follow-up": 50_000, ...everyLead(1_000_000) },
  },
};

/** The most that somebody of these roles may write off of a claim; 0 is nothing. */
export function writeOffLimit(
  settings: Pick<PatientBillingSettings, "writeOffLimits">,
  kind: PatientWriteOffKind,
  roles: readonly string[],
): number {
  const limits = settings.writeOffLimits[kind] ?? {};
  return Math.max(0, ...roles.map((role) => limits[role] ?? 0));
}
