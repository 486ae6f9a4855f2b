import { isTransient } from "../database/retry.ts";
import { errorCode } from "../named-error.ts";
import { isDiskFull } from "./disk-room.ts";

type Patience = {
  /** Ends the waiting: the work is then not done, and whoever comes next begins it. */
  readonly signal: AbortSignal;
  /** Told of the first wait and of the end of the waiting. */
  readonly onWait?: (code: string | undefined) => void;
  readonly onResume?: () => void;
  /** Pauses one after the other, the last for all that follow; 1 s up to 15 s if absent. */
  readonly pausesMs?: readonly number[];
};

const usualPausesMs = [1000, 2000, 5000, 10_000, 15_000];

/**
 * Does work that goes on where it stopped, and waits as long as there is no room on the disk or no
 * database: a job that failed for that could not even be recorded as failed. Any other fault is thrown.
 */
export async function workWhenPossible(
  patience: Patience,
  work: () => Promise<void>,
): Promise<void> {
  const { signal, onWait, onResume, pausesMs = usualPausesMs } = patience;
  for (let waits = 0; ; waits += 1) {
    try {
      await work();
      if (waits > 0) onResume?.();
      return;
    } catch (error) {
      if (!isDiskFull(error) && !isTransient(error)) throw error;
      if (signal.aborted) throw error;
      if (waits === 0) onWait?.(errorCode(error));
    }
    await pause(pausesMs[Math.min(waits, pausesMs.length - 1)] ?? 0, signal);
    if (signal.aborted) return;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end, { once: true });
  });
}
