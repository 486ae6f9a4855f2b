import { write277CA, write837P, write999, writeTA1 } from "@headwater/x12";
import { businessDayFrom, dateOf } from "../civil-day.ts";
import {
  type AnswerBatch,
  acceptedGroup,
  type ClaimAnswer,
  writtenAcknowledgments,
} from "../clearinghouse/written-answers.ts";
import type { BilledClaim } from "../office/claim.ts";
import { writtenClaim } from "../office/written-claim.ts";
import { parameters } from "../parameters/parameters.ts";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import { organization } from "../world/practice.ts";
import { deliver } from "./deliver.ts";
import { envelopeOf, textOf } from "./envelope.ts";
import { payerNumberOf, payerReceives } from "./payer-desk.ts";
import { resendRejected } from "./rework.ts";
import { isTold, type Run, type Sending } from "./run.ts";

type Answer = "accepted" | "rejected-by-clearinghouse" | "rejected-by-payer";

type AnsweredSending = { readonly sending: Sending; readonly answer: Answer };

/** The claims of a submission day: the 837, what the clearinghouse and the payers answer. */
export function sendDay(run: Run, sendings: readonly Sending[]): void {
  if (sendings.length === 0) return;
  const answered = sendings.map((sending) => ({ sending, answer: answerTo(sending) }));
  for (const { sending, answer } of answered) {
    const { life, claim, as } = sending;
    if (isCorrection(sending)) life.awaitsAnswer = true;
    life.claim = claim;
    const payer = receiverOf(sending).key;
    life.sendings.push({ on: dateOf(run.day), payer, as, answer });
  }
  if (isTold(run)) {
    writeClaims(run, sendings);
    writeReceipts(run);
  }
  const down = run.world.root
    .at("outage", run.day)
    .happens("is", run.profile.clearinghouse.outages);
  const receivedOn = businessDayFrom(run.day + (down ? 2 : 1));
  if (isTold(run)) answerBatch(run, answered, receivedOn);
  for (const { sending, answer } of answered) {
    if (answer === "accepted") payerReceives(run, sending, receivedOn);
    else resendRejected(run, sending, receivedOn);
  }
}

/**
 * Whether a sending takes the place of one that was refused: a replacement, or a claim that says
 * otherwise what was done. The same services to another payer, under another member number or once
 * more do not undo the refusal.
 */
function isCorrection({ life, claim, as, prior }: Sending): boolean {
  if (prior !== undefined || as !== "corrected") return false;
  return claim.frequency === "7" || servicesOf(claim) !== servicesOf(life.claim);
}

function servicesOf({ placeOfService, diagnoses, bornOnWritten, lines }: BilledClaim): string {
  const told = lines.map(({ code, modifiers, units, chargedCents, pointers }) => ({
    ...{ code, modifiers, units, chargedCents, pointers },
  }));
  return JSON.stringify([placeOfService, diagnoses, bornOnWritten, told]);
}

/** The payer that a sending goes to. */
function receiverOf({ claim, prior }: Sending): Payer {
  return prior === undefined ? claim.payer : (claim.nextCoverage?.payer ?? claim.payer);
}

/** Front doors refuse wrong numbers of payers, and some of the wrong numbers of members. */
function answerTo({ claim, prior }: Sending): Answer {
  if (prior !== undefined) return "accepted";
  if (claim.payerIdWritten !== claim.payer.id) return "rejected-by-clearinghouse";
  const isWrong = claim.memberIdWritten !== claim.coverage.memberId;
  const permille = parameters.memberIdRejected.value;
  const isSeen = isWrong && claim.encounter.stream.happens("member-id-rejected", permille);
  return isSeen ? "rejected-by-payer" : "accepted";
}

const slots = { claims: 1, receipt: 2, group: 3, clearinghouse: 4, payers: 10 } as const;

function batchReference(run: Run): string {
  return `B${dateOf(run.day).replaceAll("-", "")}`;
}

