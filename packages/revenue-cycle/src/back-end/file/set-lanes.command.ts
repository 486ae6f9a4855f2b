import type pg from "pg";
import { areApart, type SetKeys } from "./set-keys.ts";

/** Sets read side by side: while the database writes one, this process decides the other. */
const lanes = 2;

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

/**
 * Keeps other files of the practice from being read in lanes at the same time. Held by a connection
 * of its own, from the first set that is read beside another to the end of the file.
 */
export class LanePermit {
  readonly #pool: pg.Pool;
  readonly #practiceId: number;
  #client: pg.PoolClient | undefined;
  #isRefused = false;

  constructor(pool: pg.Pool, practiceId: number) {
    this.#pool = pool;
    this.#practiceId = practiceId;
  }

  /** A connection that breaks gives the permit back; the next set is then read alone. */
  readonly #lose = (): void => {
    this.#client = undefined;
    this.#isRefused = true;
  };

  /** Whether lanes may be used; false while another file of the practice uses them. */
  async isGranted(): Promise<boolean> {
    if (this.#client !== undefined) return true;
    if (this.#isRefused) return false;
    const client = await this.#pool.connect();
    const { rows } = await client.query<{ granted: boolean }>(
      "select pg_try_advisory_lock(7304, hashint8($1::bigint)) as granted",
      [this.#practiceId],
    );
    if (rows[0]?.granted === true) {
      this.#client = client;
      client.on("error", this.#lose);
      return true;
    }
    client.release();
    this.#isRefused = true;
    return false;
  }

  async giveBack(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    client.off("error", this.#lose);
    try {
      await client.query("select pg_advisory_unlock(7304, hashint8($1::bigint))", [
        this.#practiceId,
      ]);
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }
}
