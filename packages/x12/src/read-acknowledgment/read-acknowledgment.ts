import type {
  ImplementationAcknowledgment,
  ImplementationElementError,
  ImplementationSegmentError,
  SetAcknowledgment,
  SituationalTrigger,
} from "../acknowledgment.ts";
import { repeatedComposites } from "../codec/repeated-composites.ts";
import { compileLoops, type ReadingLoops } from "../compile-loops.ts";
import { GuideFollower } from "../follow-guide.ts";
import { receivedAcknowledgment } from "../guides/005010X231A1-999/received.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import { businessUnitOf, situationalTrigger } from "./business-units.ts";

/** What the reader does in a loop. */
type Role = "group" | "set" | "segment" | "element";

const roles: Readonly<Record<string, Role>> = {
  ST: "group",
  "2000": "set",
  "2100": "segment",
  "2100F": "segment",
  "2110": "element",
};

let compiled: ReadingLoops<Role> | undefined;

/** Answers of one acknowledgment that are kept: sets, and errors of all of them together. */
const answersMost = 100_000;

type OpenElementError = ImplementationElementError & { triggers?: readonly SituationalTrigger[] };

type OpenSegmentError = Omit<
  ImplementationSegmentError,
  "contexts" | "contextNames" | "triggers" | "elements"
> & {
  readonly contexts: string[];
  contextNames?: readonly string[];
  triggers?: readonly SituationalTrigger[];
  readonly elements: OpenElementError[];
};

type OpenAnswer = {
  readonly first: Segment;
  last: Segment;
  closing: Segment | undefined;
  readonly errors: OpenSegmentError[];
};

/** Reads a 999 (005010X231A1) or a 997: one answer to a group with one answer per set. */
export function readAcknowledgmentSet(context: SetContext): SetReader {
  return new AcknowledgmentSetReader(context);
}

class AcknowledgmentSetReader implements SetReader {
  private readonly context: SetContext;
  private readonly follower: GuideFollower<Role>;
  private first: Segment | undefined;
  private last: Segment | undefined;
  private group: Segment | undefined;
  private closing: Segment | undefined;
  private answer: OpenAnswer | undefined;
  private answers = 0;
  private readonly sets: SetAcknowledgment[] = [];

  constructor(context: SetContext) {
    this.context = context;
    compiled ??= compileLoops(receivedAcknowledgment, roles);
    this.follower = new GuideFollower(compiled, context);
  }

  read(segment: Segment): void {
    const { follower, context } = this;
    this.first ??= segment;
    this.last = segment;
    if (!follower.follow(segment)) return;
    const { id, role } = follower.state;
    context.enter(id);
    if (follower.opened) {
      this.answers += 1;
      if (this.answers === answersMost + 1) context.report("X12_TOO_MANY_SEGMENTS", { segment });
    }
    if (role === "group") this.readGroup(segment);
    else if (this.answers <= answersMost) this.readAnswer(role, segment);
  }

  close(): void {
    this.finishAnswer();
    const { context, first, last, group, closing } = this;
    context.loop = undefined;
    if (group === undefined) context.report("X12_SEGMENT_MISSING", { missing: "AK1" });
    if (closing === undefined) context.report("X12_SEGMENT_MISSING", { missing: "AK9" });
    if (first === undefined || last === undefined || group === undefined) return;
    const acknowledgment: ImplementationAcknowledgment = {
      header: context.header,
      range: segmentRange(first, last),
      functionalId: context.required(group, 1) ?? "",
      groupControlNumber: context.required(group, 2) ?? "",
      version: group.text(3),
      sets: this.sets,
      code: closing === undefined ? "" : (context.required(closing, 1) ?? ""),
      setsIncluded: closing && context.wholeNumber(closing, 2),
      setsReceived: closing && context.wholeNumber(closing, 3),
      setsAccepted: closing && context.wholeNumber(closing, 4),
      errorCodes: closing === undefined ? [] : textsOf(closing, 5, 9),
    };
    context.emit({ type: "implementation-acknowledgment", acknowledgment });
  }

