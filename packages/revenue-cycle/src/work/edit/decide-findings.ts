import type { EditFinding, Severity } from "./edit.ts";

export const findingStates = ["open", "gone", "released"] as const;
export type FindingState = (typeof findingStates)[number];

/** A finding as it is on file. */
export type KnownFinding = {
  readonly findingId: number;
  readonly code: string;
  /** Position of the line or diagnosis, 0 for the whole. */
  readonly place: number;
  readonly severity: Severity;
  readonly message: string;
  readonly state: FindingState;
};

export type FindingPlan = {
  /** To be written as open: found for the first time, found again, or found with another message. */
  readonly open: readonly EditFinding[];
  /** Were open or released and are not found any more. */
  readonly gone: readonly number[];
  /** What stops the subject now. */
  readonly holding: readonly EditFinding[];
};

/**
 * What becomes of a subject's findings when it was judged again. One that a person released stays
 * released while it says the same; if it says something else it is open again.
 */
export function decideFindings(
  known: readonly KnownFinding[],
  found: readonly EditFinding[],
): FindingPlan {
  const knownAt = new Map(known.map((one) => [keyOf(one.code, one.place), one]));
  const foundAt = new Set(found.map((one) => keyOf(one.code, one.at ?? 0)));
  const isReleased = (one: EditFinding) => {
    const before = knownAt.get(keyOf(one.code, one.at ?? 0));
    return before?.state === "released" && before.message === one.message;
  };
  const isUnchanged = (one: EditFinding) => {
    const before = knownAt.get(keyOf(one.code, one.at ?? 0));
    return (
      before?.state === "open" && before.message === one.message && before.severity === one.severity
    );
  };
  return {
    open: found.filter((one) => !isReleased(one) && !isUnchanged(one)),
    gone: known
      .filter((one) => one.state !== "gone" && !foundAt.has(keyOf(one.code, one.place)))
      .map((one) => one.findingId),
    holding: found.filter((one) => one.severity === "hold" && !isReleased(one)),
  };
}

function keyOf(code: string, place: number): string {
  return `${code} ${place}`;
}

/** The role that owns most of what stops a subject; of equals the one that is named first. */
export function holdOwner(holding: readonly EditFinding[]): EditFinding["ownerRole"] | undefined {
  const counts = new Map<EditFinding["ownerRole"], number>();
  for (const { ownerRole } of holding) counts.set(ownerRole, (counts.get(ownerRole) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
