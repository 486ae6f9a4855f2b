import type {
  ClaimStatus,
  ImplementationAcknowledgment,
  InterchangeAcknowledgment,
  SetAcknowledgment,
} from "../acknowledgment.ts";

/** What a TA1 says, before it stands in a file. */
export type DecidedInterchangeAcknowledgment = Omit<
  InterchangeAcknowledgment,
  "interchange" | "range"
>;

/** What AK2 to IK5 of a 999 say about one set. */
export type DecidedSetAcknowledgment = Omit<SetAcknowledgment, "range">;

/** What a 999 says about one group, before it stands in a file. */
export type DecidedImplementationAcknowledgment = Omit<
  ImplementationAcknowledgment,
  "header" | "range" | "sets"
> & { readonly sets: readonly DecidedSetAcknowledgment[] };

/** What a 277CA says about one claim. */
export type DecidedClaimAnswer = {
  /** TRN02 of the claim's level: CLM01 as sent. */
  readonly patientControlNumber: string;
  readonly isAccepted: boolean;
  /** The most important first, at most three composites in one STC. */
  readonly status: ClaimStatus;
  readonly lines: readonly {
    /** REF*6R of the line, else its number. */
    readonly lineItemControlNumber: string;
    readonly status: ClaimStatus;
  }[];
};
