import { hierarchySet } from "../codec/hierarchy.ts";
import type { Values } from "../codec/shape.ts";
import {
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { EnrolledMember, EnrollmentBatch } from "./enrollment.ts";
import { enrollmentHierarchy } from "./enrollment-shapes.ts";

/** What an 834 to write says of itself. */
export type WritableEnrollmentBatch = Omit<EnrollmentBatch, "header">;

/** A member to write. */
export type WritableMember = Omit<EnrolledMember, "range">;

/** Writes an enrollment (005010X220A1) as one transaction set. */
export function write834(
  batch: WritableEnrollmentBatch,
  members: Iterable<WritableMember>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [enrollmentSet(batch, members)]);
}

/** The transaction set of an enrollment, for `writePieces`. */
export function enrollmentSet(
  batch: WritableEnrollmentBatch,
  members: Iterable<WritableMember>,
): SetContent {
  return hierarchySet(enrollmentHierarchy, batch, unitsOf(members));
}

function* unitsOf(members: Iterable<WritableMember>): Generator<Values> {
  for (const member of members) yield { member };
}
