import { errorCode } from "../named-error.ts";

/** Whether one part of the program can do its work at this moment. Throws or rejects if not. */
export type ReadinessCheck = () => Promise<void>;

export interface ReadinessReport {
  readonly ready: boolean;
  /** The parts that are not ready, with a code each. */
  readonly faults: readonly { readonly component: string; readonly code: string }[];
}

export interface Readiness {
  /** Adds a part under its name. */
  add(component: string, check: ReadinessCheck): void;
  /** Says that the program is stopping: from now on it is not ready, so no new work is sent to it. */
  leave(): void;
  /** Asks all parts at once; one that does not answer in time is not ready. */
  report(): Promise<ReadinessReport>;
}

/** Gathers what must work before requests are taken. */
export function readiness(options: { readonly timeoutMs?: number } = {}): Readiness {
  const { timeoutMs = 2000 } = options;
  const checks = new Map<string, ReadinessCheck>();
  let leaving = false;
  return {
    add: (component, check) => {
      checks.set(component, check);
    },
    leave: () => {
      leaving = true;
    },
    report: async () => {
      if (leaving) return { ready: false, faults: [{ component: "program", code: "STOPPING" }] };
      const answers = await Promise.all(
        [...checks].map(async ([component, check]) => ({
          component,
          code: await faultOf(check, timeoutMs),
        })),
      );
      const faults = answers.flatMap(({ component, code }) => (code ? [{ component, code }] : []));
      return { ready: faults.length === 0, faults };
    },
  };
}

async function faultOf(check: ReadinessCheck, timeoutMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("TIMEOUT"), timeoutMs);
  });
  try {
    return await Promise.race([check().then(() => undefined), late]);
  } catch (error) {
    return errorCode(error) ?? "FAULT";
  } finally {
    clearTimeout(timer);
  }
}
