import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { type PracticesDatabase, withPractice } from "../tenancy/with-practices.ts";
import { grantRoles } from "./users.ts";

/** What a practice is for: real work, a look at somebody's own files, or the demonstration. */
export const practiceKinds = ["practice", "own-files", "demo"] as const;
export type PracticeKind = (typeof practiceKinds)[number];

/** A practice as the directory holds it. */
export interface Practice {
  readonly practiceId: number;
  readonly publicId: string;
  readonly name: string;
  readonly kind: PracticeKind;
}

/**
 * Creates a practice with what the subject needs in it, such as its books; undefined if the name is
 * taken. The subject hands this in, because the platform knows none of it.
 */
export type CreatePractice = (wanted: {
  readonly name: string;
  readonly kind: PracticeKind;
  readonly actor: string;
}) => Promise<Practice | undefined>;

export interface CreatedPractice {
  readonly practice: Practice;
  readonly actor: string;
  /** Who gets a role in it at once; the local owner needs none. */
  readonly member: { readonly userId: number; readonly role: Role } | undefined;
  readonly requestId?: string;
}

/** Writes the first entry of a practice's audit log and gives its creator his role, in one transaction. */
export async function admitCreator(
  database: PracticesDatabase,
  { practice, actor, member, requestId }: CreatedPractice,
): Promise<void> {
  const { practiceId, publicId, kind } = practice;
  await withPractice(database, { practiceId, actor }, async (transaction) => {
    if (member) await grantRoles(transaction, member.userId, [member.role]);
    await recordAudit(transaction, {
      actor,
      action: "create",
      category: "practice",
      subjects: [{ kind: "practice", ids: [publicId] }],
      details: { kind, ...(member ? { role: member.role } : {}) },
      ...(requestId === undefined ? {} : { requestId }),
    });
  });
}
