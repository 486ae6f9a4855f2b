import type { ImplementationSegmentError } from "../acknowledgment.ts";
import type { X12Issue } from "../issue.ts";
import type { ReadEvent } from "../reading.ts";
import type { GroupHeader, InterchangeHeader, TransactionHeader } from "../transaction.ts";
import type {
  WritableImplementationAcknowledgment,
  WritableInterchangeAcknowledgment,
  WritableSetAcknowledgment,
} from "../write/write-acknowledgment.ts";
import { contentErrorOf, groupErrorOf, interchangeNoteOf, setErrorOf } from "./error-codes.ts";

/** A set with the issues that were found in it. */
export type JudgedSet = {
  readonly header: TransactionHeader;
  readonly issues: readonly X12Issue[];
  /** Business units of the set, where they are known: a 999 names the one that an error stands in. */
  readonly units?: readonly BusinessUnit[];
};

/** A part of a set with the number that names it in a 999: CLM01 for a claim (005010X231A1 CTX). */
export type BusinessUnit = {
  readonly segmentFrom: number;
  readonly segmentTo: number;
  readonly reference: string;
};

/** Segments in error that one answer lists. */
const errorsMost = 100;

/**
 * What a 999 says about one set. Errors of SNIP types 1 and 2 reject it (IK501 R); what is listed
 * without being an error leaves it accepted (E). Types 3 and above are answered by a 277CA, situational
 * rules are listed here too (005010X231A1 2000 IK5).
 */
export function decideSet({ header, issues, units = [] }: JudgedSet): WritableSetAcknowledgment {
  const errors = segmentErrorsOf({ header, issues, units });
  const isRejected = issues.some(({ severity, snip }) => severity === "error" && snip <= 2);
  const codes = new Set(issues.flatMap((issue) => setErrorOf(issue) ?? []));
  if (isRejected && errors.length > 0) codes.add(breaksOnlyGuide(issues) ? "I5" : "5");
  const code = isRejected ? "R" : errors.length > 0 || codes.size > 0 ? "E" : "A";
  return {
    setId: header.setId,
    controlNumber: header.controlNumber,
    version: header.version === "" ? undefined : header.version,
    errors,
    code,
    errorCodes: isRejected ? [...codes].slice(0, 5) : [],
  };
}

/** Whether all errors break the guide and none the standard's syntax. */
function breaksOnlyGuide(issues: readonly X12Issue[]): boolean {
  return !issues.some(({ severity, snip }) => severity === "error" && snip === 1);
}

/** CTX of a situational trigger, as a place in the set. */
function triggersOf(
  { trigger }: X12Issue,
  header: TransactionHeader,
): Pick<ImplementationSegmentError, "triggers"> {
  if (trigger === undefined) return {};
  const { segmentId, segment, loop, element, component } = trigger;
  const segmentInSet = segment - header.position.segment + 1;
  const place = { segmentId, segmentInSet, loop, element, component, repetition: undefined };
  return { triggers: [place] };
}

function unitAt(units: readonly BusinessUnit[], segment: number): string[] | undefined {
  const unit = units.find((one) => one.segmentFrom <= segment && segment <= one.segmentTo);
  return unit === undefined ? undefined : [unit.reference];
}

function segmentErrorsOf({ header, issues, units = [] }: JudgedSet): ImplementationSegmentError[] {
  const bySegment = new Map<string, ImplementationSegmentError>();
  for (const issue of issues) {
    const error = contentErrorOf(issue);
    if (error === undefined || issue.severity === "information") continue;
    const segmentInSet = (issue.position?.segment ?? 0) - header.position.segment + 1;
    const key = `${segmentInSet} ${issue.segmentId} ${error.segmentError}`;
    const known = bySegment.get(key);
    if (known === undefined && bySegment.size === errorsMost) continue;
    const element = {
      element: issue.element,
      component: issue.component,
      repetition: undefined,
      errorCode: error.elementError ?? "",
    };
    const triggers = triggersOf(issue, header);
    const added = error.elementError === undefined ? [] : [{ ...element, ...triggers }];
    const own = error.elementError === undefined ? triggers : {};
    const contexts =
      issue.position === undefined ? [] : (unitAt(units, issue.position.segment) ?? []);
    bySegment.set(key, {
      segmentId: issue.segmentId ?? "",
      segmentInSet,
      loop: issue.loop,
      errorCode: error.segmentError,
      contexts,
      ...(known?.triggers === undefined ? own : { triggers: known.triggers }),
      elements: [...(known?.elements ?? []), ...added],
    });
  }
  return [...bySegment.values()];
}

/** A group with its sets and the issues of the group itself. */
export type JudgedGroup = {
  readonly group: GroupHeader;
  readonly sets: readonly JudgedSet[];
  readonly issues: readonly X12Issue[];
  /** GE01 as sent, where it is a number. */
  readonly setsIncluded?: number | undefined;
};

/**
 * What a 999 says about one group: A all sets accepted, E all accepted but with something noted, P some
 * rejected, R all rejected (005010X231A1 AK901).
 */
