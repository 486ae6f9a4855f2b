/** What one adjudication says of one line. */
export type SpokenLine = {
  readonly lineNumber: number;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly deniedCents: number;
};

/** An adjudication in its canonical order. */
export type SpokenAdjudication = {
  readonly remittanceId: number;
  readonly claimNumber: number;
  readonly payerId: number;
  readonly on: string;
  readonly lines: readonly SpokenLine[];
};

export type DenialOutcome = "overturned" | "partly-overturned" | "upheld";

/** What a payer's later word did to a line that it had refused. */
export type JudgedDenial = {
  readonly remittanceId: number;
  readonly claimNumber: number;
  readonly lineNumber: number;
  readonly outcome: DenialOutcome;
  readonly on: string;
  /** The remittance that said so last. */
  readonly byRemittanceId: number;
  readonly recoveredCents: number;
};

/**
 * What became of every line that a payer refused and spoke of again: overturned when it now pays or
 * leaves a share to the patient and refuses nothing, partly when it still refuses some, upheld when
 * nothing came of it. What was recovered is what this payer paid on the line afterwards. Another
 * payer's money overturns nothing. `adjudications` stand (none reversed), oldest first.
 */
export function judgeOutcomes(adjudications: readonly SpokenAdjudication[]): JudgedDenial[] {
  return adjudications.flatMap((refusal, index) =>
    refusal.lines
      .filter(({ deniedCents }) => deniedCents > 0)
      .flatMap(({ lineNumber }) => {
        const later = adjudications
          .slice(index + 1)
          .filter(({ payerId }) => payerId === refusal.payerId)
          .flatMap(({ lines, ...said }) =>
            lines
              .filter((line) => line.lineNumber === lineNumber)
              .map((line) => ({ ...said, ...line })),
          );
        const last = later.at(-1);
        if (last === undefined) return [];
        const paid = later.reduce((sum, { paidCents }) => sum + paidCents, 0);
        const patient = later.reduce((sum, { patientCents }) => sum + patientCents, 0);
        const { remittanceId, claimNumber } = refusal;
        return [
          {
            ...{ remittanceId, claimNumber, lineNumber },
            outcome: outcomeOf(paid + patient, last.deniedCents),
            on: last.on,
            byRemittanceId: last.remittanceId,
            recoveredCents: Math.max(paid, 0),
          },
        ];
      }),
  );
}

function outcomeOf(wonCents: number, stillDeniedCents: number): DenialOutcome {
  if (wonCents <= 0) return "upheld";
  return stillDeniedCents > 0 ? "partly-overturned" : "overturned";
}
