const nothing: readonly never[] = [];

/** The one list without items; never changed. */
export function noItems<T>(): readonly T[] {
  return nothing;
}

/**
 * A list with one item more: a new one as long as it is short, else the same. Most lists of a claim
 * have one item or two, and growing an array in place makes room for seventeen.
 */
export function withItem<T>(list: readonly T[], item: T): readonly T[] {
  switch (list.length) {
    case 0:
      return [item];
    case 1:
      return [list[0] as T, item];
    case 2:
      return [list[0] as T, list[1] as T, item];
    case 3:
      return [list[0] as T, list[1] as T, list[2] as T, item];
    default:
      (list as T[]).push(item);
      return list;
  }
}
