import {
  createValidator,
  type WritableClaim,
  type WritableSubmission,
  type WriteEnvelope,
  write837I,
  write837P,
} from "@headwater/x12";
import { plainParty } from "./claim-parties.ts";

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** Something a claim lacks or says wrongly, and where: as the guide numbers loops and elements. */
export type ClaimFault = {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly loop: string | undefined;
  readonly segmentId: string | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
  /** Position of the service line it lies in, from 1. */
  readonly lineNumber: number | undefined;
  readonly message: string;
};

/** An envelope in which a claim is judged before it is known with which it goes out. */
const envelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "SENDER",
  receiverQualifier: "ZZ",
  receiverId: "RECEIVER",
  date: "2020-01-01",
  time: "0000",
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  setControlNumber: 1,
  isTest: false,
};

const submission: WritableSubmission = {
  referenceId: "1",
  purpose: "00",
  createdOn: "2020-01-01",
  claimOrEncounter: "CH",
  submitter: {
    ...plainParty("41"),
    lastNameOrOrganization: "SUBMITTER",
    idQualifier: "46",
    id: "SENDER",
    contacts: [
      { functionCode: "IC", name: "OFFICE", numbers: [{ qualifier: "TE", number: "5555550100" }] },
    ],
  },
  receiver: {
    ...plainParty("40"),
    lastNameOrOrganization: "RECEIVER",
    idQualifier: "46",
    id: "RECEIVER",
  },
};

/**
 * What is wrong with claims of one kind as they would be sent (005010X222A1 or X223A2, strict), claim by
 * claim in their order. What cannot be written at all is a fault too. Judged together first, because most
 * claims are clean, and one by one when something is wrong.
 */
export function claimFaults(
  claims: readonly WritableClaim[],
  today: string | undefined,
): (readonly ClaimFault[])[] {
  const together = faultsOf(claims, today);
  if (together.length === 0) return claims.map(() => []);
  return claims.length === 1 ? [together] : claims.map((claim) => faultsOf([claim], today));
}

/** Whether nothing keeps a claim from being sent. */
export function isClean(faults: readonly ClaimFault[]): boolean {
  return faults.every((fault) => fault.severity !== "error");
}

function faultsOf(claims: readonly WritableClaim[], today: string | undefined): ClaimFault[] {
  if (claims.length === 0) return [];
  const write = claims[0]?.kind === "837I" ? write837I : write837P;
  const written = write(submission, claims, envelope);
  if (!written.ok) {
    return written.refusals.map((refusal) => ({
      code: `WRITE_${refusal.code.toUpperCase().replaceAll("-", "_")}`,
      severity: "error",
      loop: undefined,
      segmentId: refusal.segmentId,
      element: refusal.element,
      component: undefined,
      lineNumber: undefined,
      message: "The element cannot be written as it stands.",
    }));
  }
  const validator = createValidator({
    profile: "strict",
    ...(today === undefined ? {} : { today }),
  });
  const bytes = new TextEncoder().encode(written.text);
  const events = [...validator.push(bytes), ...validator.end()];
  const segments = written.text.split("~");
  return events.flatMap((event) => {
    if (event.type !== "issue" || event.issue.severity === "information") return [];
    const { code, severity, loop, segmentId, element, component, message } = event.issue;
    const lineNumber = lineAt(segments, event.issue.position?.segment);
    return [{ code, severity, loop, segmentId, element, component, lineNumber, message }];
  });
}

/** The line in which a segment stands: how many LX come up to it, none above the claim's first. */
function lineAt(segments: readonly string[], segment: number | undefined): number | undefined {
  if (segment === undefined) return undefined;
  const lines = segments.slice(0, segment).filter((each) => each.startsWith("LX*")).length;
  return lines === 0 ? undefined : lines;
}