  private readGroup(segment: Segment): void {
    this.finishAnswer();
    if (segment.id === "AK1") this.group = segment;
    else if (segment.id === "AK9") this.closing = segment;
  }

  private readAnswer(role: Role, segment: Segment): void {
    if (segment.id === "AK2") {
      this.finishAnswer();
      this.answer = { first: segment, last: segment, closing: undefined, errors: [] };
      return;
    }
    const { answer } = this;
    if (answer === undefined) return;
    answer.last = segment;
    if (role === "set") answer.closing = segment;
    else this.readError(answer, role, segment);
  }

  private readError(answer: OpenAnswer, role: Role, segment: Segment): void {
    if (segment.id === "IK3" || segment.id === "AK3") {
      answer.errors.push(this.segmentErrorOf(segment));
      return;
    }
    const error = answer.errors.at(-1);
    if (error === undefined) return;
    if (segment.id !== "CTX") error.elements.push(elementErrorOf(segment));
    else if (segment.component(1, 1) === situationalTrigger) {
      const owner = role === "element" ? (error.elements.at(-1) ?? error) : error;
      owner.triggers = [...(owner.triggers ?? []), this.triggerOf(segment)];
    } else this.readUnit(error, segment);
  }

  /** CTX01: names of a business unit with their references. */
  private readUnit(error: OpenSegmentError, segment: Segment): void {
    const implied = businessUnitOf(this.group?.text(1) ?? "");
    for (const [name = "", reference = ""] of repeatedComposites(segment, 1)) {
      if (reference === "") continue;
      error.contexts.push(reference);
      const names = error.contextNames ?? error.contexts.slice(1).map(() => implied);
      if (name !== implied || error.contextNames !== undefined) {
        error.contextNames = [...names, name];
      }
    }
  }

  /** CTX02 to CTX05 of a situational trigger. */
  private triggerOf(segment: Segment): SituationalTrigger {
    const [element, component, repetition] = placeOf(segment, 5);
    const segmentInSet = this.context.wholeNumber(segment, 3);
    const loop = segment.text(4);
    return { segmentId: segment.text(2) ?? "", segmentInSet, loop, element, component, repetition };
  }

  private segmentErrorOf(segment: Segment): OpenSegmentError {
    return {
      segmentId: this.context.required(segment, 1) ?? "",
      segmentInSet: this.context.wholeNumber(segment, 2),
      loop: segment.text(3),
      errorCode: segment.text(4) ?? "",
      contexts: [],
      elements: [],
    };
  }

  private finishAnswer(): void {
    const { answer, context } = this;
    if (answer === undefined) return;
    this.answer = undefined;
    const { first, last, closing, errors } = answer;
    context.loop = "2000";
    if (closing === undefined) {
      const missing = context.header.kind === "997" ? "AK5" : "IK5";
      context.report("X12_SEGMENT_MISSING", { segment: first, missing });
    }
    this.sets.push({
      range: segmentRange(first, last),
      setId: context.required(first, 1) ?? "",
      controlNumber: context.required(first, 2) ?? "",
      version: first.text(3),
      errors,
      code: closing === undefined ? "" : (context.required(closing, 1) ?? ""),
      errorCodes: closing === undefined ? [] : textsOf(closing, 2, 6),
    });
  }
}

function elementErrorOf(segment: Segment): OpenElementError {
  const [element, component, repetition] = placeOf(segment, 1);
  const dataElement = segment.text(2);
  const badValue = segment.text(4);
  return {
    ...{ element, component, repetition },
    errorCode: segment.text(3) ?? "",
    ...(dataElement === undefined ? {} : { dataElement }),
    ...(badValue === undefined ? {} : { badValue }),
  };
}

/** A composite of element, component and repetition. */
function placeOf(segment: Segment, element: number): readonly (number | undefined)[] {
  return [1, 2, 3].map((component) => {
    const text = segment.component(element, component);
    return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  });
}

function textsOf(segment: Segment, from: number, to: number): readonly string[] {
  const texts: string[] = [];
  for (let element = from; element <= to; element += 1) {
    const text = segment.text(element);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}
