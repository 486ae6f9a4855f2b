import { differences, type EditNode, valueAt, withValue } from "./claim-edit.ts";

export type Side = "theirs" | "mine";

/** A field that two people left differently. */
export type Conflict = {
  readonly path: string;
  readonly theirs: unknown;
  readonly mine: unknown;
  /** Whose value stands unless somebody chooses: of the one who changed it; mine where both did. */
  readonly proposed: Side;
};

type Three = { readonly base: EditNode; readonly theirs: EditNode; readonly mine: EditNode };

/**
 * The fields in which two people's versions of one record differ, from what both started with. A list
 * that got longer or shorter is one field: its entries have no identity but their place.
 */
export function conflictsOf({ base, theirs, mine }: Three): Conflict[] {
  return walk({ base, theirs, mine }, "");
}

type Values = { readonly base: unknown; readonly theirs: unknown; readonly mine: unknown };

function walk(values: Values, path: string): Conflict[] {
  const { base, theirs, mine } = values;
  if (isSame(theirs, mine)) return [];
  if (path !== "" && !isWalkable(values)) {
    return [{ path, theirs, mine, proposed: isSame(mine, base) ? "theirs" : "mine" }];
  }
  const keys = new Set([...keysOf(theirs), ...keysOf(mine)]);
  return [...keys].flatMap((key) =>
    walk(
      { base: valueAt(base, key), theirs: valueAt(theirs, key), mine: valueAt(mine, key) },
      path === "" ? key : `${path}.${key}`,
    ),
  );
}

/** Whether all three are lists of one length, or records. */
function isWalkable({ base, theirs, mine }: Values): boolean {
  const all = [base, theirs, mine];
  const lists = all.filter((value): value is unknown[] => Array.isArray(value));
  if (lists.length > 0) {
    return lists.length === all.length && new Set(lists.map(({ length }) => length)).size === 1;
  }
  return all.every((value) => typeof value === "object" && value !== null);
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function isSame(one: unknown, other: unknown): boolean {
  return differences(one, other).length === 0;
}

/** Their version with the fields of mine that were chosen. */
export function mergedDraft(
  theirs: EditNode,
  conflicts: readonly Conflict[],
  chosen: ReadonlyMap<string, Side>,
): EditNode {
  return conflicts
    .filter(({ path, proposed }) => (chosen.get(path) ?? proposed) === "mine")
    .reduce((draft, { path, mine }) => withValue(draft, path, mine), theirs);
}

/** What the server works out from the other fields of a claim when it is saved. */
const following = [
  "chargedCents",
  "diagnoses",
  "serviceFrom",
  "serviceThrough",
  "originalPayerClaimControlNumber",
  "priorAuthorization",
  "referralNumber",
] as const;

/** A claim as it was typed, with what only follows from its fields taken from another version. */
export function withFollowing(mine: EditNode, theirs: EditNode): EditNode {
  // A patient who is the insured is the insured (005010X222A1 2000B SBR02 18).
  const isInsured = mine.patientRelationship === undefined;
  const names = isInsured ? [...following, "patient"] : following;
  return names.reduce((draft, name) => withValue(draft, name, theirs[name]), mine);
}
