import { describe, expect, test } from "vitest";
import { type ClaimOnFile, type ComparableClaim, decideClaim } from "./decide-claim.ts";

const claim: ComparableClaim = {
  contentSha256: "billed",
  frequency: "original",
  payerKey: "PLAN1",
  coverageSequence: "P",
  submittedOn: "2025-01-10",
  serviceFrom: "2025-01-06",
  serviceThrough: "2025-01-06",
  chargedCents: 10_000,
  identityKey: "patient",
  memberIdKey: "M1",
  furtherPayers: 0,
  lastNameKey: "doe",
  dateOfBirth: "1970-01-01",
};

const onFile = (changed: Partial<ClaimOnFile> = {}): ClaimOnFile => ({
  ...claim,
  claimId: 1,
  version: 1,
  isCurrent: true,
  ...changed,
});

type Row = {
  readonly name: string;
  readonly sent?: Partial<ComparableClaim>;
  readonly versions?: readonly ClaimOnFile[];
  readonly named?: readonly ClaimOnFile[];
  readonly is: object;
};

const later = { submittedOn: "2025-02-01" };
const otherPatient = { identityKey: "other", memberIdKey: "M2", lastNameKey: "roe" };

/** In the order of the checks. */
const rows: readonly Row[] = [
  { name: "no claim of the number", is: { is: "new" } },
  { name: "the same again", versions: [onFile()], is: { is: "repetition" } },
  {
    name: "the same, later",
    sent: later,
    versions: [onFile()],
    is: { is: "repetition", isOtherCoverage: false },
  },
  {
    name: "the same, later, under another member number of the same payer",
    sent: { ...later, memberIdKey: "M2" },
    versions: [onFile()],
    is: { is: "repetition", isOtherCoverage: true },
  },
  {
    name: "the same, later, with a further payer",
    sent: { ...later, furtherPayers: 1 },
    versions: [onFile()],
    is: { is: "repetition", isOtherCoverage: true },
  },
  {
    name: "the same with a further payer, sent before the one on file",
    sent: { submittedOn: "2025-01-01", furtherPayers: 1 },
    versions: [onFile()],
    is: { is: "repetition", isOtherCoverage: false },
  },
  {
    name: "the same as a replaced version",
    versions: [
      onFile({ isCurrent: false }),
      onFile({ claimId: 2, version: 2, contentSha256: "x" }),
    ],
    is: { is: "repetition", of: { claimId: 1 } },
  },
  {
    name: "a replacement of what went on to the next payer later",
    sent: { frequency: "replacement", contentSha256: "mended", submittedOn: "2025-02-01" },
    versions: [
      onFile({
        payerKey: "PLAN2",
        coverageSequence: "S",
        firstSubmittedOn: "2025-01-10",
        lastSubmittedOn: "2025-03-01",
      }),
    ],
    is: { is: "replacement", isLatest: true, isPassedOn: true },
  },
  {
    name: "a replacement of what went on to the next payer before",
    sent: { frequency: "replacement", contentSha256: "mended", submittedOn: "2025-02-01" },
    versions: [
      onFile({
        payerKey: "PLAN2",
        coverageSequence: "S",
        firstSubmittedOn: "2025-01-10",
        lastSubmittedOn: "2025-01-20",
      }),
    ],
    is: { is: "replacement", isLatest: true, isPassedOn: false },
  },
  {
    name: "a replacement that came on file as it went on to the next payer",
    sent: { frequency: "replacement", contentSha256: "mended", submittedOn: "2025-02-01" },
    versions: [
      onFile({
        payerKey: "PLAN2",
        coverageSequence: "S",
        submittedOn: "2025-03-01",
        firstSubmittedOn: "2025-03-01",
        lastSubmittedOn: "2025-03-01",
      }),
    ],
    is: { is: "origin", of: { claimId: 1 } },
  },
  {
    name: "to the next payer before the replacement that stands",
    sent: { payerKey: "PLAN2", coverageSequence: "S", submittedOn: "2025-01-20" },
    versions: [
      onFile({ isCurrent: false }),
      onFile({ claimId: 2, version: 2, frequency: "replacement", submittedOn: "2025-02-01" }),
    ],
    is: { is: "next-payer", of: { claimId: 1 }, isLatest: true },
  },
  {
    name: "an original that was voided before it came",
    versions: [onFile({ frequency: "void", isCurrent: false, submittedOn: "2025-01-20" })],
    is: { is: "voided" },
  },
  {
    name: "a number used again after its void",
    sent: later,
    versions: [onFile({ frequency: "void", isCurrent: false, submittedOn: "2025-01-20" })],
    is: { is: "new" },
  },
  {
    name: "another patient",
    sent: { ...otherPatient, contentSha256: "other" },
    versions: [onFile()],
    is: { is: "conflict", why: "other-patient" },
  },
  {
    name: "a replacement for another patient",
    sent: { ...otherPatient, frequency: "replacement" },
    versions: [onFile()],
    is: { is: "conflict", why: "other-patient" },
  },
  {
    name: "a corrected name of the same member born the same day",
    sent: { identityKey: "corrected", lastNameKey: "do", frequency: "replacement", ...later },
    versions: [onFile()],
    is: { is: "replacement", isLatest: true },
  },
  {
    name: "a void",
    sent: { frequency: "void", ...later },
    versions: [onFile()],
    is: { is: "void", of: { claimId: 1 } },
  },
  {
    name: "a void of something earlier than what is on file",
    sent: { frequency: "void", submittedOn: "2025-01-01" },
    versions: [onFile()],
    is: { is: "new" },
  },
  {
    name: "a replacement with other dates",
    sent: { frequency: "replacement", contentSha256: "new", serviceFrom: "2025-01-07", ...later },
    versions: [onFile()],
    is: { is: "replacement", isLatest: true },
  },
  {
    name: "a replacement under a number of its own that names the payer's number",
    sent: { frequency: "replacement", ...later },
    named: [onFile({ claimId: 7 })],
    is: { is: "replacement", of: { claimId: 7 } },
  },
  {
    name: "a replacement of nothing on file",
    sent: { frequency: "replacement" },
    is: { is: "new" },
  },
  {
    name: "a replacement that goes on to the next payer",
    sent: { payerKey: "PLAN2", coverageSequence: "S", memberIdKey: "M9", ...later },
    versions: [onFile({ frequency: "replacement", version: 2 })],
    is: { is: "next-payer", isLatest: true },
  },
  {
    name: "a claim to the next payer from before the replacement on file",
    sent: { payerKey: "PLAN2", coverageSequence: "S", submittedOn: "2025-01-05" },
    versions: [onFile({ frequency: "replacement", version: 2 })],
    is: { is: "replacement", isLatest: false },
  },
  {
    name: "an original after its replacement",
    sent: { submittedOn: "2025-01-01", contentSha256: "old" },
    versions: [onFile({ frequency: "replacement" })],
    is: { is: "replacement", isLatest: false },
  },
  {
    name: "other dates",
    sent: { serviceFrom: "2025-03-01", serviceThrough: "2025-03-01", contentSha256: "other" },
    versions: [onFile()],
    is: { is: "conflict", why: "other-dates" },
  },
  {
    name: "the next payer",
    sent: { payerKey: "PLAN2", coverageSequence: "S", ...later },
    versions: [onFile()],
    is: { is: "next-payer", isLatest: true },
  },
  {
    name: "the first payer after the next one",
    versions: [onFile({ payerKey: "PLAN2", coverageSequence: "S", ...later })],
    is: { is: "next-payer", isLatest: false },
  },
  {
    name: "another first payer, later",
    sent: { payerKey: "PLAN3", ...later },
    versions: [onFile()],
    is: { is: "next-payer", isLatest: true },
  },
  {
    name: "changed content of the same patient and dates",
    sent: { contentSha256: "changed", chargedCents: 9000, ...later },
    versions: [onFile()],
    is: { is: "replacement", isLatest: true },
  },
];

describe("a claim that is sent", () => {
  for (const { name, sent, versions = [], named = [], is } of rows) {
    test(name, () => {
      expect(decideClaim({ ...claim, ...sent }, versions, named)).toMatchObject(is);
    });
  }
});
