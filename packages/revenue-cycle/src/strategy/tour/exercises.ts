/** What people have done in a practice since its tour began, and what its books say. */
export type TourFacts = {
  /** Claims that went out, with what they mend and what had become of the mended one. */
  readonly sentClaims: readonly {
    readonly purpose: string;
    readonly wasRejected: boolean;
    readonly wasDenied: boolean;
  }[];
  /** Claims written for a payer after the first. */
  readonly nextPayerClaims: number;
  /** Steps of denials that were taken and not undone. */
  readonly denialSteps: readonly string[];
  /** Remittances typed in from paper that stand posted. */
  readonly paperPosted: number;
  readonly checkIns: readonly { readonly copayCents: number }[];
  /** Deposits that a person tied to their remittance. */
  readonly depositsMatched: number;
  /** Credits for whose return a person asked. */
  readonly refundsAsked: number;
  /** The claims of the takeback that is asked about, by their numbers; none where no payer took back. */
  readonly takebackClaims: readonly string[];
  readonly takebackAnswer: string | undefined;
  /** Stage and process with the most dollars of initial denials, as `front-end:eligibility`. */
  readonly mostDenied: string | undefined;
  readonly originAnswer: string | undefined;
};

export const exerciseIds = [
  "check-in",
  "fix-rejection",
  "next-payer",
  "paper-remittance",
  "match-deposit",
  "explain-takeback",
  "correct-denied",
  "appeal",
  "return-credit",
  "find-origin",
] as const;
export type ExerciseId = (typeof exerciseIds)[number];

/** Exercises that are answered, not done. */
export const answeredExercises = ["find-origin", "explain-takeback"] as const;

const checks: Readonly<Record<ExerciseId, (facts: TourFacts) => boolean>> = {
  "check-in": ({ checkIns }) => checkIns.some(({ copayCents }) => copayCents > 0),
  "fix-rejection": ({ sentClaims }) => sentClaims.some(({ wasRejected }) => wasRejected),
  "next-payer": ({ nextPayerClaims }) => nextPayerClaims > 0,
  "paper-remittance": ({ paperPosted }) => paperPosted > 0,
  "match-deposit": ({ depositsMatched }) => depositsMatched > 0,
  "explain-takeback": ({ takebackClaims, takebackAnswer }) =>
    takebackAnswer !== undefined && takebackClaims.map(plain).includes(plain(takebackAnswer)),
  "correct-denied": ({ sentClaims }) =>
    sentClaims.some(({ purpose, wasDenied }) => wasDenied && purpose === "replacement"),
  appeal: ({ denialSteps }) => denialSteps.includes("appeal"),
  "return-credit": ({ refundsAsked }) => refundsAsked > 0,
  "find-origin": ({ mostDenied, originAnswer }) =>
    mostDenied !== undefined && originAnswer === mostDenied,
};

/** Letters and digits alone: people leave out the dashes of a number. */
function plain(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** Whether an exercise is done, judged by what stands in the practice. */
export function isExerciseDone(id: ExerciseId, facts: TourFacts): boolean {
  return checks[id](facts);
}
