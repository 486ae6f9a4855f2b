import { type Claim837, write277CA } from "@headwater/x12";
import { businessDayFrom, dateOf } from "../civil-day.ts";
import {
  type AnswerBatch,
  type ClaimAnswer,
  writtenAcknowledgments,
} from "../clearinghouse/written-answers.ts";
import { parameters } from "../parameters/parameters.ts";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import { lifeOf } from "../run/claim-life.ts";
import { deliver } from "../run/deliver.ts";
import { textOf } from "../run/envelope.ts";
import { decisionDay, payerNumberOf } from "../run/payer-desk.ts";
import { runDayFrom } from "../run/payment-calendar.ts";
import { type Run, schedule } from "../run/run.ts";
import { organization } from "../world/practice.ts";
import { liveEnvelope } from "./live-envelope.ts";
import type { Members } from "./members.ts";
import type { SentSet } from "./read-sending.ts";
import { isBilledBefore, standingOfNumber } from "./remembered-claims.ts";
import { payerOfClaim, type TakenClaim, takeClaim, writtenPerson } from "./take-claim.ts";

/** Why a claim goes no further: category, status and entity of the answer, and who gives it. */
type Rejection = {
  readonly by: "clearinghouse" | "payer";
  readonly status: ClaimAnswer["status"];
};

type Answered = {
  readonly written: Claim837;
  readonly payer: Payer | undefined;
  readonly taken: TakenClaim | undefined;
  readonly rejection: Rejection | undefined;
};

export type Counters = { claims: number; interchanges: number };

/** Takes the claims of a set in: the two 277CA are on their way, the payers decide in their time. */
export function answerSet(
  run: Run,
  { submission, claims }: SentSet,
  known: { readonly members: Members; readonly counters: Counters },
): void {
  const receivedOn = businessDayFrom(run.day + (isDown(run) ? 2 : 1));
  const answered = claims.map((written) => {
    const answer = judge(run, written, known);
    if (answer.rejection === undefined) accept(run, answer, receivedOn);
    return answer;
  });
  const common = {
    practice: run.world.practice,
    submitterId: submission.submitter?.id ?? run.submitterId,
    batchReference: submission.referenceId,
  };
  const write = (batch: AnswerBatch) => {
    known.counters.interchanges += 1;
    const envelope = liveEnvelope(run, submission.header.interchange, known.counters.interchanges);
    return textOf(
      write277CA([writtenAcknowledgments(batch)], { ...envelope, date: dateOf(batch.day) }),
    );
  };
  const reference = `${submission.referenceId}-${known.counters.interchanges}`;
  const text = write({
    ...common,
    source: organization("AY", "CLEARHUB", { number: ["46", "CLEARHUB"] }),
    day: run.day,
    reference: `H${reference}`,
    claims: answered.map((one) => clearinghouseAnswer(one)),
  });
  deliver(run, { kind: "277CA", name: `clearinghouse-${reference}`, text });
  const texts = payers.flatMap((payer) => {
    const own = answered.filter(
      (one) => one.payer?.key === payer.key && one.rejection?.by !== "clearinghouse",
    );
    if (own.length === 0) return [];
    return write({
      ...common,
      source: organization("PR", payer.name, { number: ["PI", payer.id] }),
      day: receivedOn,
      reference: `P${payer.id}${reference}`,
      claims: own.map((one) => payerAnswer(one, payer, receivedOn)),
    });
  });
  if (texts.length === 0) return;
  const name = `payers-${reference}`;
  deliver(run, { kind: "277CA", name, text: texts.join(""), madeOn: receivedOn });
}

function isDown(run: Run): boolean {
  return run.world.root.at("outage", run.day).happens("is", run.profile.clearinghouse.outages);
}

