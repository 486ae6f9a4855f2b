import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { closeWork, raiseWork, type WorkNeed } from "../../work/work-item/work-item.store.ts";
import { addBusinessDays } from "../business-days.ts";
import type { ClearedVisit } from "./clear-visits.query.ts";
import { clearanceSentence } from "./clearance-words.ts";
import type { ClearanceReason } from "./decide-clearance.ts";
import { judgeVisits } from "./judge-visits.command.ts";
import { loadVisits, type VisitFilter } from "./visit.query.ts";

/** Visits of this many business days ahead become work when they are stopped. */
export const clearanceDays = 5;

const workOf = {
  // What is held is work of its own kind.
  "visit-not-clear": (reason: ClearanceReason) =>
    !isAuthorization(reason) && reason.code !== "HELD",
  "authorization-needed": isAuthorization,
} as const;

function isAuthorization({ action }: ClearanceReason): boolean {
  return action === "ask-authorization" || action === "reschedule";
}

/**
 * Judges visits by the edits, opens work for those of the next days that a payer would not pay as they
 * stand, and closes it when the reason is gone. What only wants asking again is no work: it is asked again.
 * Answers how the visits stand.
 */
export async function raiseClearanceWork(
  transaction: PracticeTransaction,
  filter: VisitFilter,
  today: string,
): Promise<ClearedVisit[]> {
  const to = addBusinessDays(today, clearanceDays);
  const inSpan = filter.ids ? filter : { ...filter, from: today, to };
  const visits = await loadVisits(transaction, inSpan, { today });
  const cleared = await judgeVisits(transaction, visits, today);
  for (const kind of ["visit-not-clear", "authorization-needed"] as const) {
    const needs: WorkNeed[] = [];
    const gone: string[] = [];
    for (const one of cleared) {
      const isOpen = one.visit.state === "booked" && one.visit.day <= to;
      const reason = one.clearance.reasons.find(
        (candidate) => candidate.severity === "stop" && workOf[kind](candidate),
      );
      if (isOpen && reason !== undefined) needs.push({ kind, ...needOf(one, reason) });
      else gone.push(needKey(one));
    }
    await raiseWork(transaction, needs);
    await closeWork(transaction, kind, gone);
  }
  return cleared;
}

const needKey = ({ visit }: ClearedVisit): string => `appointment:${visit.id}`;

function needOf(one: ClearedVisit, reason: ClearanceReason): Omit<WorkNeed, "kind"> {
  return {
    needKey: needKey(one),
    subjectKind: "appointment",
    subjectId: one.visit.id,
    why: { reasonCode: reason.code, sentence: clearanceSentence(reason), ...reason.detail },
    ...(reason.cents === undefined ? {} : { cents: reason.cents }),
    dueOn: one.visit.day,
  };
}
