type Value = string | number | boolean | null;

/**
 * The draft in which an answer is changed: fields that the answer does not state are as in the empty
 * draft, and what the draft does not have is left out.
 */
export function draftOf<Draft extends Readonly<Record<string, Value>>>(
  empty: Draft,
  answer: Readonly<Record<string, unknown>>,
): Draft {
  const fields = Object.entries(empty).map(([field, otherwise]) => [
    field,
    answer[field] ?? otherwise,
  ]);
  // Every field of the draft has the type of the answer's.
  return Object.fromEntries(fields) as Draft;
}

/** A place in the list of an id that a search parameter names. */
export function idOf(open: string | undefined): number | undefined {
  return open !== undefined && /^\d+$/.test(open) ? Number(open) : undefined;
}

/** An address that nobody has stated. */
export const emptyAddress = {
  addressLine1: "",
  addressLine2: "",
  city: "",
  state: "",
  postalCode: "",
};
