import type { BalanceAge } from "../patient-account/patient-account.ts";
import type { StatementLevel } from "../patient-account/patient-billing-settings.ts";

/** A visit as a statement tells of it; `charged = insurancePaid + adjusted + paid + owed`, in cents. */
export type StatementVisit = {
  readonly claimId: number;
  /** Day of service; undefined where the claim states none. */
  readonly on?: string | undefined;
  readonly patient: string;
  readonly provider?: string | undefined;
  readonly payer: string;
  readonly services: readonly { readonly words: string; readonly chargedCents: number }[];
  readonly chargedCents: number;
  readonly insurancePaidCents: number;
  /** Taken off by contract or by us. */
  readonly adjustedCents: number;
  /** What patients paid for it. */
  readonly paidCents: number;
  readonly owedCents: number;
  /** What insurance left to the patient and why, in the patient's words. */
  readonly shares: readonly { readonly words: string; readonly cents: number }[];
};

/** Everything that a statement says, as it was when it was issued. */
export type StatementContent = {
  readonly version: 1;
  readonly number: string;
  readonly account: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly level: StatementLevel;
  readonly practice: {
    readonly name: string;
    /** Where to send a check. */
    readonly remitLines: readonly string[];
    /** Whom to ask; ten digits, or nothing. */
    readonly phone?: string | undefined;
  };
  readonly addressee: { readonly name: string; readonly lines: readonly string[] };
  readonly visits: readonly StatementVisit[];
  /** Paid and not yet given to a visit. */
  readonly unappliedCents: number;
  readonly owedCents: number;
  readonly aging: Readonly<Record<BalanceAge, number>>;
  /** One sentence for this level, then the practice's own message. */
  readonly messages: readonly string[];
  readonly waysToPay: readonly string[];
  readonly helpNotice: string;
};

/** The number of an account as people write it: `G12`. */
export function accountNumber(account: string): string {
  return account.toUpperCase();
}
