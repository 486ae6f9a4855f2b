import { type Claim837, write271, write277, write278, write999, writeTA1 } from "@headwater/x12";
import { dateOf } from "../civil-day.ts";
import { deliver, putFile } from "../run/deliver.ts";
import { textOf } from "../run/envelope.ts";
import { writeBank } from "../run/month-end.ts";
import { payDay } from "../run/pay-day.ts";
import type { PayerEvent, Run, SimulationOptions } from "../run/run.ts";
import { livedThrough } from "../run/simulate.ts";
import { answerSet, type Counters } from "./answer-claims.ts";
import { answerEligibility } from "./answer-eligibility.ts";
import { answerReview } from "./answer-review.ts";
import { answerStatus } from "./answer-status.ts";
import { deskFor } from "./desk.ts";
import { liveEnvelope } from "./live-envelope.ts";
import { Members } from "./members.ts";
import { readSending, type SentSet } from "./read-sending.ts";

/** A file for the practice, under a name of one part. */
export type AnswerFile = { readonly name: string; readonly text: string };

/** Days after which the world of a far end would end: some two centuries on. */
const lastOfDays = 120_000;

/** Nobody of the simulated office works on. */
const livedOffice = { deniedWorked: 0, rejectedWorked: 0, secondaryBilled: 0 } as const;
/** Who steps a day to see an answer shall see it: this clearinghouse has no outages and loses no time. */
const punctual = { outages: 0, filesLate: 0, filesTwice: 0 } as const;

/**
 * Payers, a clearinghouse and a bank at the far end of a practice's connections, on a day of their own
 * that is stepped. They have lived through a simulated past, so that what a practice had sent before is
 * decided in the days to come; nobody of the simulated office works any more. The same options and the
 * same bytes received on the same days give the same answers.
 */
export class Sandbox {
  readonly #past: Run;
  readonly #desks = new Map<string, Run>();
  readonly #members: Members;
  readonly #counters: Counters = { claims: 0, interchanges: 0 };
  #day: number;

