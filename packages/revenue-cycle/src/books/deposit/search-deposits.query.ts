import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, beginsWith, instantText } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import type { DepositAnswer } from "./deposit-answers.ts";
import { isTiedElsewhere } from "./slip.store.ts";

export type DepositFilter = {
  /** The beginning of a trace number or of the payer's name. */
  readonly search?: string | undefined;
  readonly state?: "matched" | "unmatched" | "taken-back" | undefined;
  readonly from?: string | undefined;
  readonly through?: string | undefined;
};

export type DepositKey = [string, number];

export type DepositSearch = DepositFilter & {
  readonly limit: number;
  readonly after?: DepositKey | undefined;
  readonly withTotal?: boolean;
};

/** What was taken back is neither matched nor waiting. */
const stateOf: Sql = sql`case when d.taken_back_on is not null then 'taken-back'
  when d.remittance_id is null and not ${isTiedElsewhere} then 'unmatched' else 'matched' end`;

const columns: Sql = sql`
  d.bank_deposit_id as id, d.deposited_on as "depositedOn", d.cents, d.fee_cents as "feeCents",
  ${stateOf} as state, d.batch_number as "batchNumber",
  d.trace_number as "traceNumber", d.payer_name as "payerName", d.type,
  case when f.file_id is not null then json_build_object('id', f.public_id, 'name', f.name,
    'rowNumber', d.row_number) end as file,
  case when d.typed_by is not null then json_build_object('by', ${actorName(sql`d.typed_by`)},
    'at', ${instantText(sql`d.typed_at`)}) end as typed,
  case when d.taken_back_on is not null then json_build_object(
    'by', ${actorName(sql`d.taken_back_by`)}, 'on', d.taken_back_on,
    'reason', d.take_back_reason) end as "takenBack",
  case when m.remittance_id is not null
    then json_build_object('id', m.remittance_id, 'traceNumber', m.trace_number) end as remittance,
  (select json_build_object('id', slip.deposit_slip_id, 'number', slip.number)
    from deposit_slips slip where slip.practice_id = d.practice_id
      and slip.bank_deposit_id = d.bank_deposit_id) as slip,
  (select json_build_object('id', s.card_settlement_id, 'number', s.number)
    from card_settlements s where s.practice_id = d.practice_id
      and s.bank_deposit_id = d.bank_deposit_id order by s.card_settlement_id limit 1) as "cardDeposit",
  d.matched_by as "matchedBy"
  from bank_deposits d
  left join files f on f.practice_id = d.practice_id and f.file_id = d.file_id
  left join remittances m on m.practice_id = d.practice_id and m.remittance_id = d.remittance_id`;

/** One page of the bank's deposits, the newest first. */
export async function searchDeposits(
  transaction: PracticeTransaction,
  search: DepositSearch,
): Promise<Page<DepositAnswer, DepositKey>> {
  const where = conditionsOf(transaction.practiceId, search);
  const { after, state } = search;
  const ofState = state === undefined ? sql`true` : sql`${stateOf} = ${state}`;
  const rows = await transaction.query<DepositAnswer>(sql`
    select ${columns}
    where ${where} and ${ofState} ${
      after
        ? sql`and (d.deposited_on, d.bank_deposit_id) < (${after[0]}::date, ${after[1]})`
        : sql``
    }
    order by d.deposited_on desc, d.bank_deposit_id desc
    limit ${search.limit + 1}`);
  const page = pageOf(rows, search.limit, (row): DepositKey => [row.depositedOn, row.id]);
  return search.withTotal ? { ...page, total: await totalOf(transaction, where, state) } : page;
}

/** One deposit as it stands. */
export async function findDeposit(
  transaction: PracticeTransaction,
  depositId: number,
): Promise<DepositAnswer | undefined> {
  return transaction.maybeOne<DepositAnswer>(sql`
    select ${columns}
    where d.practice_id = ${transaction.practiceId} and d.bank_deposit_id = ${depositId}`);
}

async function totalOf(
  transaction: PracticeTransaction,
  where: Sql,
  state: string | undefined,
): Promise<ListTotal> {
  const groups = await transaction.query<{ state: string; count: number; cents: number }>(sql`
    select ${stateOf} as state,
      count(*)::bigint as count, coalesce(sum(d.cents), 0)::bigint as cents
    from bank_deposits d where ${where} group by 1`);
  return totalOfGroups(groups, { state });
}

/** The conditions of every filter but the state, which the total counts by. */
function conditionsOf(practiceId: number, filter: DepositFilter): Sql {
  const text = filter.search?.trim();
  return allOf([
    sql`d.practice_id = ${practiceId}`,
    ...(text
      ? [
          sql`(${beginsWith(sql`d.trace_number`, text)} or ${beginsWith(
            sql`upper(d.payer_name)`,
            text.toUpperCase(),
          )})`,
        ]
      : []),
    ...(filter.from === undefined ? [] : [sql`d.deposited_on >= ${filter.from}::date`]),
    ...(filter.through === undefined ? [] : [sql`d.deposited_on <= ${filter.through}::date`]),
  ]);
}
