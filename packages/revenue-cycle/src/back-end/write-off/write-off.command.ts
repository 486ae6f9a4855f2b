import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type Approval,
  loadApprovalLimits,
  requestApproval,
} from "../../books/approval/approval.store.ts";
import { needsSecondPerson } from "../../books/approval/approval-limit.ts";
import { isAvoidable, type WriteOffReasonCode } from "../../books/receivable/write-off-reason.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import {
  decideWriteOff,
  type WritableLine,
  type WriteOffLine,
  type WriteOffRefusal,
  type WriteOffScope,
} from "./decide-write-off.ts";

/** Why something is given up, and who says so. */
export type WriteOffTerms = {
  readonly reasonCode: WriteOffReasonCode;
  readonly isAvoidable?: boolean | undefined;
  readonly remark: string;
  /** The roles of who asks. */
  readonly roles: readonly Role[];
  /** The practice's business date. */
  readonly today: string;
};

export type WriteOffOutcome =
  | { readonly is: "written-off"; readonly cents: number; readonly writeOffIds: readonly number[] }
  /** Beyond the limit of who asks: a second person decides. */
  | { readonly is: "waiting"; readonly cents: number; readonly approvalId: number }
  | { readonly is: "refused"; readonly code: WriteOffRefusal };

export type ClaimWriteOff = { readonly claimId: number; readonly scope: WriteOffScope };

/** Gives up what a payer was expected to pay for a claim, or asks a second person beyond a limit. */
export async function writeOffClaim(
  transaction: PracticeTransaction,
  wanted: ClaimWriteOff,
  terms: WriteOffTerms,
): Promise<WriteOffOutcome> {
  const [outcome] = await writeOffClaims(transaction, [wanted], terms);
  return outcome ?? { is: "refused", code: "claim_unknown" };
}

/**
 * Gives up on many claims, each judged alone by the limit of who asks. The outcomes stand in the order of
 * the claims. With `isPreview` nothing is written, and what would wait has no approval yet (0).
 */
export async function writeOffClaims(
  transaction: PracticeTransaction,
  wanted: readonly ClaimWriteOff[],
  terms: WriteOffTerms & { readonly isPreview?: boolean },
): Promise<WriteOffOutcome[]> {
  const scope = await openPosting(transaction);
  const limits = await loadApprovalLimits(transaction);
  const claims = await writableClaims(
    transaction,
    wanted.map(({ claimId }) => claimId),
  );
  const outcomes: WriteOffOutcome[] = [];
  const written: number[] = [];
  for (const each of wanted) {
    const claim = claims.get(each.claimId);
    const decision =
      claim === undefined
        ? ({ is: "refused", code: "claim_unknown" } as const)
        : decideWriteOff(claim, each.scope);
    if (decision.is === "refused") {
      outcomes.push(decision);
      continue;
    }
    const { cents, lines } = decision;
    const isBeyond = needsSecondPerson(limits, {
      kind: "write-off",
      cents,
      roles: terms.roles,
      on: terms.today,
    });
    if (isBeyond) outcomes.push(await ask(transaction, { ...each, lines, cents }, terms));
    else {
      if (!terms.isPreview) {
        await record(transaction, { claimId: each.claimId, lines }, termsToKeep(terms));
        written.push(each.claimId);
      }
      outcomes.push({ is: "written-off", cents, writeOffIds: [] });
    }
  }
  if (written.length === 0) return outcomes;
  await replayClaims(transaction, scope, written);
  const recorded = await recordedNow(transaction, written);
  return outcomes.map((outcome, index) => {
    if (outcome.is !== "written-off") return outcome;
    return { ...outcome, writeOffIds: recorded.get(wanted[index]?.claimId ?? 0) ?? [] };
  });
}

/** The write-offs of this transaction by their claim: all of them stand at its instant. */
async function recordedNow(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await transaction.query<{ readonly claimId: number; readonly ids: number[] }>(sql`
    select claim_id as "claimId",
      json_agg(insurance_write_off_id order by insurance_write_off_id) as ids
    from insurance_write_offs
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and recorded_at = now()
    group by claim_id`);
  return new Map(rows.map(({ claimId, ids }) => [claimId, ids]));
}

/** Gives up what a second person approved; no more than is still open. */
export async function writeOffApproved(
  transaction: PracticeTransaction,
  approval: Approval,
): Promise<WriteOffRefusal | undefined> {
  const scope = await openPosting(transaction);
  const { lines, ...kept } = approval.request as unknown as AskedFor;
  const claimId = approval.subjectId;
  const claim = (await writableClaims(transaction, [claimId])).get(claimId);
  if (claim === undefined) return "claim_unknown";
  const decision = decideWriteOff(claim, lines);
  if (decision.is === "refused") return decision.code;
  const terms = { ...kept, remark: approval.reason, approvalId: approval.approvalId };
  await record(transaction, { claimId, lines }, terms);
  await replayClaims(transaction, scope, [claimId]);
  return undefined;
}

export type UndoRefusal = "write_off_unknown" | "write_off_undone";

