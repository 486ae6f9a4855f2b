import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  AcknowledgmentDecider,
  createValidator,
  type DecidedAcknowledgment,
  type GroupHeader,
  type InterchangeHeader,
  type ReadEvent,
  type ValidationProfile,
  type WriteEnvelope,
  type WriteResult,
  write277CA,
  write999,
  writeTA1,
  type X12Issue,
} from "@headwater/x12";
import { type Command, Option } from "commander";
import { createOutput, type Output } from "../output.ts";
import { type ClaimBatch, ClaimCollector, claimAnswers } from "./claim-answers.ts";
import { followReading } from "./read-progress.ts";
import { fileOut } from "./text-out.ts";
import { openInput } from "./x12-input.ts";

type AcknowledgeOptions = {
  readonly out: string;
  readonly profile: ValidationProfile;
  readonly control: string;
  readonly json?: boolean;
};

/** `x12 ack FILE --out DIR`: what we answer to whoever sent the file. */
export function addAcknowledgeFile(x12: Command): void {
  x12
    .command("ack <file>")
    .description("write the TA1, 999 and 277CA that answer a file; exit 1 if anything is rejected")
    .requiredOption("--out <dir>", "folder for the answers; files that exist are not touched")
    .option("--control <number>", "control number of the first interchange written", "1")
    .option("--json", "one object per file written")
    .addOption(
      new Option("--profile <profile>", "how strictly to judge")
        .choices(["strict", "received"])
        .default("received"),
    )
    .action(async (file: string, options: AcknowledgeOptions) => {
      const output = createOutput(options.json === true);
      const answering = new Answering(file, options, output);
      const input = await openInput(file);
      const progress = followReading(input);
      for await (const chunk of progress.chunks) await answering.push(chunk);
      await answering.end();
      process.exitCode = answering.exitCode;
    });
}

/** Answers that wait for the interchange to end: one file each. */
type OpenAnswers = {
  readonly groups: Extract<DecidedAcknowledgment, { kind: "999" }>[];
  readonly batches: { readonly batch: ClaimBatch; readonly group: GroupHeader }[];
};

class Answering {
  exitCode = 0;
  private readonly file: string;
  private readonly options: AcknowledgeOptions;
  private readonly output: Output;
  private readonly validator;
  private readonly decider = new AcknowledgmentDecider();
  private readonly collector = new ClaimCollector();
  private readonly today: string;
  private readonly time: string;
  private control: number;
  private interchanges = 0;
  private open: OpenAnswers = { groups: [], batches: [] };
  /** Claims of sets whose group has not ended. */
  private waiting: ClaimBatch[] = [];
  private errors: X12Issue[] = [];

  constructor(file: string, options: AcknowledgeOptions, output: Output) {
    this.file = file;
    this.options = options;
    this.output = output;
    this.control = Number(options.control);
    const [today = "", time = ""] = new Date().toISOString().split("T");
    this.today = today;
    this.time = time.slice(0, 5).replace(":", "");
    this.validator = createValidator({ profile: options.profile, today });
  }

  async push(chunk: Uint8Array): Promise<void> {
    const events = this.validator.push(chunk);
    this.keepErrors(events);
    // The claims before the answers: a group's answer needs all of them.
    this.wait(this.collector.push(chunk, this.errors));
    await this.read(events);
    this.forgetErrors(events);
  }

  async end(): Promise<void> {
    const events = this.validator.end();
    this.keepErrors(events);
    this.wait(this.collector.end(this.errors));
    await this.read(events);
    if (this.interchanges > 0) return;
    this.output.remark(`${this.file} holds no X12 interchange; nothing to answer`);
    this.exitCode = 2;
  }

  /** Claims wait for their group's answer, which names those that errors stand in. */
  private wait(batches: readonly ClaimBatch[]): void {
    this.waiting.push(...batches);
    for (const { claims } of batches) {
      this.decider.know(
        claims.map(({ range, patientControlNumber: reference }) => ({ ...range, reference })),
      );
    }
  }

