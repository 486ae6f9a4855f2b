/** What people have done in a practice since its tour began, and what its books say. */
export type TourFacts = {
  /** Claims that mend an earlier one, with what had become of that one. */
  readonly mendedClaims: readonly {
    readonly purpose: string;
    readonly wasRejected: boolean;
    readonly wasDenied: boolean;
    readonly isSent: boolean;
  }[];
  /** Claims written for a payer after the first. */
  readonly nextPayerClaims: number;
  readonly denialSteps: readonly { readonly kind: string; readonly isUndone: boolean }[];
  /** Remittances that were typed in from paper. */
  readonly paperRemittances: readonly {
    readonly isPosted: boolean;
    readonly isTakenBack: boolean;
  }[];
  readonly checkIns: readonly { readonly copayCents: number }[];
  /** Deposits that a person tied to their remittance. */
  readonly deposits: readonly { readonly isStillTied: boolean }[];
  /** Credits for whose return a person asked. */
  readonly refunds: readonly { readonly isCancelled: boolean }[];
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

/** What an exercise that somebody tried still lacks. */
export const lacks = [
  "copay-not-taken",
  "mended-not-sent",
  "sent-anew-not-replaced",
  "paper-not-posted",
  "paper-taken-back",
  "deposit-untied",
  "other-claim",
  "other-step",
  "step-undone",
  "refund-cancelled",
  "other-origin",
] as const;
export type Lack = (typeof lacks)[number];

/** Done; tried, with what it lacks; or not tried since the tour began. */
export type Judgement = "done" | "untried" | Lack;

const judges: Readonly<Record<ExerciseId, (facts: TourFacts) => Judgement>> = {
  "check-in": ({ checkIns }) =>
    judge(checkIns, ({ copayCents }) => copayCents > 0, "copay-not-taken"),
  "fix-rejection": ({ mendedClaims }) =>
    judge(
      mendedClaims.filter(({ wasRejected }) => wasRejected),
      ({ isSent }) => isSent,
      "mended-not-sent",
    ),
  "next-payer": ({ nextPayerClaims }) => (nextPayerClaims > 0 ? "done" : "untried"),
  "paper-remittance": ({ paperRemittances }) => {
    const lack = paperRemittances.some(({ isTakenBack }) => isTakenBack)
      ? "paper-taken-back"
      : "paper-not-posted";
    return judge(paperRemittances, ({ isPosted, isTakenBack }) => isPosted && !isTakenBack, lack);
  },
  "match-deposit": ({ deposits }) =>
    judge(deposits, ({ isStillTied }) => isStillTied, "deposit-untied"),
  "explain-takeback": ({ takebackClaims, takebackAnswer }) => {
    if (takebackAnswer === undefined) return "untried";
    return takebackClaims.map(plain).includes(plain(takebackAnswer)) ? "done" : "other-claim";
  },
  "correct-denied": ({ mendedClaims }) => {
    const mended = mendedClaims.filter(({ wasDenied }) => wasDenied);
    const replaced = mended.filter(({ purpose }) => purpose === "replacement");
    if (replaced.length === 0) return mended.length > 0 ? "sent-anew-not-replaced" : "untried";
    return judge(replaced, ({ isSent }) => isSent, "mended-not-sent");
  },
  appeal: ({ denialSteps }) => {
    const appeals = denialSteps.filter(({ kind }) => kind === "appeal");
    if (appeals.length === 0) return denialSteps.length > 0 ? "other-step" : "untried";
    return judge(appeals, ({ isUndone }) => !isUndone, "step-undone");
  },
  "return-credit": ({ refunds }) =>
    judge(refunds, ({ isCancelled }) => !isCancelled, "refund-cancelled"),
  "find-origin": ({ mostDenied, originAnswer }) => {
    if (originAnswer === undefined) return "untried";
    return originAnswer === mostDenied ? "done" : "other-origin";
  },
};

function judge<Tried>(
  tried: readonly Tried[],
  isEnough: (one: Tried) => boolean,
  lack: Lack,
): Judgement {
  if (tried.some(isEnough)) return "done";
  return tried.length > 0 ? lack : "untried";
}

/** Letters and digits alone: people leave out the dashes of a number. */
function plain(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** How an exercise stands, judged by what stands in the practice. */
export function judgeExercise(id: ExerciseId, facts: TourFacts): Judgement {
  return judges[id](facts);
}