function writeClaims(run: Run, sendings: readonly Sending[]): void {
  const { practice } = run.world;
  const submission = {
    referenceId: batchReference(run),
    purpose: "00",
    createdOn: dateOf(run.day),
    claimOrEncounter: "CH",
    submitter: organization("41", practice.name, {
      number: ["46", "RIVERBEND"],
      contacts: [
        {
          functionCode: "IC",
          name: "BILLING OFFICE",
          numbers: [{ qualifier: "TE", number: "2175550100" }],
        },
      ],
    }),
    receiver: organization("40", "CLEARHUB", { number: ["46", "CLEARHUB"] }),
  };
  const claims = sendings.map(({ claim, prior }) => writtenClaim(claim, practice, prior));
  const text = textOf(write837P(submission, claims, envelopeOf(run, slots.claims, "sent")));
  deliver(run, { kind: "837", name: "claims", text });
}

/** TA1 and 999: every set is taken in, since what the office sends keeps the guide's rules. */
function writeReceipts(run: Run): void {
  const sent = envelopeOf(run, slots.claims, "sent");
  const receipt = writeTA1(
    [
      {
        controlNumber: String(sent.interchangeControlNumber),
        date: sent.date,
        time: sent.time,
        code: "A",
        noteCode: "000",
      },
    ],
    envelopeOf(run, slots.receipt, "received"),
  );
  deliver(run, { kind: "TA1", name: "receipt", text: textOf(receipt) });
  const group = acceptedGroup(String(sent.groupControlNumber), ["0001"]);
  const text = textOf(write999([group], envelopeOf(run, slots.group, "received")));
  deliver(run, { kind: "999", name: "accepted", text });
}

function answerBatch(run: Run, answered: readonly AnsweredSending[], receivedOn: number): void {
  const { practice } = run.world;
  const { submitterId } = run;
  const base = { practice, submitterId, batchReference: batchReference(run) };
  const clearinghouse = {
    ...base,
    source: organization("AY", "CLEARHUB", { number: ["46", "CLEARHUB"] }),
    day: run.day,
    reference: `H${dateOf(run.day).replaceAll("-", "")}`,
    claims: answered.map(({ sending, answer }) => clearinghouseAnswer(sending, answer)),
  };
  const envelope = envelopeOf(run, slots.clearinghouse, "received");
  const text = textOf(write277CA([writtenAcknowledgments(clearinghouse)], envelope));
  deliver(run, { kind: "277CA", name: "clearinghouse", text });
  const texts = payers.flatMap((payer, at) => {
    const own = answered.filter(
      ({ sending, answer }) =>
        receiverOf(sending).key === payer.key && answer !== "rejected-by-clearinghouse",
    );
    if (own.length === 0) return [];
    const batch: AnswerBatch = {
      ...base,
      source: organization("PR", payer.name, { number: ["PI", payer.id] }),
      day: receivedOn,
      reference: `P${payer.id}${dateOf(run.day).replaceAll("-", "")}`,
      claims: own.map(({ sending, answer }) => payerAnswer(sending, answer, receivedOn)),
    };
    const envelope = {
      ...envelopeOf(run, slots.payers + at, "received"),
      date: dateOf(receivedOn),
    };
    return [textOf(write277CA([writtenAcknowledgments(batch)], envelope))];
  });
  if (texts.length === 0) return;
  deliver(run, { kind: "277CA", name: "payers", text: texts.join(""), madeOn: receivedOn });
}

function common({ claim, prior }: Sending): Omit<ClaimAnswer, "status" | "isAccepted"> {
  const { patient, day } = claim.encounter;
  const next = prior === undefined ? undefined : claim.nextCoverage?.memberId;
  return {
    patientControlNumber: claim.patientControlNumber,
    chargedCents: claim.chargedCents,
    servedOn: dateOf(day),
    patient,
    memberId: next ?? claim.memberIdWritten,
    payerClaimControlNumber: undefined,
  };
}

function clearinghouseAnswer(sending: Sending, answer: Answer): ClaimAnswer {
  return answer === "rejected-by-clearinghouse"
    ? { ...common(sending), status: ["A7", "153", "PR"], isAccepted: false }
    : { ...common(sending), status: ["A1", "19", "PR"], isAccepted: true };
}

function payerAnswer(sending: Sending, answer: Answer, receivedOn: number): ClaimAnswer {
  if (answer === "rejected-by-payer") {
    return { ...common(sending), status: ["A7", "164", "IL"], isAccepted: false };
  }
  const payerClaimControlNumber = payerNumberOf(receiverOf(sending), sending.claim, receivedOn);
  return { ...common(sending), status: ["A2", "20"], isAccepted: true, payerClaimControlNumber };
}
