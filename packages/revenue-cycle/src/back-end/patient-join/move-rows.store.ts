import { identifier, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type JoinCounts,
  type JoinedCoverage,
  type JoinedTable,
  joinedTables,
  planCoverages,
} from "./patient-join.ts";

/** The rows that went over, by table. */
export type MovedRows = { readonly [Table in JoinedTable]?: readonly number[] };

/** What was changed and not only moved, to be put back. */
export type ChangedRows = {
  /** Ranks of coverages before. */
  readonly ranks: readonly { readonly coverageId: number; readonly rank: number }[];
  /** Coverages whose authorizations and questions went to the same one of the other. */
  readonly same: readonly {
    readonly coverageId: number;
    readonly authorizations: readonly number[];
    readonly checks: readonly number[];
  }[];
  /** Patients who had been joined into the one who goes over. */
  readonly earlier: readonly number[];
  /** Money and holds of the guarantor that the joined patient alone had. */
  readonly guarantor: {
    readonly id: number;
    readonly payments: readonly number[];
    /** Absent where the account moved before payments by card did. */
    readonly cardPayments?: readonly number[];
    readonly statements: readonly number[];
    readonly holds: readonly number[];
  } | null;
  /** How many rows the patient who stays had of each table afterwards: more are new. */
  readonly after: JoinCounts;
  readonly keptRevision: number;
};

/** How many rows a patient has of each table. */
export async function countRows(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<JoinCounts> {
  const counts: Partial<Record<JoinedTable, number>> = {};
  for (const { table } of joinedTables) {
    const { count } = await transaction.one<{ count: number }>(sql`
      select count(*)::integer as count from ${identifier(table)}
      where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`);
    counts[table] = count;
  }
  return counts as JoinCounts;
}

type Way = { readonly from: number; readonly to: number };

/** Moves rows of all tables from one patient to another; coverages take their places behind. */
export async function moveRows(
  transaction: PracticeTransaction,
  way: Way,
): Promise<{ readonly moved: MovedRows } & Pick<ChangedRows, "ranks" | "same">> {
  const { ranks, same, coverageIds } = await moveCoverages(transaction, way);
  const moved: { [Table in JoinedTable]?: number[] } = { coverages: coverageIds };
  for (const { table, key } of joinedTables) {
    if (table === "coverages") continue;
    moved[table] = await moveTable(transaction, { table, key, ...way });
  }
  return { moved, ranks, same };
}

async function moveTable(
  transaction: PracticeTransaction,
  move: Way & { readonly table: JoinedTable; readonly key: string },
): Promise<number[]> {
  const { table, key, from, to } = move;
  const { practiceId } = transaction;
  // Two holds of one kind do not stand on one account: the one that stands there is enough.
  const isFree =
    table === "account_holds"
      ? sql`and not exists (select from account_holds other
          where other.practice_id = ${practiceId} and other.patient_id = ${to}
            and other.kind = account_holds.kind and other.lifted_on is null)`
      : sql``;
  const rows = await transaction.query<{ id: number }>(sql`
    update ${identifier(table)} set patient_id = ${to}
    where practice_id = ${practiceId} and patient_id = ${from} ${isFree}
    returning ${identifier(key)} as id`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

async function moveCoverages(transaction: PracticeTransaction, { from, to }: Way) {
  const of = (patientId: number) =>
    transaction.query<JoinedCoverage>(sql`
      select coverage_id as "coverageId", payer_id as "payerId", member_id_key as "memberIdKey", rank
      from coverages where practice_id = ${transaction.practiceId} and patient_id = ${patientId}
      order by rank, coverage_id`);
  const [kept, joined] = [await of(to), await of(from)];
  const plan = planCoverages(kept, joined);
  for (const { coverageId, rank } of plan.moved) {
    await transaction.execute(sql`
      update coverages set patient_id = ${to}, rank = ${rank}, revision = revision + 1
      where practice_id = ${transaction.practiceId} and coverage_id = ${coverageId}`);
  }
  const same = [];
  for (const { coverageId, standsAs } of plan.same) {
    same.push(await referTo(transaction, { coverageId, standsAs }));
  }
  const movedIds = new Set(plan.moved.map(({ coverageId }) => coverageId));
  return {
    same,
    coverageIds: [...movedIds],
    ranks: joined
      .filter(({ coverageId }) => movedIds.has(coverageId))
      .map(({ coverageId, rank }) => ({ coverageId, rank })),
  };
}

/** What referred to a coverage refers to another that is the same. */
async function referTo(
  transaction: PracticeTransaction,
  { coverageId, standsAs }: { readonly coverageId: number; readonly standsAs: number },
): Promise<ChangedRows["same"][number]> {
  const { practiceId } = transaction;
  const authorizations = await transaction.query<{ id: number }>(sql`
    update authorizations set coverage_id = ${standsAs}
    where practice_id = ${practiceId} and coverage_id = ${coverageId}
    returning authorization_id as id`);
  const checks = await transaction.query<{ id: number }>(sql`
    update eligibility_checks set coverage_id = ${standsAs}
    where practice_id = ${practiceId} and coverage_id = ${coverageId} returning check_id as id`);
  return {
    coverageId,
    authorizations: authorizations.map(({ id }) => id),
    checks: checks.map(({ id }) => id),
  };
}

/** Puts rows back to the patient from whom they came. */
export async function moveBack(
  transaction: PracticeTransaction,
  {
    moved,
    before,
    to,
  }: { readonly moved: MovedRows; readonly before: ChangedRows; readonly to: number },
): Promise<void> {
  const { practiceId } = transaction;
  for (const { table, key } of joinedTables) {
    await transaction.execute(sql`
      update ${identifier(table)} set patient_id = ${to}
      where practice_id = ${practiceId}
        and ${identifier(key)} = any (${[...(moved[table] ?? [])]}::bigint[])`);
  }
  for (const { coverageId, rank } of before.ranks) {
    await transaction.execute(sql`
      update coverages set rank = ${rank}, revision = revision + 1
      where practice_id = ${practiceId} and coverage_id = ${coverageId}`);
  }
  for (const { coverageId, authorizations, checks } of before.same) {
    await transaction.execute(sql`
      update authorizations set coverage_id = ${coverageId}
      where practice_id = ${practiceId}
        and authorization_id = any (${[...authorizations]}::bigint[])`);
    await transaction.execute(sql`
      update eligibility_checks set coverage_id = ${coverageId}
      where practice_id = ${practiceId} and check_id = any (${[...checks]}::bigint[])`);
  }
}
