import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { lookUpCodes } from "./code-lookup.query.ts";
import { describeEdit } from "./describe-condition.ts";
import type { Edit } from "./edit.ts";
import type { DryRun, EditDraft } from "./edit-answers.ts";
import { codeQuestions, evaluateEdits } from "./evaluate-edits.ts";
import { type EditFault, parseEdit } from "./parse-edit.ts";
import { type ClaimBackgrounds, type RecentClaim, recentClaims } from "./recent-claims.query.ts";

export type DryRunResult =
  | { readonly is: "run"; readonly answer: DryRun }
  | { readonly is: "invalid"; readonly faults: readonly EditFault[] };

const mostRows = 100;
const refused = new Set(["denied", "partly-paid", "rejected"]);

/**
 * What an edit would have said about the last claims of the practice, had it been in force, and what
 * the payers did with those. Writes nothing. Claims are all the history there is: only edits of charges and claims find
 * their facts in it, those of other stages are not evaluable.
 */
export async function dryRunEdit(
  transaction: PracticeTransaction,
  draft: EditDraft,
  {
    most,
    today,
    backgrounds,
  }: {
    readonly most: number;
    readonly today: string;
    readonly backgrounds: ClaimBackgrounds;
  },
): Promise<DryRunResult> {
  const parsed = parseEdit({ ...draft, state: "active" });
  if (parsed.is === "faulty") return { is: "invalid", faults: parsed.faults };
  const edit = everInForce(parsed.edit);
  const claims = await recentClaims(transaction, most, backgrounds);
  const codes = await lookUpCodes(
    transaction,
    claims.flatMap(({ facts }) => codeQuestions([edit], facts, today)),
  );
  const judged = claims.map((claim) => ({
    claim,
    answer: evaluateEdits([edit], { ...claim.facts, codes }, today),
  }));
  const fires = judged.filter(({ answer }) => answer.findings.length > 0);
  const unjudged = judged.flatMap(({ answer }) => answer.notEvaluable);
  return {
    is: "run",
    answer: {
      words: describeEdit(edit),
      judged: judged.length,
      fires: fires.length,
      firesPaid: fires.filter(({ claim }) => claim.outcome === "paid").length,
      firesRefused: fires.filter(({ claim }) => refused.has(claim.outcome ?? "")).length,
      notEvaluable: unjudged.length,
      missing: [...new Set(unjudged.flatMap(({ missing }) => missing))].sort(),
      rows: fires
        .slice(0, mostRows)
        .map(({ claim, answer }) => rowOf(claim, edit, answer.findings[0]?.message)),
    },
  };
}

/** History lies before the first day of most edits: what it would have said there is the question. */
function everInForce({ effectiveTo: _, ...edit }: Edit): Edit {
  return { ...edit, effectiveFrom: "0001-01-01" };
}

function rowOf(claim: RecentClaim, edit: Edit, message: string | undefined) {
  const { claimId, patientControlNumber, serviceFrom, payer, outcome } = claim;
  return {
    claimId,
    patientControlNumber,
    serviceFrom,
    payer,
    outcome,
    message: message ?? edit.message,
  };
}
