import type { AllowedAction, DenialAction } from "./allowed-actions.ts";

/** What a person records about the open denials of a claim. */
export type DenialStep =
  | {
      readonly kind: "appeal";
      readonly level: string;
      readonly sentOn: string;
      readonly answerDueOn: string;
      readonly letter?: string | undefined;
    }
  | {
      readonly kind: "send-records";
      readonly sentOn: string;
      readonly answerDueOn: string;
      /** What was sent. */
      readonly reason: string;
    }
  | { readonly kind: "wait"; readonly until: string; readonly reason: string }
  | { readonly kind: "bill-patient"; readonly reason: string }
  | { readonly kind: "upheld"; readonly on: string; readonly reason: string }
  | { readonly kind: "close"; readonly reason: string };

/** What is written down of a step. */
export type StepRecord = {
  readonly kind: DenialStep["kind"];
  readonly takenOn: string;
  readonly nextActionOn: string | undefined;
  readonly level: string | undefined;
  readonly letter: string | undefined;
  readonly reason: string | undefined;
};

export type StepRefusal =
  | "denial_not_open"
  | "denial_action_not_allowed"
  | "denial_level_unknown"
  | "denial_date_impossible"
  | "denial_wait_too_long";

export type StepDecision =
  | { readonly is: "taken"; readonly record: StepRecord }
  | { readonly is: "refused"; readonly code: StepRefusal };

export type StepContext = {
  readonly today: string;
  readonly allowed: readonly AllowedAction[];
  readonly levels: readonly string[];
  /** The first last day for an answer among the open denials. */
  readonly deadline: string | undefined;
  /** Whether an answer of ours is on its way already. */
  readonly isAnswered: boolean;
};

const actionOf: Readonly<Record<DenialStep["kind"], DenialAction>> = {
  appeal: "appeal",
  "send-records": "send-records",
  wait: "wait",
  "bill-patient": "bill-patient",
  upheld: "upheld",
  close: "close",
};

/**
 * Judges a step and says what is written down of it. Nothing is sent in the future or answered before
 * it was sent; nobody waits beyond the last day for an answer while nothing was answered.
 */
export function decideStep(step: DenialStep, context: StepContext): StepDecision {
  const { today, allowed, levels, deadline, isAnswered } = context;
  const refused = (code: StepRefusal): StepDecision => ({ is: "refused", code });
  if (allowed.length === 0) return refused("denial_not_open");
  if (!allowed.some(({ action }) => action === actionOf[step.kind])) {
    return refused("denial_action_not_allowed");
  }
  const none = { nextActionOn: undefined, level: undefined, letter: undefined };
  const taken = (record: StepRecord): StepDecision => ({ is: "taken", record });
  switch (step.kind) {
    case "appeal":
    case "send-records": {
      if (step.kind === "appeal" && !levels.includes(step.level)) {
        return refused("denial_level_unknown");
      }
      const { kind, sentOn, answerDueOn } = step;
      if (sentOn > today || answerDueOn <= sentOn) return refused("denial_date_impossible");
      return taken({
        kind,
        takenOn: sentOn,
        nextActionOn: answerDueOn,
        level: step.kind === "appeal" ? step.level : undefined,
        letter: step.kind === "appeal" ? step.letter : undefined,
        reason: step.kind === "send-records" ? step.reason : undefined,
      });
    }
    case "wait":
      if (step.until <= today) return refused("denial_date_impossible");
      if (!isAnswered && deadline !== undefined && deadline >= today && step.until > deadline) {
        return refused("denial_wait_too_long");
      }
      return taken({
        ...none,
        kind: "wait",
        takenOn: today,
        nextActionOn: step.until,
        reason: step.reason,
      });
    case "upheld":
      if (step.on > today) return refused("denial_date_impossible");
      return taken({ ...none, kind: "upheld", takenOn: step.on, reason: step.reason });
    case "bill-patient":
    case "close":
      return taken({ ...none, kind: step.kind, takenOn: today, reason: step.reason });
  }
}
