import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import type { TestDatabase } from "@headwater/platform/testing/test-database.ts";
import {
  emptyReceivable,
  receivableAmounts,
  receivableColumn,
  receivableEffects,
} from "../../../books/receivable/receivable.ts";

/** Debit account kind, credit account kind, cents, effective date, reason code. */
export type Move = readonly [string, string, number, string, string?];

export type MadeLine = {
  readonly code?: string;
  readonly units?: number;
  readonly charged: number;
  readonly moves?: readonly Move[];
  readonly denied?: number;
};

export type MadeDenial = {
  readonly line: number;
  readonly group?: string;
  readonly reason: string;
  readonly cents: number;
  readonly category: string;
  readonly stage: string;
  readonly dueOn?: string;
  readonly state?: string;
  readonly preventable?: string;
};

export type MadeClaim = {
  readonly number: string;
  readonly payer: 1 | 2;
  readonly state: string;
  readonly service: string | null;
  readonly submitted: string;
  readonly frequency?: string;
  readonly replaces?: string;
  readonly accepted?: string;
  readonly rejected?: string;
  /** First outcome, its date, and whether the payer paid that day. */
  readonly adjudicated?: readonly [outcome: string, on: string, paid: number];
  readonly lines: readonly MadeLine[];
  readonly denials?: readonly MadeDenial[];
};

export const practiceId = 1;
export const practicePublicId = "0192f000-0000-7000-8000-000000000001";
const actor = "test";

type World = {
  readonly transaction: PracticeTransaction;
  readonly accounts: Map<string, number>;
  readonly claims: Map<string, number>;
};

/** Inserts a practice whose every row was thought up by hand, and returns the claims' ids. */
export async function makePractice(
  database: TestDatabase,
  claims: readonly MadeClaim[],
): Promise<Map<string, number>> {
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values ($1, $2, 'Hand-made')",
    [practiceId, practicePublicId],
  );
  return withPractice(database, { practiceId, actor }, async (transaction) => {
    await insertMasters(transaction);
    const world: World = { transaction, accounts: new Map(), claims: new Map() };
    for (const claim of claims) await insertClaim(world, claim);
    await insertLooseMoney(world);
    return world.claims;
  });
}

async function insertMasters(transaction: PracticeTransaction): Promise<void> {
  await transaction.execute(sql`
    insert into imports (practice_id, import_id, public_id, source, actor, finished_at)
    values (1, 901, '0192f000-0000-7000-8000-0000000000a1', 'page', 'test', now())`);
  await transaction.execute(sql`
    insert into files (practice_id, file_id, public_id, import_id, name, kind, verdict, byte_length)
    values (1, 901, '0192f000-0000-7000-8000-0000000000f1', 901, 'claims.837', '837P', 'read', 100),
      (1, 902, '0192f000-0000-7000-8000-0000000000f2', 901, 'picture.png', 'unknown', 'refused', 9)`);
  await transaction.execute(sql`
    insert into transaction_sets (practice_id, transaction_set_id, file_id, set_number, kind,
      version, interchange_control_number, group_control_number, set_control_number, sender_id,
      receiver_id, segment_from, segment_to, byte_from, byte_to, verdict)
    select 1, number, 901, number, '837P', '005010X222A1', '1', '1', '0001', 'US', 'THEM', 1, 9, 0,
      100, 'recorded' from generate_series(1, 100) number`);
  await transaction.execute(sql`
    insert into payers (practice_id, payer_id, identifier_key, identifier, name)
    values (1, 1, 'NORTH', 'NORTH', 'Northway'), (1, 2, 'MCARE', 'MCARE', 'Medicare')`);
  await transaction.execute(sql`
    insert into patients (practice_id, patient_id, identity_key, last_name, first_name,
      last_name_key, first_name_key)
    values (1, 1, 'ortiz', 'Ortiz', 'Lena', 'ortiz', 'lena'),
      (1, 2, 'hale', 'Hale', 'Robert', 'hale', 'robert')`);
  await transaction.execute(sql`
    insert into fee_schedule_rows (practice_id, file_id, payer_id, procedure_code, allowed_cents,
      effective_from)
    values (1, 901, 2, '99213', 10000, '2025-01-01')`);
}

