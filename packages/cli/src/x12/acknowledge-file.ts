import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  AcknowledgmentDecider,
  createValidator,
  type DecidedAcknowledgment,
  decideSet,
  type GroupHeader,
  type InterchangeHeader,
  isAcceptance,
  type ReadEvent,
  standsIn,
  type TransactionHeader,
  type ValidationProfile,
  type WriteEnvelope,
  type WriteRefusal,
  type WriteResult,
  write999,
  writeTA1,
  type X12Issue,
} from "@headwater/x12";
import { type Command, Option } from "commander";
import { createOutput, type Output } from "../output.ts";
import { AnswerFile } from "./answer-file.ts";
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

/** Bytes that are judged at a time. */
const pieceBytes = 64 * 1024;

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

type GroupAnswer = Extract<DecidedAcknowledgment, { kind: "999" }>;
type SetEnd = Extract<ReadEvent, { type: "set-end" }>;

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
  /** Answers to groups that wait for the interchange to end. */
  private groups: GroupAnswer[] = [];
  /** Claims of sets whose end has not been judged. */
  private waiting: ClaimBatch[] = [];
  /** Errors of the sets that are open in these bytes. */
  private errors: X12Issue[] = [];
  /** The 277CA of the interchange, written set by set. */
  private claims: AnswerFile | undefined;

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
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      const events = this.validator.push(piece);
      this.keepErrors(events);
      // The claims before the answers: the end of a set answers all of them.
      this.wait(this.collector.push(piece, this.errors));
      await this.read(events);
    }
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

  /** Claims wait for the end of their set; the group's answer names those that errors stand in. */
  private wait(batches: readonly ClaimBatch[]): void {
    this.waiting.push(...batches);
    for (const { claims } of batches) {
      this.decider.know(
        claims.map(({ range, patientControlNumber: reference }) => ({ ...range, reference })),
      );
    }
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
      if (event.type === "set-end") await this.answerClaims(event);
    }
  }

  private keepGroup(answer: GroupAnswer): void {
    this.groups.push(answer);
    if (answer.acknowledgment.sets.some(({ code }) => code === "R")) this.exitCode = 1;
  }

  /** What was read of a set is answered and forgotten, so that memory does not grow with the file. */
  private async answerClaims({ header, range }: SetEnd): Promise<void> {
    const { segmentTo } = range;
    const batch = this.waiting.find(({ setSegment }) => setSegment === range.segmentFrom);
    const issues = this.errors.filter((issue) => standsIn(issue, range));
    this.waiting = this.waiting.filter(({ setSegment }) => setSegment > segmentTo);
    this.errors = this.errors.filter(({ position }) => (position?.segment ?? 0) > segmentTo);
    // The claims of a set that the 999 rejects were never taken in.
    if (batch === undefined || decideSet({ header, issues }).code === "R") return;
    const told = claimAnswers(batch, issues, this.today);
    const isRejected = told.answers.some(
      (answer) => answer.level === "claim" && !isAcceptance(answer),
    );
    if (isRejected) this.exitCode = 1;
    this.claims ??= this.openClaims(header);
    await this.claims.add([told]);
  }

  /** The 277CA comes after the TA1 and the 999, whose numbers are the next two. */
  private openClaims({ interchange, group }: TransactionHeader): AnswerFile {
    const envelope = this.envelope(interchange, group, this.control + 2);
    return new AnswerFile(this.pathOf("277ca", this.interchanges + 1), envelope);
  }

  private async writeAnswers(answer: Extract<DecidedAcknowledgment, { kind: "TA1" }>) {
    const { interchange, acknowledgment } = answer;
    const { groups, claims } = this;
    this.groups = [];
    this.claims = undefined;
    this.interchanges += 1;
    if (acknowledgment.code === "R") this.exitCode = 1;
    const group = groups[0]?.group;
    const next = () => {
      this.control += 1;
      return this.envelope(interchange, group, this.control - 1);
    };
    await this.save("ta1", writeTA1([acknowledgment], next()));
    if (groups.length > 0) {
      const answers = groups.map((each) => each.acknowledgment);
      await this.save("999", write999(answers, next()));
    }
    if (claims === undefined) return;
    this.control += 1;
    const result = await claims.end();
    if (result.ok) this.tell("277ca", claims.path, result.segments);
    else this.tellRefusal("277ca", result.refusals);
  }

  private envelope(
    interchange: InterchangeHeader,
    group: GroupHeader | undefined,
    control: number,
  ): WriteEnvelope {
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

  private pathOf(kind: string, interchange: number): string {
    const stem = this.file === "-" ? "answer" : basename(this.file);
    return join(this.options.out, `${stem}-${interchange}.${kind}`);
  }

  private async save(kind: string, result: WriteResult): Promise<void> {
    if (!result.ok) {
      this.tellRefusal(kind, result.refusals);
      return;
    }
    const path = this.pathOf(kind, this.interchanges);
    await mkdir(this.options.out, { recursive: true });
    const out = await fileOut(path);
    await out.write(result.text);
    await out.end();
    this.tell(kind, path, result.segments);
  }

  private tell(kind: string, path: string, segments: number): void {
    this.output.record({ file: path, kind, segments });
    this.output.line(path);
  }

  private tellRefusal(kind: string, [first]: readonly WriteRefusal[]): void {
    const place = `${first?.segmentId}${String(first?.element ?? "").padStart(2, "0")}`;
    this.output.remark(`no ${kind} can be written to this sender: ${first?.code} in ${place}`);
    this.exitCode = 1;
  }
}
