import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents, type ChangeEvent } from "../event/event.store.ts";
import { endEditHolds, heldSubjects, placeEditHolds } from "../hold/hold.store.ts";
import { closeWork, raiseWork } from "../work-item/work-item.store.ts";
import { decideFindings, type FindingPlan, holdOwner } from "./decide-findings.ts";
import type { EditAnswer } from "./edit.ts";
import { type EditedSubject, loadFindings, openFindings, settleFindings } from "./finding.store.ts";

export type JudgedSubject = { readonly subject: EditedSubject; readonly answer: EditAnswer };

type Planned = JudgedSubject & { readonly plan: FindingPlan };

/**
 * Brings findings, holds and work items of subjects to what the edits found, in the transaction that
 * saves the subjects. All subjects are of one kind and stage; each is named once. Applied again with
 * the same answers it changes nothing. `today` is the practice's business date.
 *
 * Answers the ids of the subjects that are held now, by edits or by a person; what a held subject may
 * not do is for its own stage to say.
 */
export async function applyEdits(
  transaction: PracticeTransaction,
  judged: readonly JudgedSubject[],
  today: string,
): Promise<Set<number>> {
  const [first] = judged;
  if (first === undefined) return new Set();
  const { kind } = first.subject;
  const subjects = judged.map(({ subject }) => subject);
  const known = await loadFindings(transaction, subjects);
  const planned = judged.map((one): Planned => {
    const { subject, answer } = one;
    return { ...one, plan: decideFindings(known.get(subject.id) ?? [], answer.findings) };
  });
  const open = planned.flatMap(({ subject, plan }) =>
    plan.open.map((finding) => ({ subject, finding })),
  );
  await openFindings(transaction, open);
  await settleFindings(
    transaction,
    planned.flatMap(({ plan }) => plan.gone),
  );
  const stopped = planned.filter(({ plan }) => plan.holding.length > 0);
  const clear = planned.filter(({ plan }) => plan.holding.length === 0).map(idOf);
  const heldAnew = await placeEditHolds(transaction, stopped.map(wantedHold));
  const freed = await endEditHolds(transaction, kind, clear);
  await raiseWork(
    transaction,
    stopped.map((one) => holdNeed(one, today)),
  );
  await closeWork(
    transaction,
    "edit-hold",
    freed.map((id) => needKey(kind, id)),
  );
  await appendEvents(transaction, [
    ...planned.flatMap(findingEvents),
    ...heldAnew.map((id) => holdEvent("hold-placed", kind, id)),
    ...freed.map((id) => holdEvent("hold-released", kind, id)),
  ]);
  return heldSubjects(
    transaction,
    kind,
    subjects.map(({ id }) => id),
  );
}

function idOf({ subject }: JudgedSubject): number {
  return subject.id;
}

function needKey(kind: string, id: number): string {
  return `${kind}:${id}`;
}

function wantedHold({ subject, plan }: Planned) {
  return {
    subjectKind: subject.kind,
    subjectId: subject.id,
    ownerRole: holdOwner(plan.holding) ?? "biller",
  };
}

function holdNeed({ subject, plan }: Planned, today: string) {
  const codes = [...new Set(plan.holding.map(({ code }) => code))];
  return {
    kind: "edit-hold" as const,
    needKey: needKey(subject.kind, subject.id),
    subjectKind: subject.kind,
    subjectId: subject.id,
    role: holdOwner(plan.holding) ?? "biller",
    why: { codes, findings: plan.holding.length, message: plan.holding[0]?.message ?? "" },
    cents: subject.cents,
    raisedOn: today,
  };
}

function findingEvents({ subject, plan }: Planned): ChangeEvent[] {
  if (plan.open.length === 0 && plan.gone.length === 0) return [];
  return [
    {
      kind: "edits-found",
      subjectKind: subject.kind,
      subjectId: subject.id,
      claimId: subject.kind === "claim" ? subject.id : undefined,
      change: {
        stage: subject.stage,
        codes: plan.open.map(({ code }) => code),
        gone: plan.gone.length,
        holding: plan.holding.length,
      },
    },
  ];
}

function holdEvent(kind: string, subjectKind: string, subjectId: number): ChangeEvent {
  const claimId = subjectKind === "claim" ? subjectId : undefined;
  return { kind, subjectKind, subjectId, claimId, change: { cause: "edits" } };
}