  /** Errors of interchanges that are answered are not needed any more. */
  private forgetErrors(events: readonly ReadEvent[]): void {
    const started = events.findLast((event) => event.type === "interchange-start");
    if (started === undefined) return;
    const from = started.interchange.position.segment;
    this.errors = this.errors.filter(({ position }) => (position?.segment ?? from) >= from);
  }

  private keepErrors(events: readonly ReadEvent[]): void {
    for (const event of events) {
      if (event.type === "issue" && event.issue.severity === "error") this.errors.push(event.issue);
    }
  }

  private async read(events: readonly ReadEvent[]): Promise<void> {
    for (const event of events) {
      for (const answer of this.decider.read([event])) {
        if (answer.kind === "999") this.keepGroup(answer);
        else await this.writeAnswers(answer);
      }
    }
  }

  private keepGroup(answer: Extract<DecidedAcknowledgment, { kind: "999" }>): void {
    this.open.groups.push(answer);
    const rejected = new Set(
      answer.acknowledgment.sets
        .filter(({ code }) => code === "R")
        .map(({ controlNumber }) => controlNumber),
    );
    if (rejected.size > 0) this.exitCode = 1;
    const { segment } = answer.group.position;
    const own = this.waiting.filter((batch) => batch.groupSegment === segment);
    this.waiting = this.waiting.filter((batch) => !own.includes(batch));
    for (const batch of own) {
      // The claims of a set that the 999 rejects were never taken in.
      if (!rejected.has(batch.setControlNumber)) {
        this.open.batches.push({ batch, group: answer.group });
      }
    }
  }

  private async writeAnswers(answer: Extract<DecidedAcknowledgment, { kind: "TA1" }>) {
    const { interchange, acknowledgment } = answer;
    const { groups, batches } = this.open;
    this.open = { groups: [], batches: [] };
    this.interchanges += 1;
    if (acknowledgment.code === "R") this.exitCode = 1;
    const group = groups[0]?.group;
    await this.save("ta1", writeTA1([acknowledgment], this.envelope(interchange, group)));
    if (groups.length > 0) {
      const answers = groups.map((each) => each.acknowledgment);
      await this.save("999", write999(answers, this.envelope(interchange, group)));
    }
    if (batches.length > 0) {
      const answers = batches.map(({ batch }) => claimAnswers(batch, this.errors, this.today));
      const rejects = answers.some((each) =>
        [...each.answers].some(
          ({ level, statuses }) =>
            level === "claim" && statuses.some(({ action }) => action === "U"),
        ),
      );
      if (rejects) this.exitCode = 1;
      await this.save("277ca", write277CA(answers, this.envelope(interchange, batches[0]?.group)));
    }
  }

  private envelope(interchange: InterchangeHeader, group: GroupHeader | undefined): WriteEnvelope {
    const control = this.control;
    this.control += 1;
    return {
      senderQualifier: interchange.receiverQualifier,
      senderId: interchange.receiverId,
      receiverQualifier: interchange.senderQualifier,
      receiverId: interchange.senderId,
      groupSenderCode: group?.receiverCode,
      groupReceiverCode: group?.senderCode,
      date: this.today,
      time: this.time,
      interchangeControlNumber: control,
      groupControlNumber: control,
      setControlNumber: 1,
      isTest: interchange.isTest,
    };
  }

  private async save(kind: string, result: WriteResult): Promise<void> {
    const stem = this.file === "-" ? "answer" : basename(this.file);
    const path = join(this.options.out, `${stem}-${this.interchanges}.${kind}`);
    if (!result.ok) {
      const [first] = result.refusals;
      const place = `${first?.segmentId}${String(first?.element ?? "").padStart(2, "0")}`;
      this.output.remark(`no ${kind} can be written to this sender: ${first?.code} in ${place}`);
      this.exitCode = 1;
      return;
    }
    await mkdir(this.options.out, { recursive: true });
    const out = await fileOut(path);
    await out.write(result.text);
    await out.end();
    this.output.record({ file: path, kind, segments: result.segments });
    this.output.line(path);
  }
}
