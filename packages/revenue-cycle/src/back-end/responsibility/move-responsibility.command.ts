import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import {
  judgeResponsibility,
  type MovableClaim,
  type ResponsibilityRefusal,
  type WantedMove,
} from "./decide-responsibility.ts";
import { listResponsibility } from "./list-responsibility.query.ts";

export type MoveResult =
  | { readonly is: "moved"; readonly claimId: number }
  | {
      readonly is: "refused";
      readonly code:
        | ResponsibilityRefusal
        | "claim_unknown"
        | "transfer_unknown"
        /** What was moved has been paid or moved on since. */
        | "transfer_used";
    };

type Terms = { readonly reason: string; readonly today: string };

/** Moves what is open on lines of a claim from the payers to the patient, or back, with a reason. */
export async function moveResponsibility(
  transaction: PracticeTransaction,
  claimId: number,
  wanted: WantedMove & Terms,
): Promise<MoveResult> {
  const scope = await openPosting(transaction);
  const claim = await movableClaim(transaction, claimId);
  if (claim === undefined) return { is: "refused", code: "claim_unknown" };
  const code = judgeResponsibility(claim, wanted);
  if (code !== undefined) return { is: "refused", code };
  const { direction, lines, reason, today } = wanted;
  const { practiceId, actor } = transaction;
  for (const { lineNumber, cents } of lines) {
    await transaction.execute(sql`
      insert into responsibility_transfers (practice_id, claim_id, line_number, direction, cents,
        reason, moved_on, recorded_by)
      values (${practiceId}, ${claimId}, ${lineNumber}, ${direction}, ${cents}, ${reason},
        ${today}::date, ${actor})`);
  }
  await replayClaims(transaction, scope, [claimId]);
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  await tell(transaction, "responsibility-moved", { claimId, direction, cents, reason, today });
  return { is: "moved", claimId };
}

/** Moves back what stands of it, if all of that is still open; twice changes nothing. */
export async function undoResponsibility(
  transaction: PracticeTransaction,
  transferId: number,
  { reason, today }: Terms,
): Promise<MoveResult> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const found = await transaction.maybeOne<{
    claimId: number;
    lineNumber: number;
    direction: WantedMove["direction"];
    cents: number;
    isUndone: boolean;
  }>(sql`
    select claim_id as "claimId", line_number as "lineNumber", direction, cents,
      undone_on is not null as "isUndone"
    from responsibility_transfers
    where practice_id = ${practiceId} and responsibility_transfer_id = ${transferId} for update`);
  if (found === undefined) return { is: "refused", code: "transfer_unknown" };
  const { claimId, lineNumber, direction, cents } = found;
  if (found.isUndone) return { is: "moved", claimId };
  const claim = await movableClaim(transaction, claimId);
  const line = claim?.lines.find((each) => each.lineNumber === lineNumber);
  const open = direction === "to-patient" ? line?.openPatient : line?.openInsurance;
  const rows = await listResponsibility(transaction, claimId);
  const standing = rows.find(({ id }) => id === transferId)?.standingCents ?? 0;
  if ((open ?? 0) < standing) return { is: "refused", code: "transfer_used" };
  await transaction.execute(sql`
    update responsibility_transfers set undone_on = ${today}::date, undone_by = ${actor},
      undo_reason = ${reason}
    where practice_id = ${practiceId} and responsibility_transfer_id = ${transferId}`);
  await replayClaims(transaction, scope, [claimId]);
  await tell(transaction, "responsibility-move-undone", {
    ...{ claimId, direction, cents, reason, today },
  });
  return { is: "moved", claimId };
}

/** Alerts that the patient is a qualified Medicare beneficiary (42 USC 1396a(n)(3)). */
const protectedRemarks = ["N781", "N782", "N783"];

async function movableClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<MovableClaim | undefined> {
  const { practiceId } = transaction;
  return transaction.maybeOne<MovableClaim>(sql`
    select c.state in ('replaced', 'void') or c.replaced_by_claim_id is not null as "isOvertaken",
      exists (select from remittance_claims rc
        where rc.practice_id = ${practiceId} and rc.claim_id = c.claim_id
          and rc.remark_codes && ${protectedRemarks}::text[]) as "isPatientProtected",
      (select coalesce(json_agg(json_build_object('lineNumber', r.line_number,
          'openInsurance', r.open_insurance_cents, 'openPatient', r.open_patient_cents,
          'providerOwn', least(r.denied_cents, coalesce((select sum(d.cents) from denials d
            where d.practice_id = ${practiceId} and d.claim_id = r.claim_id
              and d.line_number = r.line_number and d.group_code = 'CO'
              and d.state = 'open'), 0))) order by r.line_number), '[]')
        from receivables r
        where r.practice_id = ${practiceId} and r.claim_id = c.claim_id) as lines
    from claims c where c.practice_id = ${practiceId} and c.claim_id = ${claimId}`);
}

type News = Terms & {
  readonly claimId: number;
  readonly direction: string;
  readonly cents: number;
};

async function tell(
  transaction: PracticeTransaction,
  kind: string,
  { claimId, direction, cents, reason, today }: News,
): Promise<void> {
  await appendEvents(transaction, [
    {
      kind,
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { direction, cents, reason },
      effectiveOn: today,
    },
  ]);
}
