import type { Clock } from "../clock/clock.ts";
import type { RandomSource } from "../random/random.ts";
import type { PracticesDatabase } from "../tenancy/with-practices.ts";
import type { MasterKey } from "./master-key.ts";

/** How long sessions live. */
export interface SessionLimits {
  /** A session unused for this long ends (45 CFR 164.312(a)(2)(iii), automatic logoff). */
  readonly idleMs: number;
  /** A session ends at this age, used or not. */
  readonly absoluteMs: number;
  /** The same for the person at the machine, whose screen lock is his own. */
  readonly localOwnerIdleMs: number;
}

export const defaultSessionLimits: SessionLimits = {
  idleMs: 15 * 60_000,
  absoluteMs: 12 * 3_600_000,
  localOwnerIdleMs: 12 * 3_600_000,
};

/** What identity needs from the outside. */
export interface IdentityServices {
  readonly database: PracticesDatabase;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly masterKey: MasterKey;
  readonly limits: SessionLimits;
  /** True only while the server listens on loopback alone; without it there is no local owner. */
  readonly localOwnerAllowed: boolean;
}