function judge(
  run: Run,
  written: Claim837,
  { members, counters }: { readonly members: Members; readonly counters: Counters },
): Answered {
  const payer = payerOfClaim(written);
  if (payer === undefined) {
    const rejection = { by: "clearinghouse", status: ["A7", "153", "PR"] } as const;
    return { written, payer, taken: undefined, rejection };
  }
  counters.claims += 1;
  const taken = takeClaim(written, payer, {
    members,
    practice: run.world.practice,
    stream: run.world.root,
    today: run.day,
    mark: `L${String(counters.claims).padStart(7, "0")}`,
  });
  return { written, payer, taken, rejection: payersRejection(run, written, taken) };
}

/** A replacement or void of a claim that the payer does not know; some numbers that are no member's. */
function payersRejection(
  run: Run,
  written: Claim837,
  { claim, isKnown }: TakenClaim,
): Rejection | undefined {
  const { frequencyCode, originalPayerClaimControlNumber: number } = written;
  if (frequencyCode === "7" || frequencyCode === "8") {
    const isOurs = number !== undefined && standingOfNumber(run, claim.payer, number) !== undefined;
    if (!isOurs) return { by: "payer", status: ["A7", "464", "PR"] };
  }
  const permille = parameters.memberIdRejected.value;
  const isSeen = !isKnown && claim.encounter.stream.happens("member-id-rejected", permille);
  return isSeen ? { by: "payer", status: ["A7", "164", "IL"] } : undefined;
}

/** The payer has the claim: a decision, or for a void the reversal, stands on the agenda. */
function accept(run: Run, { written, taken }: Answered, receivedOn: number): void {
  if (taken === undefined) return;
  const { claim, first } = taken;
  const { payer, frequency, replacesPayerNumber } = claim;
  const replaced =
    written.frequencyCode === "1" || replacesPayerNumber === undefined
      ? undefined
      : standingOfNumber(run, payer, replacesPayerNumber);
  if (written.frequencyCode === "8") {
    if (replaced?.standing === undefined) return;
    const { life, standing: voided } = replaced;
    schedule(run, runDayFrom(receivedOn + 2, payer), { is: "void", life, payer, voided });
    return;
  }
  const isDuplicate = frequency === "1" && first === undefined && isBilledBefore(run, claim);
  const own = run.lives.get(claim.patientControlNumber);
  const life = replaced?.life ?? (isDuplicate ? undefined : own) ?? lifeOf(claim);
  if (!isDuplicate || own === undefined) run.lives.set(claim.patientControlNumber, life);
  life.claim = claim;
  life.awaitsAnswer = true;
  const day = decisionDay(payer, claim, receivedOn);
  life.sendings.push({
    on: dateOf(run.day),
    payer: payer.key,
    as: frequency === "7" ? "corrected" : "original",
    answer: "accepted",
  });
  schedule(run, day, { is: "decide", life, claim, payer, receivedOn, isDuplicate, first });
}

function commonAnswer(written: Claim837): Omit<ClaimAnswer, "status" | "isAccepted"> {
  const { lastName, firstName } = writtenPerson(written.patient ?? written.coverage.subscriber);
  return {
    patientControlNumber: written.patientControlNumber,
    chargedCents: written.chargedCents,
    servedOn: written.serviceFrom ?? "",
    patient: { lastName, firstName },
    memberId: written.coverage.subscriber?.id ?? "",
    payerClaimControlNumber: undefined,
  };
}

function clearinghouseAnswer({ written, rejection }: Answered): ClaimAnswer {
  return rejection?.by === "clearinghouse"
    ? { ...commonAnswer(written), status: rejection.status, isAccepted: false }
    : { ...commonAnswer(written), status: ["A1", "19", "PR"], isAccepted: true };
}

function payerAnswer(
  { written, taken, rejection }: Answered,
  payer: Payer,
  receivedOn: number,
): ClaimAnswer {
  if (rejection !== undefined || taken === undefined) {
    const status = rejection?.status ?? (["A7", "21"] as const);
    return { ...commonAnswer(written), status, isAccepted: false };
  }
  const payerClaimControlNumber = payerNumberOf(payer, taken.claim, receivedOn);
  const status = ["A2", "20"] as const;
  return { ...commonAnswer(written), status, isAccepted: true, payerClaimControlNumber };
}
