/** How questions over a connection have fared; instants in milliseconds. */
export type Circuit = {
  /** Failures since the last answer. */
  readonly failures: number;
  /** Nobody asks before then; absent while it is closed. */
  readonly openUntil: number | undefined;
  /** Somebody tries it out until then. */
  readonly probingUntil: number | undefined;
};

export const closedCircuit: Circuit = {
  failures: 0,
  openUntil: undefined,
  probingUntil: undefined,
};

/** `closed`: asked freely. `open`: not asked for a while. `half-open`: one question tries it out. */
export type CircuitState = "closed" | "open" | "half-open";

/** When a far end is left alone, and for how long. */
export type CircuitLimits = {
  /** Failures in a row after which nobody asks for a while. */
  readonly failuresToOpen: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
};

/** What holds where nobody has said anything else. */
export const defaultCircuitLimits: CircuitLimits = {
  failuresToOpen: 5,
  firstPauseMs: 30_000,
  longestPauseMs: 15 * 60_000,
};

/** Longer than a question may take with all its attempts: then its asker is gone. */
const probeMs = 120_000;

/** What a circuit is at an instant; after its pause it is half-open until a question settles it. */
export function circuitState({ openUntil }: Circuit, now: number): CircuitState {
  if (openUntil === undefined) return "closed";
  return now < openUntil ? "open" : "half-open";
}

export type Permit =
  | { readonly is: "free" }
  /** The one question that tries it out; the circuit as it is kept meanwhile. */
  | { readonly is: "probe"; readonly circuit: Circuit }
  /** Not now; it may be asked again then. */
  | { readonly is: "refused"; readonly until: number };

/** Whether a question may go out now. */
export function permitOf(circuit: Circuit, now: number): Permit {
  const { openUntil, probingUntil } = circuit;
  if (openUntil === undefined) return { is: "free" };
  if (now < openUntil) return { is: "refused", until: openUntil };
  if (probingUntil !== undefined && now < probingUntil) {
    return { is: "refused", until: probingUntil };
  }
  return { is: "probe", circuit: { ...circuit, probingUntil: now + probeMs } };
}

/** After a failure: from so many in a row on it is open, twice as long each time, up to the longest. */
export function afterFailure(circuit: Circuit, now: number, limits: CircuitLimits): Circuit {
  const { failuresToOpen, firstPauseMs, longestPauseMs } = limits;
  const failures = circuit.failures + 1;
  if (failures < failuresToOpen) return { ...circuit, failures, probingUntil: undefined };
  const doublings = Math.min(20, failures - failuresToOpen);
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** doublings);
  return { failures, openUntil: now + pause, probingUntil: undefined };
}

/**
 * Pause after an attempt: the first pause, doubled each time, half of it by chance (0 to 255), so that many
 * askers do not come back at one instant.
 */
export function retryPause(attempt: number, chance: number, firstPauseMs: number): number {
  const most = firstPauseMs * 2 ** (attempt - 1);
  return Math.round(most / 2 + (most / 2) * (chance / 255));
}
