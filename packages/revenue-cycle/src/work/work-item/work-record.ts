import type { WorkItemRow } from "./work-item-answers.ts";

/** A work item as the command line prints it. */
export type WorkRecord = {
  readonly id: number;
  readonly kind: string;
  readonly why: string;
  readonly cents: number;
  readonly due: string | null;
  readonly role: string;
  /** What it is about: a claim's or remittance's number, else its kind and id. */
  readonly subject: string;
  readonly whyCode: string;
  readonly actions: readonly string[];
};

/** Makes the record of one work item. */
export function workRecord(item: WorkItemRow): WorkRecord {
  const { id, kind, whyText, whyCode, cents, due, role, subject, actions } = item;
  return {
    id,
    kind,
    why: whyText,
    cents,
    due,
    role,
    subject: subject.label ?? `${subject.kind}:${subject.id}`,
    whyCode,
    actions,
  };
}