export function decideGroup(judged: JudgedGroup): WritableImplementationAcknowledgment {
  const sets = judged.sets.map(decideSet);
  const accepted = sets.filter(({ code }) => code !== "R").length;
  const errorCodes = [...new Set(judged.issues.flatMap((issue) => groupErrorOf(issue) ?? []))];
  const isNoted = errorCodes.length > 0 || sets.some(({ code }) => code === "E");
  const code =
    sets.length > 0 && accepted === 0 ? "R" : accepted < sets.length ? "P" : isNoted ? "E" : "A";
  return {
    functionalId: judged.group.functionalId,
    groupControlNumber: judged.group.controlNumber,
    version: judged.group.version === "" ? undefined : judged.group.version,
    sets,
    code,
    setsIncluded: judged.setsIncluded ?? sets.length,
    setsReceived: sets.length,
    setsAccepted: accepted,
    errorCodes: errorCodes.slice(0, 5),
  };
}

/** An interchange whose control number is wrong or which was cut off is rejected. */
const rejecting = new Set(["001", "018", "023"]);

/** What a TA1 says about one interchange (X12.5 TA1): its first fault, the gravest before others. */
export function decideInterchange(
  interchange: InterchangeHeader,
  issues: readonly X12Issue[],
): WritableInterchangeAcknowledgment {
  const notes = issues.flatMap((issue) => interchangeNoteOf(issue) ?? []);
  const gravest = notes.find((note) => rejecting.has(note));
  return {
    controlNumber: interchange.controlNumber,
    date: interchange.date,
    time: interchange.time,
    code: gravest !== undefined ? "R" : notes.length > 0 ? "E" : "A",
    noteCode: gravest ?? notes[0] ?? "000",
  };
}

/** One answer to what a file brought. */
export type DecidedAcknowledgment =
  | {
      readonly kind: "TA1";
      readonly interchange: InterchangeHeader;
      readonly acknowledgment: WritableInterchangeAcknowledgment;
    }
  | {
      readonly kind: "999";
      readonly interchange: InterchangeHeader;
      readonly group: GroupHeader;
      readonly acknowledgment: WritableImplementationAcknowledgment;
    };

/**
 * Collects a validator's events and gives the answers as groups and interchanges end. Sets of
 * acknowledgments (GS01 FA) are not answered.
 */
export class AcknowledgmentDecider {
  private interchange: InterchangeHeader | undefined;
  private group: GroupHeader | undefined;
  private set: { header: TransactionHeader; issues: X12Issue[] } | undefined;
  private sets: JudgedSet[] = [];
  private groupIssues: X12Issue[] = [];
  private interchangeIssues: X12Issue[] = [];
  private units: BusinessUnit[] = [];

  /**
   * Makes business units known before the events of the end of their set are read: claims of a reader that
   * reads along, by their ranges of segments and their control numbers.
   */
  know(units: readonly BusinessUnit[]): void {
    this.units.push(...units);
  }

  /** Answers that are complete with these events, in the order of the file. */
  read(events: readonly ReadEvent[]): DecidedAcknowledgment[] {
    return events.flatMap((event) => this.readOne(event) ?? []);
  }

  private readOne(event: ReadEvent): DecidedAcknowledgment | undefined {
    switch (event.type) {
      case "interchange-start":
        this.interchange = event.interchange;
        this.interchangeIssues = [];
        return undefined;
      case "group-start":
        this.group = event.group;
        this.groupIssues = [];
        this.sets = [];
        return undefined;
      case "set-start":
        this.set = { header: event.header, issues: [] };
        return undefined;
      case "issue":
        this.keep(event.issue);
        return undefined;
      case "set-end":
        this.closeSet(event.range.segmentTo);
        return undefined;
      case "group-end":
        return this.answerGroup();
      case "interchange-end":
        return this.answerInterchange();
      default:
        return undefined;
    }
  }

  /** Only the units of sets with issues are kept: a group may have millions. */
  private closeSet(last: number): void {
    const { set, units } = this;
    this.set = undefined;
    this.units = units.filter(({ segmentFrom }) => segmentFrom > last);
    if (set === undefined) return;
    const own = units.filter(({ segmentFrom }) => segmentFrom <= last);
    this.sets.push(set.issues.length === 0 ? set : { ...set, units: own });
  }

  private keep(issue: X12Issue): void {
    if (this.set !== undefined) this.set.issues.push(issue);
    else if (this.group !== undefined) this.groupIssues.push(issue);
    this.interchangeIssues.push(...(interchangeNoteOf(issue) === undefined ? [] : [issue]));
  }

  private answerGroup(): DecidedAcknowledgment | undefined {
    const { interchange, group, sets, groupIssues: issues } = this;
    this.group = undefined;
    if (interchange === undefined || group === undefined || group.functionalId === "FA") {
      return undefined;
    }
    const acknowledgment = decideGroup({ group, sets, issues });
    return { kind: "999", interchange, group, acknowledgment };
  }

  private answerInterchange(): DecidedAcknowledgment | undefined {
    const { interchange, interchangeIssues } = this;
    this.interchange = undefined;
    if (interchange === undefined) return undefined;
    const acknowledgment = decideInterchange(interchange, interchangeIssues);
    return { kind: "TA1", interchange, acknowledgment };
  }
}
