import type { BilledClaim } from "../office/claim.ts";
import type { PriorDecision } from "../office/written-claim.ts";
import type { Profile } from "../parameters/profiles.ts";
import type { ClaimDecision } from "../payers/decision.ts";
import type { Payer } from "../payers/payer.ts";
import type { Accumulator } from "../payers/share-costs.ts";
import type { SendingRecord } from "../truth/records.ts";
import type { Tally } from "../truth/tally.ts";
import type { World } from "../world/encounter.ts";
import type { Agenda } from "./agenda.ts";
import type { ClaimLife, StandingDecision } from "./claim-life.ts";
import type { ArrivingFile, SimulationOutput } from "./output.ts";

/** A claim on its way to a payer. */
export type Sending = {
  readonly is: "send";
  readonly life: ClaimLife;
  readonly claim: BilledClaim;
  readonly as: SendingRecord["as"];
  readonly prior?: PriorDecision;
};

/** Something that a payer does at its payment run. */
export type PayerEvent =
  | {
      readonly is: "decide";
      readonly life: ClaimLife;
      readonly claim: BilledClaim;
      readonly payer: Payer;
      readonly receivedOn: number;
      readonly isDuplicate: boolean;
      /** The first payer's decision, for a payer after it. */
      readonly first: ClaimDecision | undefined;
    }
  | {
      readonly is: "take-back";
      readonly life: ClaimLife;
      readonly payer: Payer;
      readonly taken: StandingDecision;
      readonly way: TakebackWay;
    }
  | {
      readonly is: "reopen";
      readonly life: ClaimLife;
      readonly payer: Payer;
      readonly reopened: StandingDecision;
    }
  | {
      readonly is: "recoup";
      readonly life: ClaimLife;
      readonly payer: Payer;
      readonly reference: string;
      readonly cents: number;
      readonly way: TakebackWay;
      readonly reversedOn: number | undefined;
    }
  /** A claim that the practice takes back (frequency 8): what was decided is reversed. */
  | {
      readonly is: "void";
      readonly life: ClaimLife;
      readonly payer: Payer;
      readonly voided: StandingDecision;
    };

/**
 * How a payer takes money back: by a reversal with its correction; by the same, the money kept until
 * later under a provider adjustment (WO); or by WO alone, without saying what changed.
 */
export type TakebackWay = "reversal" | "established" | "unexplained";

export type RunEvent =
  | Sending
  | PayerEvent
  | { readonly is: "arrive"; readonly file: ArrivingFile }
  | {
      readonly is: "patient-pays";
      readonly life: ClaimLife;
      readonly cents: number;
      readonly receipt: string;
    };

export type SimulationOptions = {
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  readonly profile: Profile;
  /** Claims of insured visits; slips may bill some of them once more. */
  readonly claims: number;
  /** Last day simulated, `YYYY-MM-DD`. */
  readonly end: string;
  /** Days simulated. */
  readonly days: number;
};

/** A row of a CSV file and the day that it tells of. */
export type DatedRow = { readonly day: number; readonly text: string };

/** A simulation under way. */
export type Run = {
  readonly options: SimulationOptions;
  readonly profile: Profile;
  readonly world: World;
  readonly agenda: Agenda<RunEvent>;
  readonly outputs: SimulationOutput[];
  readonly lives: Map<string, ClaimLife>;
  readonly tally: Tally;
  /** What members have paid of their year, by patient, payer and year. */
  readonly filled: Map<string, Accumulator>;
  /** What a payer carries forward to its next payment, as positive cents. */
  readonly forwarded: Map<string, { cents: number; trace: string }>;
  /** Payers that have paid their month's capitation, with the month. */
  readonly capitated: Map<string, string>;
  /** Rows of the CSV files that the month ends with. */
  bankRows: DatedRow[];
  patientRows: DatedRow[];
  day: number;
  /** ISA and submitter number of the practice at the clearinghouse. */
  readonly submitterId: string;
  /** Which of the billing providers a payer pays, from 0: told by the trace numbers. */
  readonly deskNumber: number;
  /** No file is written before this day: what is past is lived through and not told. */
  readonly toldFrom: number;
  /** Keeps the lives of claims that are settled. */
  readonly remembers: boolean;
};

/** Whether files of the day are written. */
export function isTold(run: Run): boolean {
  return run.day >= run.toldFrom;
}

/** Puts an event on the agenda; what would come after the last day never happens. */
export function schedule(run: Run, day: number, event: RunEvent): void {
  if (event.is !== "arrive") event.life.pending += 1;
  run.agenda.add(Math.max(day, run.day), event);
}
