import { areApart, type SetKeys } from "./set-keys.ts";

/** Sets read side by side: while the database writes some, this process decides another. */
const lanes = 3;

/**
 * Runs the work of sets that have nothing to do with each other side by side, and everything else
 * alone. The first fault ends it: no further work is started.
 */
export class SetLanes {
  readonly #running = new Map<SetKeys, Promise<void>>();
  #fault: { readonly error: unknown } | undefined;

  /** Starts the work once there is room beside the work under way; returns when it is started. */
  async beside(keys: SetKeys, work: () => Promise<void>): Promise<void> {
    for (;;) {
      this.#rethrow();
      const running = [...this.#running.keys()];
      if (running.length < lanes && running.every((other) => areApart(other, keys))) break;
      await Promise.race(this.#running.values());
    }
    const ended = work()
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => this.#running.delete(keys));
    this.#running.set(keys, ended);
  }

  /** Waits until nothing runs. */
  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
    this.#rethrow();
  }

  /** Waits until nothing runs, whatever became of it. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  #rethrow(): void {
    if (this.#fault !== undefined) throw this.#fault.error;
  }
}
