import { billEncounter } from "../office/bill-encounter.ts";
import type { BilledClaim } from "../office/claim.ts";
import type { ClaimDecision } from "../payers/decision.ts";
import { submissionDayFrom } from "./bill-day.ts";
import type { ClaimLife, StandingDecision } from "./claim-life.ts";
import { runDayFrom } from "./payment-calendar.ts";
import { type Run, type Sending, schedule } from "./run.ts";

/** Somebody corrects a rejected claim and sends it again, or nobody does. */
export function resendRejected(run: Run, { life, claim }: Sending, on: number): void {
  const stream = claim.encounter.stream.at("rejected");
  if (!stream.happens("worked", run.profile.rejectedWorked)) return;
  const day = submissionDayFrom(on + stream.between("after", [1, 6]));
  const { coverage, payer } = claim;
  const corrected = { ...claim, memberIdWritten: coverage.memberId, payerIdWritten: payer.id };
  schedule(run, day, { is: "send", life, claim: corrected, as: "resent" });
}

/** What a denied claim needs, by why it was denied. */
type Remedy = "other-coverage" | "correct" | "ask-payer" | "nothing";

const remedies: Readonly<Record<string, Remedy>> = {
  "coverage-ended": "other-coverage",
  "covered-by-another-plan": "other-coverage",
  "covered-by-managed-plan": "other-coverage",
  "other-payer-first": "other-coverage",
  "filed-late": "nothing",
  duplicate: "nothing",
  "too-many-units": "ask-payer",
  "payer-error-contract": "ask-payer",
  "payer-error-bundled": "ask-payer",
  "payer-error-enrollment": "ask-payer",
};

/** Somebody works a denial: bills the right payer, corrects the claim or has the payer look again. */
export function workDenial(run: Run, life: ClaimLife, standing: StandingDecision): void {
  const { decision, claim } = standing;
  const refusal = decision.lines.find((line) => line.refusal !== undefined)?.refusal;
  if (refusal === undefined || life.wasWorked || decision.statusCode === "2") return;
  const stream = claim.encounter.stream.at("denied");
  const remedy = remedies[refusal.name] ?? "correct";
  if (remedy === "nothing" || !stream.happens("worked", run.profile.deniedWorked)) return;
  life.wasWorked = true;
  const on = run.day + stream.between("after", run.profile.workedAfterDays);
  const isWell = stream.happens("well", run.profile.workedWell);
  if (remedy === "ask-payer" || (isPartlyPaid(decision) && !decision.payer.takesReplacements)) {
    if (isWell) askPayer(run, life, { standing, on });
    return;
  }
  const right = rightClaim(run, claim);
  if (remedy === "other-coverage") {
    const isElsewhere = right.coverage !== claim.coverage;
    if (isElsewhere) sendAgain(run, life, { claim: right, as: "rebilled", on });
    return;
  }
  const { payer } = decision;
  const frequency = payer.takesReplacements ? "7" : "1";
  const replacesPayerNumber = frequency === "7" ? decision.payerClaimControlNumber : undefined;
  const source = isWell ? right : claim;
  const corrected = { ...source, frequency, replacesPayerNumber } as const;
  sendAgain(run, life, { claim: corrected, as: "corrected", on });
}

function isPartlyPaid(decision: ClaimDecision): boolean {
  return decision.lines.some(({ refusal }) => refusal === undefined);
}

type Resending = {
  readonly claim: BilledClaim;
  readonly as: "rebilled" | "corrected";
  readonly on: number;
};

function sendAgain(run: Run, life: ClaimLife, { claim, as, on }: Resending): void {
  schedule(run, submissionDayFrom(on), { is: "send", life, claim, as });
}

/** The encounter billed as it should have been, with the number it has. */
function rightClaim(run: Run, claim: BilledClaim): BilledClaim {
  const firstProvider = run.world.practice.providers[0];
  return billEncounter(claim.encounter, undefined, { profile: run.profile, firstProvider });
}

/** The payer looks again and finds that it should have paid: reversal and correction. */
function askPayer(
  run: Run,
  life: ClaimLife,
  { standing, on }: { readonly standing: StandingDecision; readonly on: number },
): void {
  const { payer } = standing.decision;
  const { stream } = standing.claim.encounter;
  const day = runDayFrom(on + stream.between("reopened-after", [14, 45]), payer);
  schedule(run, day, { is: "reopen", life, payer, reopened: standing });
}
