import { sumOf } from "../cents.ts";
import type { ClaimLife } from "../run/claim-life.ts";
import type { Standing, Summary } from "./records.ts";

/** Counts claims as they end, for the measures of the whole. */
export class Tally {
  readonly #sums = {
    claims: 0,
    charged: 0,
    insurancePaid: 0,
    patientPaid: 0,
    contractual: 0,
    openInsurance: 0,
    openPatient: 0,
    denied: 0,
    adjudicated: 0,
    initiallyDenied: 0,
    firstSendingRejected: 0,
    recentCharges: 0,
  };
  readonly #stages: Record<string, number> = {};
  readonly #codes: Record<string, number> = {};
  readonly #recentFrom: number;

  constructor(lastDay: number) {
    this.#recentFrom = lastDay - 89;
  }

  count(life: ClaimLife, standing: Standing): void {
    const sums = this.#sums;
    sums.claims += 1;
    sums.charged += standing.charged;
    sums.insurancePaid += standing.insurancePaid;
    sums.patientPaid += standing.patientPaid;
    sums.contractual += standing.contractual;
    sums.openInsurance += standing.openInsurance;
    sums.openPatient += standing.openPatient;
    sums.denied += standing.denied;
    if (life.first.encounter.day >= this.#recentFrom) sums.recentCharges += standing.charged;
    if (life.sendings[0]?.answer.startsWith("rejected")) sums.firstSendingRejected += 1;
    if (life.firstOutcome === undefined) return;
    sums.adjudicated += 1;
    if (life.firstOutcome === "denied") this.#countDenial(life);
  }

  /** By the stage of the slip; a refusal without one is the payer's own. */
  #countDenial(life: ClaimLife): void {
    this.#sums.initiallyDenied += 1;
    add(this.#stages, life.first.slip?.stage ?? "payer");
    add(this.#codes, life.firstRefusalCode ?? "");
  }

  summary(): Summary {
    const sums = this.#sums;
    const open = sums.openInsurance + sums.openPatient;
    return {
      ...sums,
      initiallyDeniedByStage: sorted(this.#stages),
      initiallyDeniedByCode: sorted(this.#codes),
      daysInAr: sums.recentCharges === 0 ? undefined : Math.round((open * 90) / sums.recentCharges),
    };
  }
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function sorted(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The contract's amount over the lines that some payer decided first. */
export function contractCentsOf(life: ClaimLife): number {
  const first = life.standing.find(({ decision }) => decision.statusCode !== "2");
  return sumOf(first?.decision.lines ?? [], ({ contractCents }) => contractCents ?? 0);
}
