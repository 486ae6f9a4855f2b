/** A line of services to be judged. */
export type JudgedLine = {
  readonly procedureCode: string | undefined;
  readonly modifiers: readonly string[];
  readonly units: number | undefined;
  readonly serviceFrom: string | undefined;
};

/** Services of one patient, day and payer: an encounter before its claim, or a claim. */
export type JudgedService = {
  /** Of the claim or of the encounter. */
  readonly id: number;
  /** The claim, where there is one. */
  readonly claimId: number | undefined;
  readonly patientControlNumber: string | undefined;
  /** The claim that this one mends. */
  readonly predecessorId: number | undefined;
  readonly isSent: boolean;
  readonly patientId: number;
  /** Undefined where no coverage is on file. */
  readonly payerId: number | undefined;
  readonly memberIdKey: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly renderingNpi: string | undefined;
  readonly billingNpi: string | undefined;
  readonly frequencyCode: string;
  readonly isSecondary: boolean;
  /** The earlier payer's answer, for a second payer. */
  readonly priorPayerOn: string | undefined;
  /** This payer's answer to what is corrected. */
  readonly remittanceOn: string | undefined;
  readonly authorizationNumber: string | undefined;
  readonly appointmentId: number | undefined;
  readonly lines: readonly JudgedLine[];
};
