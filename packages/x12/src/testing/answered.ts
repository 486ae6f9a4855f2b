import { AcknowledgmentDecider } from "../acknowledge/decide-acknowledgments.ts";
import { decideClaimAcknowledgments } from "../acknowledge/decide-claim-answer.ts";
import {
  type LocatedError,
  locateSetErrors,
  locateStatuses,
} from "../acknowledge/locate-answers.ts";
import { type OriginalSet, readOriginalSets } from "../acknowledge/original-set.ts";
import type { X12Issue } from "../issue.ts";
import { latin1Bytes } from "../latin1.ts";
import { createValidator } from "../validate/validate.ts";
import { write277CA } from "../write/write-277ca.ts";
import { write999 } from "../write/write-acknowledgment.ts";
import { eventsOf, readText } from "./read-text.ts";
import { testEnvelope } from "./write-envelope.ts";

/** The one set of claims in a text. */
export function originalOf(text: string): OriginalSet {
  const [original] = readOriginalSets(latin1Bytes(text));
  if (original === undefined) throw new Error("a set was expected");
  return original;
}

function judged(text: string) {
  const validator = createValidator({ profile: "strict" });
  return [...validator.push(latin1Bytes(text)), ...validator.end()];
}

/** The errors that a receiver's 999 brings back, after it was written and read. */
export function answeredBy999(text: string): LocatedError[] {
  const decided = new AcknowledgmentDecider().read(judged(text));
  const answers = decided.flatMap((one) => (one.kind === "999" ? [one.acknowledgment] : []));
  const written = write999(answers, testEnvelope);
  if (!written.ok) throw new Error("the answer could not be written");
  const [event] = eventsOf(readText(written.text), "implementation-acknowledgment");
  const [set] = event?.acknowledgment.sets ?? [];
  if (set === undefined) throw new Error("an answer was expected");
  return locateSetErrors(set, originalOf(text));
}

/** How places are told: by statuses alone, or by the words beside them too (STC12). */
export type Telling = "statuses" | "places";

/** The statuses that a receiver's 277CA brings back, after it was written and read. */
export function answeredBy277CA(text: string, telling: Telling): LocatedError[] {
  const events = judged(text);
  const issues: X12Issue[] = eventsOf(events, "issue").map(({ issue }) => issue);
  const [set] = eventsOf(events, "set-start");
  const setSegment = set?.header.position.segment ?? 1;
  const claims = eventsOf(readText(text), "claim").map(({ claim }) => ({
    ...claim,
    ...(telling === "places" ? { setSegment } : {}),
    above: [{ ...claim.range, segmentFrom: 1, segmentTo: claim.range.segmentFrom - 1 }],
    lines: [],
  }));
  const batch = { submitter: undefined, referenceId: "BATCH1", claims };
  const answers = decideClaimAcknowledgments(batch, issues, "2026-11-22").map((answer) => ({
    ...answer,
    party: answer.party ?? named,
  }));
  const written = write277CA([{ ...told, answers }], testEnvelope);
  if (!written.ok) throw new Error("the answer could not be written");
  const original = originalOf(text);
  return eventsOf(readText(written.text), "claim-acknowledgment").flatMap(({ acknowledgment }) =>
    acknowledgment.level === "claim" ? locateStatuses(acknowledgment, original) : [],
  );
}

const named = {
  entityCode: "41",
  isPerson: false,
  lastNameOrOrganization: "RIVERBEND",
  firstName: undefined,
  middleName: undefined,
  suffix: undefined,
  idQualifier: "46",
  id: "RB01",
  address: undefined,
  dateOfBirth: undefined,
  gender: undefined,
  taxonomy: undefined,
  references: [],
  contacts: [],
};
const told = {
  referenceId: "ACK1",
  createdOn: "2026-11-22",
  source: { ...named, entityCode: "PR" },
};
