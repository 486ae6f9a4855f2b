import { type CircuitLimits, defaultCircuitLimits } from "./circuit.ts";

/** How patient one exchange with a far end is. */
export type Patience = {
  readonly timeoutMs: number;
  /** How often one thing is tried before it counts as failed. */
  readonly attempts: number;
  /** Pause after the first attempt; each next one is twice as long. */
  readonly retryPauseMs: number;
};

/** When files go out and are picked up by themselves, and how patient that is. */
export type ConnectionSchedule = {
  /** Times of day in the practice's time zone, `HH:MM`. */
  readonly pickUpTimes: readonly string[];
  readonly pickUpMinutes: number | null;
  readonly sendTimes: readonly string[];
  readonly timeoutSeconds: number;
  readonly attempts: number;
  readonly retryPauseMs: number;
  readonly failuresToOpen: number;
  readonly openSeconds: number;
  readonly openMostSeconds: number;
};

/** What holds for a connection of which nobody has said anything: people send and pick up. */
export const defaultSchedule: ConnectionSchedule = {
  pickUpTimes: [],
  pickUpMinutes: null,
  sendTimes: [],
  timeoutSeconds: 20,
  attempts: 3,
  retryPauseMs: 250,
  failuresToOpen: defaultCircuitLimits.failuresToOpen,
  openSeconds: defaultCircuitLimits.firstPauseMs / 1000,
  openMostSeconds: defaultCircuitLimits.longestPauseMs / 1000,
};

/** The patience of a schedule. */
export function patienceOf(schedule: ConnectionSchedule): Patience {
  const { timeoutSeconds, attempts, retryPauseMs } = schedule;
  return { timeoutMs: timeoutSeconds * 1000, attempts, retryPauseMs };
}

/** When a far end that fails is left alone, and for how long. */
export function circuitLimitsOf(schedule: ConnectionSchedule): CircuitLimits {
  const { failuresToOpen, openSeconds, openMostSeconds } = schedule;
  return {
    failuresToOpen,
    firstPauseMs: openSeconds * 1000,
    longestPauseMs: openMostSeconds * 1000,
  };
}

/** A time of day on a day, both where the practice is: `YYYY-MM-DDTHH:MM`. */
export type LocalMinute = string;

export type LastExchange = {
  readonly pickedUpAt: LocalMinute;
  readonly sentAt: LocalMinute;
};

/** What is to be done now by the clock. A time that passed while the far end was away is made up for once. */
export function dueNow(
  schedule: ConnectionSchedule,
  last: LastExchange,
  now: LocalMinute,
): { readonly pickUp: boolean; readonly send: boolean } {
  const { pickUpMinutes, pickUpTimes, sendTimes } = schedule;
  const isEvery = pickUpMinutes !== null && minutesBetween(last.pickedUpAt, now) >= pickUpMinutes;
  return {
    pickUp: isEvery || hasPassed(pickUpTimes, last.pickedUpAt, now),
    send: hasPassed(sendTimes, last.sentAt, now),
  };
}

/** Whether one of the times of day came since `last`, up to and with now. */
function hasPassed(times: readonly string[], last: LocalMinute, now: LocalMinute): boolean {
  const today = now.slice(0, 10);
  const days = [dayBefore(today), today];
  const passed = days.flatMap((day) => times.map((time) => `${day}T${time}`));
  return passed.some((at) => last < at && at <= now);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Minutes on the clock of the wall; an hour that is turned back counts as none. */
function minutesBetween(from: LocalMinute, to: LocalMinute): number {
  return (Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000;
}
