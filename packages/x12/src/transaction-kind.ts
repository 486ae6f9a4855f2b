import type { TransactionKind } from "./transaction.ts";

/** How far a set's guide is read: into types with its rules, into types only, or not. */
export type GuideSupport = "full" | "partial" | "none";

export type RecognizedTransaction = {
  readonly kind: TransactionKind;
  readonly support: GuideSupport;
};

const claimGuides: Record<string, TransactionKind> = {
  X222: "837P",
  X223: "837I",
  X224: "837D",
  X098: "837P",
  X096: "837I",
  X097: "837D",
};

const plainKinds: Record<string, TransactionKind> = {
  "270": "270",
  "271": "271",
  "275": "275",
  "276": "276",
  "278": "278",
  "820": "820",
  "834": "834",
};

const fullVersions =
  /^005010(X222(A[12])?|X223(A[123])?|X224(A[123])?|X221(A1)?|X214|X231(A1)?|X279(A1)?|X212(E1)?|X217(E[12])?|X220(A1)?|X218|X21[01])$|^006020X314$/;
/** Sets that are read by one guide each, whatever their version. */
const readKinds = new Set(["270", "271", "275", "276", "278", "820", "834"]);

/**
 * The kind of a set by ST01 and its guide version (ST03, else GS08). A 277 is a claim acknowledgment
 * by guide X214, or without a guide by BHT06 `TH`.
 */
export function recognizeTransaction(
  setId: string,
  version: string,
  purpose: string | undefined,
): RecognizedTransaction {
  const support = fullVersions.test(version) ? "full" : "partial";
  const guide = /X\d{3}/.exec(version)?.[0];
  if (setId === "837") {
    const kind = guide === undefined ? undefined : claimGuides[guide];
    return kind === undefined ? { kind: "other", support: "none" } : { kind, support };
  }
  if (setId === "835") return { kind: "835", support };
  if (setId === "999") return { kind: "999", support: "full" };
  if (setId === "997") return { kind: "997", support: "full" };
  if (setId === "277") return recognizeStatus(guide, purpose, support);
  return { kind: plainKinds[setId] ?? "other", support: readKinds.has(setId) ? support : "none" };
}

/** Whether the segment after ST is needed to tell what kind the set is. */
export function needsPurpose(setId: string, version: string): boolean {
  return setId === "277" && !/X\d{3}/.test(version);
}

function recognizeStatus(
  guide: string | undefined,
  purpose: string | undefined,
  support: GuideSupport,
): RecognizedTransaction {
  if (guide === "X214") return { kind: "277CA", support: "full" };
  if (guide === undefined && purpose === "TH") return { kind: "277CA", support: "partial" };
  const isAnswer = guide === undefined || guide === "X212" || guide === "X093";
  return { kind: "277", support: isAnswer ? support : "none" };
}

/** Whether a 277 of this guide version answers a 276; others ask for something themselves. */
export function answersStatusInquiry(version: string): boolean {
  return recognizeTransaction("277", version, undefined).support !== "none";
}
