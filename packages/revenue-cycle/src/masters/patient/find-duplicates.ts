import { normalizedName } from "../identifier-key.ts";

/** By what a patient is compared with those on file. Keys as in `identifier-key.ts`. */
export type ComparablePatient = {
  readonly lastName: string;
  readonly firstName: string;
  readonly dateOfBirth: string | undefined;
  /** Ten digits. */
  readonly phone: string | undefined;
  readonly memberIdKeys: readonly string[];
};

export type KnownPatient = ComparablePatient & { readonly patientId: number };

/** Why somebody on file may be the same person, and how much it weighs: the most certain first. */
export const duplicateReasons = {
  "same-name-and-birth": 100,
  "same-member-id": 90,
  "near-name-and-birth": 80,
  "same-phone-and-first-name": 70,
  "same-name-near-birth": 60,
  "same-name-without-birth": 50,
} as const;
export type DuplicateReason = keyof typeof duplicateReasons;

export type Duplicate = {
  readonly patientId: number;
  /** Weight of the strongest reason, to sort by. */
  readonly weight: number;
  readonly reasons: readonly DuplicateReason[];
};

/** How far two names of one birthday may lie apart: a letter dropped, swapped or mistyped, or two. */
const nearNameEdits = 2;

/**
 * Who on file may be the person described, the most likely first; those of equal weight in the order
 * of their ids. Nobody is joined by this: it warns.
 */
export function findDuplicates(
  person: ComparablePatient,
  known: readonly KnownPatient[],
): Duplicate[] {
  return known
    .map((other) => {
      const reasons = reasonsFor(person, other);
      const weight = Math.max(0, ...reasons.map((reason) => duplicateReasons[reason]));
      return { patientId: other.patientId, weight, reasons };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight || left.patientId - right.patientId);
}

function reasonsFor(person: ComparablePatient, other: ComparablePatient): DuplicateReason[] {
  const own = namesOf(person);
  const its = namesOf(other);
  const isSameName = own.last === its.last && own.first === its.first;
  const birth = compareBirths(person.dateOfBirth, other.dateOfBirth);
  const found: Readonly<Record<DuplicateReason, boolean>> = {
    "same-name-and-birth": isSameName && birth === "same",
    "same-member-id": person.memberIdKeys.some((key) => other.memberIdKeys.includes(key)),
    "near-name-and-birth": !isSameName && birth === "same" && isNearName(own, its),
    "same-phone-and-first-name":
      person.phone !== undefined && person.phone === other.phone && own.first === its.first,
    "same-name-near-birth": isSameName && birth === "near",
    "same-name-without-birth": isSameName && birth === "unknown",
  };
  return (Object.keys(found) as DuplicateReason[]).filter((reason) => found[reason]);
}

type Names = { readonly last: string; readonly first: string };

function namesOf(person: ComparablePatient): Names {
  return { last: normalizedName(person.lastName), first: normalizedName(person.firstName) };
}

/** Near by letters, with first and last name exchanged, or with one name within the other (Jo, Joanne). */
function isNearName(own: Names, its: Names): boolean {
  const isExchanged = own.last === its.first && own.first === its.last;
  const whole = (names: Names) => `${names.last} ${names.first}`;
  const isPart = (one: string, other: string) =>
    one !== "" && other !== "" && (one.startsWith(other) || other.startsWith(one));
  return (
    isExchanged ||
    (isPart(own.last, its.last) && isPart(own.first, its.first)) ||
    editDistance(whole(own), whole(its), nearNameEdits) <= nearNameEdits
  );
}

/** Near: one digit differs, or two that stand for day, month or year have changed places. */
function compareBirths(
  own: string | undefined,
  its: string | undefined,
): "same" | "near" | "other" | "unknown" {
  if (own === undefined || its === undefined) return "unknown";
  if (own === its) return "same";
  return editDistance(own, its, 1) <= 1 || own === exchanged(its) ? "near" : "other";
}

/** Day and month in each other's place. */
function exchanged(date: string): string {
  return `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`;
}

/**
 * Fewest letters to insert, drop, replace or exchange with a neighbour to make one text of the other
 * (optimal string alignment); more than `limit` is told as `limit + 1`.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isExchange =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isExchange ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = next;
  }
  return Math.min(last[to.length] ?? 0, limit + 1);
}
