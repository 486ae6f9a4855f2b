import type { SlipRow } from "../parameters/parameters.ts";
import type { Payer } from "../payers/payer.ts";
import type { Encounter } from "../world/encounter.ts";
import type { Coverage } from "../world/patient.ts";
import type { Provider } from "../world/practice.ts";

/** A line as the practice bills it. */
export type BilledLine = {
  readonly number: number;
  readonly controlNumber: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargedCents: number;
  /** 1-based positions in the claim's diagnoses. */
  readonly pointers: readonly number[];
};

/** An injury at work: who employs the patient and under which number the insurer keeps it. */
export type Injury = {
  readonly employer: string;
  readonly claimNumber: string;
  readonly state: string;
  readonly day: number;
};

/** A claim as the practice sends it, right or wrong. */
export type BilledClaim = {
  readonly patientControlNumber: string;
  readonly encounter: Encounter;
  readonly slip: SlipRow | undefined;
  readonly payer: Payer;
  /** NM109 of the payer as written. */
  readonly payerIdWritten: string;
  readonly coverage: Coverage;
  readonly memberIdWritten: string;
  readonly bornOnWritten: string;
  readonly injury: Injury | undefined;
  /** Another coverage that the claim tells of. */
  readonly nextCoverage: Coverage | undefined;
  readonly rendering: Provider;
  readonly placeOfService: string;
  readonly diagnoses: readonly string[];
  readonly lines: readonly BilledLine[];
  readonly chargedCents: number;
  readonly authorizationNumber: string | undefined;
  readonly referralNumber: string | undefined;
  readonly recordsAttached: boolean;
  readonly frequency: "1" | "7";
  /** REF*F8 of a replacement. */
  readonly replacesPayerNumber: string | undefined;
  /** By what the payer numbers it instead of the practice's number. */
  readonly payersMark?: string;
  /** First day on which it can be sent. */
  readonly readyOn: number;
};
