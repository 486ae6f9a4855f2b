import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import { billingSettings } from "./patient-billing-settings.store.ts";
import { writeOffLimit } from "./patient-billing-settings.ts";
import { writeOffPatientBalance } from "./write-off.command.ts";

/** A claim of which the patient owes little, and nobody else owes anything. */
export type SmallBalance = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly patientName: string;
  readonly serviceFrom: string | null;
  readonly cents: number;
};

type By = { readonly roles: readonly string[]; readonly today: string };

const mostShown = 200;

/**
 * What patients owe of claims up to an amount and up to what a person of these roles may forgive alone,
 * where payers owe nothing more: the smallest first. Nothing is written.
 */
export async function findSmallBalances(
  transaction: PracticeTransaction,
  mostCents: number,
  { roles }: Pick<By, "roles">,
): Promise<SmallBalance[]> {
  const { practiceId } = transaction;
  const limit = writeOffLimit(await billingSettings(transaction), "small-balance", roles);
  return transaction.query<SmallBalance>(sql`
    with small as (
      select claim_id, sum(open_patient_cents)::bigint as cents
      from receivables
      where practice_id = ${practiceId}
      group by claim_id
      having sum(open_patient_cents) between 1 and ${Math.min(mostCents, limit)}
        and sum(open_insurance_cents) = 0
      order by 2, 1 limit ${mostShown})
    select small.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      ${patientName} as "patientName", c.service_from as "serviceFrom", small.cents
    from small
    join claims c on c.practice_id = ${practiceId} and c.claim_id = small.claim_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    order by small.cents, small.claim_id`);
}

/**
 * Forgives the small balances that a person saw and chose. What has changed since is left out: only what
 * is still as small as he said is written off. Returns what was.
 */
export async function writeOffSmallBalances(
  transaction: PracticeTransaction,
  wanted: {
    readonly mostCents: number;
    readonly claims: readonly number[];
    readonly reason: string;
  },
  by: By,
): Promise<SmallBalance[]> {
  const chosen = new Set(wanted.claims);
  const written: SmallBalance[] = [];
  for (const balance of await findSmallBalances(transaction, wanted.mostCents, by)) {
    if (!chosen.has(balance.claimId)) continue;
    const { claimId, cents } = balance;
    const { reason } = wanted;
    const forgiven = { claimId, kind: "small-balance", cents, reason } as const;
    const result = await writeOffPatientBalance(transaction, forgiven, by);
    if (result.is === "written-off") written.push(balance);
  }
  return written;
}
