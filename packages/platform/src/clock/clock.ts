/** Where real time comes from. Handed in, so that a test or a demo practice can have its own. */
export interface Clock {
  /** The current instant. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export interface SteppedClock extends Clock {
  /** Moves the clock forward, or backward by a negative number. */
  advance(milliseconds: number): void;
}

/** A clock for tests that starts at an instant and moves only when told to. */
export function steppedClock(start: string): SteppedClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** The civil date (`YYYY-MM-DD`) of an instant in a time zone such as `America/New_York`. */
export function civilDate(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/**
 * A practice's business date: its own where it has one (a demo practice), else today in its time
 * zone.
 */
export function businessDate(
  clock: Clock,
  practice: { readonly businessDate: string | undefined; readonly timeZone: string },
): string {
  return practice.businessDate ?? civilDate(clock.now(), practice.timeZone);
}