  constructor(options: SimulationOptions) {
    const lived = livedThrough(options);
    const { root, patients, firstDay } = lived.world;
    this.#members = new Members(root, patients, [firstDay, options.days]);
    this.#past = {
      ...lived,
      // What is left of the bank's month is in the files of the past already.
      bankRows: lived.bankRows.filter(({ day }) => day > lived.day),
      world: { ...lived.world, lastDay: lastOfDays },
      profile: { ...lived.profile, ...livedOffice, clearinghouse: punctual },
      toldFrom: lived.day,
    };
    this.#day = lived.day;
    this.#desks.set(lived.world.practice.npi, this.#past);
  }

  /** The day it is at the far end, `YYYY-MM-DD`. */
  get day(): string {
    return dateOf(this.#day);
  }

  get members(): Members {
    return this.#members;
  }

  /** Takes a file of claims or of questions in; what is answered at once. */
  receive(bytes: Uint8Array): AnswerFile[] {
    const { answers, sets, interchanges, questions } = readSending(bytes, this.day);
    const first = interchanges[0];
    if (first === undefined) return [];
    if (questions.length > 0) return this.#answerAsFile(bytes, first.controlNumber);
    for (const answer of answers) {
      this.#counters.interchanges += 1;
      const number = this.#counters.interchanges;
      const envelope = liveEnvelope(this.#past, answer.interchange, number);
      const text =
        answer.kind === "TA1"
          ? textOf(writeTA1([answer.acknowledgment], envelope))
          : textOf(write999([answer.acknowledgment], envelope));
      const name = `${answer.kind === "TA1" ? "receipt" : "accepted"}-${number}`;
      deliver(this.#past, { kind: answer.kind, name, text });
    }
    for (const set of sets) this.#take(set);
    return this.#files();
  }

  /**
   * Answers an inquiry at once: 270, 276 or a 278 request in, 271, 277 or a 278 response out; undefined
   * when it asks nothing that can be read. Nothing of the far end changes.
   */
  answer(bytes: Uint8Array): string | undefined {
    const { questions, interchanges } = readSending(bytes, this.day);
    const [sent] = interchanges;
    const [first] = questions;
    if (sent === undefined || first === undefined) return undefined;
    const envelope = liveEnvelope(this.#past, sent, Number(sent.controlNumber));
    const { referenceId, time } = first.batch;
    const batch = { purpose: "11", referenceId, createdOn: this.day, time: time ?? "0900" };
    const run = { ...this.#past, day: this.#day };
    if (first.type === "eligibility-inquiry") {
      const answers = questions.flatMap((one) =>
        one.type === "eligibility-inquiry"
          ? [answerEligibility(run, this.#members, one.inquiry)]
          : [],
      );
      return textOf(write271({ ...batch, kind: undefined }, answers, envelope));
    }
    if (first.type === "claim-status-inquiry") {
      const desks = [...this.#desks.values()];
      const answers = questions.flatMap((one) =>
        one.type === "claim-status-inquiry" ? [answerStatus(desks, one.inquiry, this.day)] : [],
      );
      return textOf(write277({ ...batch, purpose: "08", kind: "DG" }, answers, envelope));
    }
    const answers = questions.flatMap((one) =>
      one.type === "services-review" ? [answerReview(run, this.#members, one.review)] : [],
    );
    return textOf(write278({ ...batch, kind: "18" }, answers, envelope));
  }

  /** Questions that came as a file are answered in one. */
  #answerAsFile(bytes: Uint8Array, controlNumber: string): AnswerFile[] {
    const text = this.answer(bytes);
    if (text === undefined) return [];
    const kind = /[^A-Z0-9]ST.(271|277|278)/.exec(text)?.[1] ?? "271";
    return [{ name: `${this.day}-answer-${controlNumber}.${kind}`, text }];
  }

  /** The next day comes: its answers, payments and deposits. */
  step(): AnswerFile[] {
    this.#day += 1;
    for (const run of this.#desks.values()) {
      run.day = this.#day;
      const payerEvents: PayerEvent[] = [];
      for (const event of run.agenda.take(run.day)) {
        if (event.is === "arrive") putFile(run, event.file);
        // What the simulated office and its patients would do is for people now.
        else if (event.is !== "send" && event.is !== "patient-pays") payerEvents.push(event);
      }
      payDay(run, payerEvents);
      writeBank(run);
    }
    return this.#files();
  }

  /** Each billing provider's claims go to its own desk. */
  #take({ submission, claims }: SentSet): void {
    const known = { members: this.#members, counters: this.#counters };
    const byProvider = new Map<string, Claim837[]>();
    for (const claim of claims) {
      const npi = claim.billingProvider?.id ?? "";
      byProvider.set(npi, [...(byProvider.get(npi) ?? []), claim]);
    }
    for (const [npi, own] of byProvider) {
      const [claim] = own;
      if (claim === undefined) continue;
      const { senderId } = submission.header.interchange;
      const place = { submitterId: senderId, day: this.#day, number: this.#desks.size };
      const desk = this.#desks.get(npi) ?? deskFor(this.#past, claim, place);
      this.#desks.set(npi, desk);
      answerSet(desk, { submission, claims: own }, known);
    }
  }

  #files(): AnswerFile[] {
    const files: AnswerFile[] = [];
    for (const run of this.#desks.values()) {
      for (const output of run.outputs.splice(0)) {
        if (output.type !== "file") continue;
        files.push({ name: plainName(output.path, run.deskNumber), text: output.text });
      }
    }
    return files;
  }
}

/** `2026-10/2026-10-02-payment.835` as one part: without the folder, with the desk's number. */
function plainName(path: string, deskNumber: number): string {
  const [, name = path] = path.split("/");
  const own = deskNumber === 0 ? name : `${name.slice(0, 10)}-desk${deskNumber}${name.slice(10)}`;
  return own.replace(/[^A-Za-z0-9._-]+/g, "-").slice(-100);
}
