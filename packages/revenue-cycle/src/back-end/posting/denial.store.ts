import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { renewWork } from "../../work/work-item/work-item.store.ts";
import { classifyDenial } from "../denial/classify-denial.ts";
import { deadlineDate } from "../denial/deadline.ts";
import type { DenialFacts } from "../denial/denial-facts.ts";
import { type DecidedDenial, denialKey } from "./claim-consequences.ts";
import { groupRows } from "./group-rows.ts";

/** The denials of one claim as they are decided now. */
export type ClaimDenials = {
  readonly claimId: number;
  readonly serviceFrom: string | undefined;
  /** Whether the claim may have denials on record already. */
  readonly hasHistory: boolean;
  readonly denials: readonly DecidedDenial[];
};

/** A denial with what it means. */
export type ClassifiedDenial = DecidedDenial & {
  readonly claimId: number;
  readonly category: string;
  readonly stage: string;
  readonly process: string;
  readonly ownerRole: string;
  readonly preventable: string;
  readonly nextAction: string;
  readonly dueOn: string | undefined;
  readonly rule: string;
};

const columns = [
  "practice_id",
  "claim_id",
  "line_number",
  "remittance_id",
  "claim_number",
  "group_code",
  "reason_code",
  "remark_codes",
  "cents",
  "category",
  "stage",
  "process",
  "owner_role",
  "preventable",
  "next_action",
  "due_on",
  "denied_on",
  "is_initial",
  "state",
  "rule",
] as const;

/** Says what denials mean, by the rules in force on their date. */
export function classify(
  { claimId, serviceFrom, denials }: ClaimDenials,
  facts: DenialFacts,
): ClassifiedDenial[] {
  return denials.map((denial) => {
    const { groupCode, reasonCode, remarkCodes, cents, deniedOn: on } = denial;
    const adjustment = {
      groupCode,
      reasonCode,
      remarkCodes,
      cents,
      on,
      treatment: "denial" as const,
    };
    const { deadline, rule, ...cause } = classifyDenial(adjustment, facts);
    const dates = { remittanceOn: on, serviceFrom, priorPayerRemittanceOn: undefined };
    return {
      ...denial,
      claimId,
      category: cause.category,
      stage: cause.stage,
      process: cause.process,
      ownerRole: cause.ownerRole,
      preventable: cause.preventable,
      nextAction: cause.nextAction,
      dueOn: deadline && deadlineDate(deadline, dates),
      rule: rule
        ? [rule.groupCode ?? "*", rule.reasonCode ?? "*", rule.remarkCode ?? "*"].join(" ")
        : "unknown",
    };
  });
}

/**
 * Brings the denials on record to what was decided: new ones are added, state and whether they are
 * initial follow. What a person closed stays closed.
 */
export async function recordDenials(
  transaction: PracticeTransaction,
  claims: readonly ClaimDenials[],
  facts: DenialFacts,
): Promise<ClassifiedDenial[]> {
  const classified = claims.flatMap((claim) => classify(claim, facts));
  const known = await knownDenials(
    transaction,
    claims.filter(({ hasHistory }) => hasHistory).map(({ claimId }) => claimId),
  );
  const added: ClassifiedDenial[] = [];
  const changed: { denialId: number; state: string; isInitial: boolean }[] = [];
  const decided = new Set<number>();
  for (const denial of classified) {
    const row = known.get(`${denial.claimId}:${denialKey(denial)}`);
    if (row === undefined) added.push(denial);
    else {
      decided.add(row.denial_id);
      const state = row.state === "closed" ? "closed" : denial.state;
      if (row.state !== state || row.is_initial !== denial.isInitial) {
        changed.push({ denialId: row.denial_id, state, isInitial: denial.isInitial });
      }
    }
  }
  // What was decided otherwise meanwhile, as when an earlier payment of the claim came to light.
  for (const row of known.values()) {
    if (decided.has(row.denial_id) || row.state === "superseded") continue;
    changed.push({ denialId: row.denial_id, state: "superseded", isInitial: false });
  }
  await insertDenials(transaction, added);
  await renewWork(transaction, "denial", renewed(claims, added));
  await updateDenials(transaction, changed);
  return classified;
}

/** Need keys of claims that were spoken of before and are refused anew. */
function renewed(claims: readonly ClaimDenials[], added: readonly ClassifiedDenial[]): string[] {
  const known = new Set(claims.flatMap((claim) => (claim.hasHistory ? claim.claimId : [])));
  const claimIds = added.flatMap(({ claimId, state }) =>
    state === "open" && known.has(claimId) ? claimId : [],
  );
  return [...new Set(claimIds)].map((claimId) => `claim:${claimId}`);
}

type KnownDenial = {
  denial_id: number;
  claim_id: number;
  line_number: number;
  remittance_id: number;
  claim_number: number;
  group_code: string;
  reason_code: string;
  state: string;
  is_initial: boolean;
};

async function knownDenials(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<string, KnownDenial>> {
  if (claimIds.length === 0) return new Map();
  const rows = await transaction.query<KnownDenial>(sql`
    select denial_id, claim_id, line_number, remittance_id, claim_number, group_code, reason_code,
      state, is_initial
    from denials
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])`);
  const byKey = groupRows(rows, (row) => {
    const { remittance_id: remittanceId, claim_number: claimNumber } = row;
    const place = { remittanceId, claimNumber, lineNumber: row.line_number };
    const codes = { groupCode: row.group_code, reasonCode: row.reason_code };
    return `${row.claim_id}:${denialKey({ ...place, ...codes })}`;
  });
  return new Map([...byKey].flatMap(([key, [row]]) => (row ? [[key, row] as const] : [])));
}

async function insertDenials(
  transaction: PracticeTransaction,
  denials: readonly ClassifiedDenial[],
): Promise<void> {
  if (denials.length === 0) return;
  await transaction.bulkInsert({
    table: "denials",
    columns,
    rows: denials.map((denial) => [
      transaction.practiceId,
      denial.claimId,
      denial.lineNumber,
      denial.remittanceId,
      denial.claimNumber,
      denial.groupCode,
      denial.reasonCode,
      denial.remarkCodes,
      denial.cents,
      denial.category,
      denial.stage,
      denial.process,
      denial.ownerRole,
      denial.preventable,
      denial.nextAction,
      denial.dueOn,
      denial.deniedOn,
      denial.isInitial,
      denial.state,
      denial.rule,
    ]),
  });
}

async function updateDenials(
  transaction: PracticeTransaction,
  changed: readonly { denialId: number; state: string; isInitial: boolean }[],
): Promise<void> {
  if (changed.length === 0) return;
  await transaction.execute(sql`
    update denials d set state = changed.state, is_initial = changed.is_initial
    from unnest(${changed.map(({ denialId }) => denialId)}::bigint[],
      ${changed.map(({ state }) => state)}::text[],
      ${changed.map(({ isInitial }) => isInitial)}::boolean[])
      as changed (denial_id, state, is_initial)
    where d.practice_id = ${transaction.practiceId} and d.denial_id = changed.denial_id`);
}