async function insertClaim(world: World, claim: MadeClaim): Promise<void> {
  const { transaction } = world;
  const charged = claim.lines.reduce((sum, line) => sum + line.charged, 0);
  const replaced = claim.replaces ? world.claims.get(claim.replaces) : undefined;
  const [outcome, on, paid] = claim.adjudicated ?? [];
  const { claimId } = await transaction.one<{ claimId: number }>(sql`
    insert into claims (practice_id, kind, patient_control_number, control_number_key,
      billing_provider_npi, frequency_code, state, payer_id, coverage_sequence, patient_id,
      service_from, service_through, charged_cents, content_sha256, submitted_on, accepted_on,
      rejected_on, first_acceptance, first_adjudicated_on, first_outcome, first_paid_on,
      replaces_claim_id, transaction_set_id, segment_from, segment_to, byte_from, byte_to,
      member_id, member_id_key, payer_claim_control_number)
    values (1, 'professional', ${claim.number}, ${claim.number}, '1234567893',
      ${claim.frequency ?? "1"}, ${claim.state}, ${claim.payer}, 'P', ${claim.payer},
      ${claim.service}, ${claim.service}, ${charged}, '', ${claim.submitted},
      ${claim.accepted ?? null}, ${claim.rejected ?? null},
      ${claim.accepted ? "accepted" : claim.rejected ? "rejected" : null}, ${on ?? null},
      ${outcome ?? null}, ${paid ? (on ?? null) : null}, ${replaced ?? null}, 1, 2, 5, 10, 50,
      ${`M-${claim.number}`}, ${`M${claim.number}`}, ${`ICN${claim.number}`})
    returning claim_id as "claimId"`);
  world.claims.set(claim.number, claimId);
  if (replaced !== undefined) {
    await transaction.execute(sql`update claims set replaced_by_claim_id = ${claimId}
      where practice_id = 1 and claim_id = ${replaced}`);
  }
  for (const [index, line] of claim.lines.entries()) {
    await insertLine(world, { claim, claimId, line, number: index + 1 });
  }
  if (claim.adjudicated) await insertRemittance(world, claim, claimId);
}

type LineToInsert = {
  readonly claim: MadeClaim;
  readonly claimId: number;
  readonly line: MadeLine;
  readonly number: number;
};

async function insertLine(world: World, { claim, claimId, line, number }: LineToInsert) {
  const { transaction } = world;
  await transaction.execute(sql`
    insert into service_lines (practice_id, claim_id, line_number, line_item_control_number,
      procedure_code, charged_cents, units, service_from)
    values (1, ${claimId}, ${number}, ${`${claim.number}-${number}`}, ${line.code ?? "99214"},
      ${line.charged}, ${line.units ?? 1}, ${claim.service})`);
  const moves: Move[] = [
    ["insurance-receivable", "charges", line.charged, claim.submitted],
    ...(line.moves ?? []),
  ];
  const row = emptyReceivable();
  for (const [debit, credit, cents] of moves) applyMove(row, debit, credit, cents);
  row.denied = line.denied ?? 0;
  const columns = receivableAmounts.map(receivableColumn);
  await transaction.bulkInsert({
    table: "receivables",
    columns: ["practice_id", "claim_id", "line_number", ...columns],
    rows: [[1, claimId, number, ...receivableAmounts.map((amount) => row[amount])]],
  });
  for (const move of moves) await insertMove(world, { move, claimId, line: number });
}

function applyMove(
  row: ReturnType<typeof emptyReceivable>,
  ...[debit, credit, cents]: readonly [string, string, number]
): void {
  const forth = receivableEffects.find((pair) => pair.debit === debit && pair.credit === credit);
  const back = receivableEffects.find((pair) => pair.debit === credit && pair.credit === debit);
  const effect = forth ?? back;
  if (!effect) throw new Error(`no line moves from ${credit} to ${debit}`);
  const sign = forth ? cents : -cents;
  for (const amount of effect.grows) row[amount] += sign;
  for (const amount of effect.shrinks) row[amount] -= sign;
}

type MoveToInsert = {
  readonly move: Move;
  readonly claimId?: number;
  readonly line?: number;
  readonly remittanceId?: number;
};

async function insertMove(world: World, { move, claimId, line, remittanceId }: MoveToInsert) {
  const { transaction } = world;
  const [debit, credit, cents, on, reason] = move;
  const { postingId } = await transaction.one<{ postingId: number }>(sql`
    insert into postings (practice_id, kind, claim_id, remittance_id, effective_on, actor)
    values (1, 'charge', ${claimId ?? null}, ${remittanceId ?? null}, ${on}, 'test')
    returning posting_id as "postingId"`);
  await transaction.execute(sql`
    insert into transfers (practice_id, posting_id, claim_id, line_number, debit_account_id,
      credit_account_id, cents, reason_code, effective_on)
    values (1, ${postingId}, ${claimId ?? null}, ${line ?? null}, ${await account(world, debit)},
      ${await account(world, credit)}, ${cents}, ${reason ?? null}, ${on})`);
}

async function account(world: World, kind: string): Promise<number> {
  const known = world.accounts.get(kind);
  if (known !== undefined) return known;
  const { accountId } = await world.transaction.one<{ accountId: number }>(sql`
    insert into accounts (practice_id, kind, name) values (1, ${kind}, ${kind})
    returning account_id as "accountId"`);
  world.accounts.set(kind, accountId);
  return accountId;
}

let nextSet = 10;

async function remittance(
  transaction: PracticeTransaction,
  values: { payer: number; on: string; cents: number; verdict: string; reasonCode?: string },
): Promise<number> {
  nextSet += 1;
  const { remittanceId } = await transaction.one<{ remittanceId: number }>(sql`
    insert into remittances (practice_id, transaction_set_id, payer_id, handling_code,
      payment_method, trace_number, paid_cents, effective_on, claims, verdict, reason_code)
    values (1, ${nextSet}, ${values.payer}, 'I', 'ACH', ${`T${nextSet}`}, ${values.cents},
      ${values.on}, 1, ${values.verdict}, ${values.reasonCode ?? null})
    returning remittance_id as "remittanceId"`);
  return remittanceId;
}

