import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { listRemittanceClaims } from "../remittance/list-remittance-claims.query.ts";
import { showRemittance } from "../remittance/show-remittance.query.ts";
import type { PreviewedSet, PreviewedTransfer } from "./preview-answers.ts";

/** What was written before a set: its own rows stand behind. */
type BooksMark = { readonly postingId: number; readonly workItemId: number };

/** Where the books of the practice end; nobody else writes to them while they are locked. */
export function markBooks(transaction: PracticeTransaction): Promise<BooksMark> {
  const { practiceId } = transaction;
  return transaction.one<BooksMark>(sql`
    select coalesce((select max(posting_id) from postings where practice_id = ${practiceId}), 0)
        as "postingId",
      coalesce((select max(work_item_id) from work_items where practice_id = ${practiceId}), 0)
        as "workItemId"`);
}

/** Transfers entered since a mark, in the order in which they were, and how many there are. */
export async function transfersSince(
  transaction: PracticeTransaction,
  mark: BooksMark,
  most: number,
): Promise<Pick<PreviewedSet, "transfers" | "transferCount">> {
  const { practiceId } = transaction;
  const entered = sql`from transfers x
    join postings o on o.practice_id = ${practiceId} and o.posting_id = x.posting_id
    where x.practice_id = ${practiceId} and o.posting_id > ${mark.postingId}`;
  const transfers = await transaction.query<PreviewedTransfer>(sql`
    select x.remittance_claim_number as "claimNumber", x.claim_id as "claimId",
      c.patient_control_number as "patientControlNumber", x.line_number as "lineNumber",
      x.kind, debit.kind as debit, credit.kind as credit, x.cents, x.group_code as "groupCode",
      x.reason_code as "reasonCode", x.effective_on as "effectiveOn", x.late_for as "lateFor",
      x.reverses_transfer_id is not null as "takesBack"
    from (select x.*, o.kind, o.remittance_claim_number, o.late_for ${entered}
      order by x.transfer_id limit ${most}) x
    join accounts debit on debit.practice_id = ${practiceId}
      and debit.account_id = x.debit_account_id
    join accounts credit on credit.practice_id = ${practiceId}
      and credit.account_id = x.credit_account_id
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = x.claim_id
    order by x.transfer_id`);
  const { count } = await transaction.one<{ count: number }>(sql`select count(*) ${entered}`);
  return { transfers, transferCount: count };
}

function accountsSince(
  transaction: PracticeTransaction,
  mark: BooksMark,
): Promise<PreviewedSet["accounts"]> {
  const { practiceId } = transaction;
  return transaction.query(sql`
    with moved as (select debit_account_id, credit_account_id, cents from transfers
      where practice_id = ${practiceId} and posting_id > ${mark.postingId})
    select a.kind, sum(side.cents)::bigint as cents
    from (select debit_account_id as account_id, cents from moved
      union all select credit_account_id, -cents from moved) side
    join accounts a on a.practice_id = ${practiceId} and a.account_id = side.account_id
    group by a.kind having sum(side.cents) <> 0 order by min(a.account_id)`);
}

function workSince(
  transaction: PracticeTransaction,
  mark: BooksMark,
): Promise<PreviewedSet["work"]> {
  return transaction.query(sql`
    select kind, count(*) as count, coalesce(sum(cents), 0)::bigint as cents from work_items
    where practice_id = ${transaction.practiceId} and work_item_id > ${mark.workItemId}
      and state = 'open'
    group by kind order by kind`);
}

/** How much of a set is shown; its verdict, accounts and counts are always whole. */
export type PreviewLimits = { readonly claims: number; readonly transfers: number };

/** What a set that was just posted came to. */
export async function showPreviewedSet(
  transaction: PracticeTransaction,
  set: Pick<PreviewedSet, "control" | "verdict" | "reasonCode" | "reason" | "claims"> & {
    readonly transactionSetId: number;
  },
  { mark, limits }: { readonly mark: BooksMark; readonly limits: PreviewLimits },
): Promise<PreviewedSet> {
  const { transactionSetId, ...told } = set;
  const labels = await loadCodeLabels();
  const row = await transaction.maybeOne<{ remittanceId: number }>(sql`
    select remittance_id as "remittanceId" from remittances
    where practice_id = ${transaction.practiceId} and transaction_set_id = ${transactionSetId}`);
  const remittanceId = row?.remittanceId ?? 0;
  const remittance = await showRemittance(transaction, remittanceId, labels);
  const question = { remittanceId, limit: limits.claims };
  const claims = await listRemittanceClaims(transaction, question, labels);
  return {
    ...told,
    remittance: remittance ?? null,
    shownClaims: claims.rows,
    accounts: await accountsSince(transaction, mark),
    ...(await transfersSince(transaction, mark, limits.transfers)),
    work: await workSince(transaction, mark),
  };
}
