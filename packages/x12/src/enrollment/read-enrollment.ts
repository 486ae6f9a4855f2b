import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { EnrolledMember } from "./enrollment.ts";
import { enrollmentHierarchy } from "./enrollment-shapes.ts";
import type { WritableEnrollmentBatch, WritableMember } from "./write-enrollment.ts";

/** Reads an 834 (005010X220A1): one event per member. */
export function readEnrollmentSet(context: SetContext): SetReader {
  return readHierarchy(enrollmentHierarchy, context, ({ heading, unit, range }) => {
    const batch = { ...(heading as WritableEnrollmentBatch), header: context.header };
    const member: EnrolledMember = { ...(unit.member as WritableMember), range };
    context.emit({ type: "enrolled-member", batch, member });
  });
}