async function insertRemittance(world: World, claim: MadeClaim, claimId: number): Promise<void> {
  const { transaction } = world;
  const [, on = "", paid = 0] = claim.adjudicated ?? [];
  const remittanceId = await remittance(transaction, {
    payer: claim.payer,
    on,
    cents: paid,
    verdict: "posted",
  });
  const charged = claim.lines.reduce((sum, line) => sum + line.charged, 0);
  await remittanceClaim(transaction, {
    remittanceId,
    claimId,
    number: claim.number,
    charged,
    paid,
  });
  const patientCents = claim.lines
    .flatMap((line) => line.moves ?? [])
    .filter(([debit]) => debit === "patient-receivable")
    .reduce((sum, [, , cents]) => sum + cents, 0);
  const denials = claim.denials ?? [];
  const adjustments = [
    ...(patientCents > 0 ? [["PR", "2", patientCents, "patient"] as const] : []),
    ...denials.map((one) => [one.group ?? "CO", one.reason, one.cents, "denial"] as const),
  ];
  const kept = adjustments.map((adjustment) => [0, ...adjustment]);
  await transaction.execute(sql`
    update remittance_claims set adjustments = ${JSON.stringify(kept)}::jsonb
    where practice_id = 1 and remittance_id = ${remittanceId} and claim_number = 1`);
  for (const one of denials) {
    await transaction.execute(sql`
      insert into denials (practice_id, claim_id, line_number, remittance_id, claim_number,
        group_code, reason_code, cents, category, stage, process, owner_role, preventable,
        next_action, due_on, denied_on, is_initial, state, rule)
      values (1, ${claimId}, ${one.line}, ${remittanceId}, 1, ${one.group ?? "CO"}, ${one.reason},
        ${one.cents}, ${one.category}, ${one.stage}, 'claim', 'biller',
        ${one.preventable ?? "yes"}, 'appeal', ${one.dueOn ?? null}, ${on}, true,
        ${one.state ?? "open"}, 'test')`);
  }
}

async function remittanceClaim(
  transaction: PracticeTransaction,
  values: {
    remittanceId: number;
    claimId: number | null;
    number: string;
    charged: number;
    paid: number;
    status?: string;
  },
): Promise<void> {
  await transaction.execute(sql`
    insert into remittance_claims (practice_id, remittance_id, claim_number, claim_id, match_rule,
      outcome, patient_control_number, control_number_key, status_code, charged_cents, paid_cents,
      segment_from, segment_to, byte_from, byte_to)
    values (1, ${values.remittanceId}, 1, ${values.claimId},
      ${values.claimId === null ? "" : "control-number"},
      ${values.claimId === null ? "suspense" : "posted"}, ${values.number}, ${values.number},
      ${values.status ?? "1"}, ${values.charged}, ${values.paid}, 3, 4, 10, 20)`);
}

/** Money outside the claims: suspense, a held and a quarantined payment, deposits. */
async function insertLooseMoney(world: World): Promise<void> {
  const { transaction } = world;
  const suspended = await remittance(transaction, {
    payer: 1,
    on: "2026-06-20",
    cents: 3300,
    verdict: "posted",
  });
  const unknown = { remittanceId: suspended, claimId: null, number: "X99" };
  await remittanceClaim(transaction, { ...unknown, charged: 5000, paid: 3300 });
  await insertMove(world, {
    move: ["cash", "suspense", 3300, "2026-06-20"],
    remittanceId: suspended,
  });
  const reversal = await remittance(transaction, {
    payer: 1,
    on: "2026-06-21",
    cents: 0,
    verdict: "posted",
  });
  const undone = { remittanceId: reversal, claimId: null, number: "X98", status: "22" };
  await remittanceClaim(transaction, { ...undone, charged: -1000, paid: -800 });
  await insertMove(world, {
    move: ["unmatched-reversal", "cash", 800, "2026-06-21"],
    remittanceId: reversal,
  });
  const verdicts = [
    ["held", 4500],
    ["quarantined", 1200],
  ] as const;
  for (const [verdict, cents] of verdicts) {
    await remittance(transaction, {
      payer: 2,
      on: "2026-06-21",
      cents,
      verdict,
      reasonCode: verdict === "held" ? "PAYEE_UNKNOWN" : "OUT_OF_BALANCE",
    });
  }
  await transaction.execute(sql`
    insert into bank_deposits (practice_id, file_id, row_number, deposited_on, cents, trace_number,
      payer_name, remittance_id)
    select 1, 901, remittance_id::integer, effective_on, paid_cents, trace_number, 'payer',
      remittance_id
    from remittances where practice_id = 1 and verdict = 'posted' and paid_cents > 0
      and effective_on >= '2026-06-01' and remittance_id <> ${suspended}`);
  await transaction.execute(sql`
    insert into bank_deposits (practice_id, file_id, row_number, deposited_on, cents, trace_number,
      payer_name)
    values (1, 901, 900, '2026-06-10', 1700, 'LOST', 'Northway')`);
}
