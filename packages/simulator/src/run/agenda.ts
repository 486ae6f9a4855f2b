/** What is to happen on which day. Within a day the order is that of the entry. */
export class Agenda<T> {
  readonly #days = new Map<number, T[]>();

  /** Something for a day; the caller sees to it that the day has not passed. */
  add(day: number, item: T): void {
    const items = this.#days.get(day);
    if (items === undefined) this.#days.set(day, [item]);
    else items.push(item);
  }

  /** Takes out everything of a day. */
  take(day: number): readonly T[] {
    const items = this.#days.get(day) ?? [];
    this.#days.delete(day);
    return items;
  }
}
