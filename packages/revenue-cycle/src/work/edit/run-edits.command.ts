import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { applyEdits } from "./apply-edits.command.ts";
import { lookUpCodes } from "./code-lookup.query.ts";
import { loadEdits } from "./edit.store.ts";
import type { EditAnswer } from "./edit.ts";
import { codeQuestions, evaluateEdits } from "./evaluate-edits.ts";
import type { EditStage } from "./fact-catalogue.ts";
import type { SubjectFacts } from "./facts.ts";
import type { EditedSubject } from "./finding.store.ts";

/** A subject with what its stage knows of it; code sets are looked up here. */
export type SubjectToJudge = {
  readonly subject: Omit<EditedSubject, "kind" | "stage">;
  readonly facts: Omit<SubjectFacts, "codes">;
};

export type EditRun = {
  readonly stage: EditStage;
  /** What the subjects are: `claim`, `encounter`, `appointment`, `patient`. */
  readonly kind: string;
  /** The practice's business date. */
  readonly today: string;
};

export type JudgedById = {
  readonly answers: ReadonlyMap<number, EditAnswer>;
  /** Ids of the subjects that are held now. */
  readonly held: ReadonlySet<number>;
};

/**
 * Judges subjects of one stage by the practice's edits and applies what was found: the one call for a
 * stage that saves something. Run it in the transaction that saves, after the rows are written.
 */
export async function runEdits(
  transaction: PracticeTransaction,
  run: EditRun,
  subjects: readonly SubjectToJudge[],
): Promise<JudgedById> {
  const answers = await judgeSubjects(transaction, run, subjects);
  const judged = subjects.flatMap(({ subject }) => {
    const answer = answers.get(subject.id);
    return answer ? [{ subject: { ...subject, kind: run.kind, stage: run.stage }, answer }] : [];
  });
  return { answers, held: await applyEdits(transaction, judged, run.today) };
}

/** What the practice's edits find about subjects, without writing anything. */
export async function judgeSubjects(
  transaction: PracticeTransaction,
  run: Pick<EditRun, "stage" | "today">,
  subjects: readonly SubjectToJudge[],
): Promise<Map<number, EditAnswer>> {
  const { stage, today } = run;
  const edits = await loadEdits(transaction, stage);
  const questions = subjects.flatMap(({ facts }) => codeQuestions(edits, facts, today));
  const codes = await lookUpCodes(transaction, questions);
  return new Map(
    subjects.map(({ subject, facts }) => [
      subject.id,
      evaluateEdits(edits, { ...facts, codes }, today),
    ]),
  );
}