/** Takes a write-off back; what it gave up is expected again, as far as nobody paid it meanwhile. */
export async function undoWriteOff(
  transaction: PracticeTransaction,
  writeOffId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<{ readonly claimId: number } | UndoRefusal> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const found = await transaction.maybeOne<{ claimId: number; cents: number; isUndone: boolean }>(
    sql`
      select claim_id as "claimId", cents, undone_on is not null as "isUndone"
      from insurance_write_offs
      where practice_id = ${practiceId} and insurance_write_off_id = ${writeOffId} for update`,
  );
  if (found === undefined) return "write_off_unknown";
  if (found.isUndone) return "write_off_undone";
  const { claimId, cents } = found;
  await transaction.execute(sql`
    update insurance_write_offs
    set undone_on = ${today}, undone_by = ${actor}, undo_reason = ${reason}
    where practice_id = ${practiceId} and insurance_write_off_id = ${writeOffId}`);
  await appendEvents(transaction, [
    {
      kind: "write-off-undone",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { writeOffId, cents, reason },
      effectiveOn: today,
    },
  ]);
  await replayClaims(transaction, scope, [claimId]);
  return { claimId };
}

export type UndoOutcome = {
  readonly writeOffId: number;
  readonly claimId: number | null;
  readonly refusal: UndoRefusal | null;
};

/** Takes many write-offs back, each by itself; what cannot be undone says why and holds up nothing. */
export async function undoWriteOffs(
  transaction: PracticeTransaction,
  writeOffIds: readonly number[],
  terms: { readonly reason: string; readonly today: string },
): Promise<UndoOutcome[]> {
  const outcomes: UndoOutcome[] = [];
  for (const writeOffId of [...new Set(writeOffIds)].sort((one, other) => one - other)) {
    const undone = await undoWriteOff(transaction, writeOffId, terms);
    outcomes.push(
      typeof undone === "string"
        ? { writeOffId, claimId: null, refusal: undone }
        : { writeOffId, claimId: undone.claimId, refusal: null },
    );
  }
  return outcomes;
}

type KeptTerms = {
  readonly reasonCode: WriteOffReasonCode;
  readonly isAvoidable: boolean;
  readonly today: string;
};

type AskedFor = KeptTerms & { readonly lines: readonly WriteOffLine[] };

function termsToKeep(terms: WriteOffTerms): KeptTerms & { readonly remark: string } {
  const { reasonCode, today, remark } = terms;
  return { reasonCode, today, remark, isAvoidable: isAvoidable(reasonCode, terms.isAvoidable) };
}

type Decided = {
  readonly claimId: number;
  readonly lines: readonly WriteOffLine[];
  readonly cents: number;
};

async function ask(
  transaction: PracticeTransaction,
  { claimId, lines, cents }: Decided,
  terms: WriteOffTerms & { readonly isPreview?: boolean },
): Promise<WriteOffOutcome> {
  if (terms.isPreview) return { is: "waiting", cents, approvalId: 0 };
  const { remark, ...kept } = termsToKeep(terms);
  const approvalId = await requestApproval(transaction, {
    kind: "write-off",
    subjectKind: "claim",
    subjectId: claimId,
    claimId,
    cents,
    reason: remark === "" ? terms.reasonCode : remark,
    request: { ...kept, lines },
    today: terms.today,
  });
  if (approvalId === undefined) return { is: "refused", code: "approval_waiting" };
  return { is: "waiting", cents, approvalId };
}

async function record(
  transaction: PracticeTransaction,
  { claimId, lines }: Omit<Decided, "cents">,
  terms: KeptTerms & { readonly remark: string; readonly approvalId?: number },
): Promise<void> {
  const { reasonCode, today, remark, approvalId } = terms;
  await transaction.bulkInsert({
    table: "insurance_write_offs",
    columns: [
      "practice_id",
      "claim_id",
      "line_number",
      "cents",
      "reason_code",
      "is_avoidable",
      "remark",
      "written_off_on",
      "approval_id",
      "recorded_by",
    ],
    rows: lines.map(({ lineNumber, cents }) => [
      transaction.practiceId,
      claimId,
      lineNumber,
      cents,
      reasonCode,
      terms.isAvoidable,
      remark,
      today,
      approvalId,
      transaction.actor,
    ]),
  });
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  await appendEvents(transaction, [
    {
      kind: "claim-written-off",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { reasonCode, isAvoidable: terms.isAvoidable, cents, approvalId },
      effectiveOn: today,
    },
  ]);
}

type WritableClaim = { readonly isReplaced: boolean; readonly lines: readonly WritableLine[] };

async function writableClaims(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, WritableClaim>> {
  const rows = await transaction.query<WritableClaim & { readonly claimId: number }>(sql`
    select c.claim_id as "claimId", c.state in ('replaced', 'void') as "isReplaced",
      (select coalesce(json_agg(json_build_object('lineNumber', r.line_number,
          'openInsurance', r.open_insurance_cents, 'denied', r.denied_cents)
          order by r.line_number), '[]')
        from receivables r where r.practice_id = c.practice_id and r.claim_id = c.claim_id) as lines
    from claims c
    where c.practice_id = ${transaction.practiceId} and c.claim_id = any (${[...claimIds]}::bigint[])`);
  return new Map(rows.map((row) => [row.claimId, row]));
}
