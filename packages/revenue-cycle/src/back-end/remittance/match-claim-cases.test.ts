import { describe, expect, test } from "vitest";
import { type ExampleClaim, exampleClaim } from "../posting/testing/example-remittance.ts";
import { type ClaimCandidate, matchClaim, suggestClaims } from "./match-claim.ts";
import { type RemittanceClaim, readRemittanceClaim } from "./remittance.ts";
import { exampleCandidate as candidate } from "./testing/example-candidates.ts";

function claim(
  number: string,
  example: Partial<ExampleClaim> = {},
  stated: Partial<RemittanceClaim> = {},
): RemittanceClaim {
  const read = readRemittanceClaim(exampleClaim({ number, charged: 15_000, ...example }));
  return { ...read, ...stated };
}

const tell = (match: ReturnType<typeof matchClaim>) =>
  match.is === "matched"
    ? `${match.claimId} ${match.rule}`
    : match.is === "uncertain"
      ? `${match.claimIds.join()}? ${match.doubt}`
      : "unmatched";

type Case = readonly [string, RemittanceClaim, readonly ClaimCandidate[], string];

const check = (
  _name: string,
  theirs: RemittanceClaim,
  ours: readonly ClaimCandidate[],
  is: string,
) => expect(tell(matchClaim(theirs, ours, "2026-03-01"))).toBe(is);

const whole = "ABCDEFGHIJKLMNOP";

describe("a number", () => {
  test.each<Case>([
    [
      "as written comes before one that differs in form",
      claim("A-1"),
      [candidate("A1"), candidate("A-1", { claimId: 2 })],
      "2 control-number",
    ],
    ["of signs alone means none", claim("--"), [candidate("--")], "unmatched"],
    [
      "in another form that two claims have means neither",
      claim("a1"),
      [candidate("A1"), candidate("A-1", { claimId: 2, version: 2 })],
      "1,2? several-claims",
    ],
    [
      "that two billing providers gave to a claim each means neither",
      claim("A1"),
      [candidate("A1"), candidate("A1", { claimId: 2 })],
      "1,2? several-claims",
    ],
    [
      "that contradicts the patient leaves the search to the payer's number",
      claim("A1", { payerNumber: "ICN7" }),
      [
        candidate("A1", { patientLastName: "ROE" }),
        candidate("B1", { claimId: 2, payerClaimControlNumbers: ["ICN7"] }),
      ],
      "2 payer-claim-number",
    ],
    [
      "doubted twice is doubted for the first reason",
      claim("A1", { payerNumber: "ICN7" }),
      [
        candidate("A1", { patientLastName: "ROE" }),
        candidate("B1", { claimId: 2, chargedCents: 9, payerClaimControlNumbers: ["ICN7"] }),
      ],
      "1? patient-differs",
    ],
    [
      "of several of which the first is contradicted is doubted for the others",
      claim("a1"),
      [
        candidate("A1", { chargedCents: 9 }),
        candidate("A-1", { claimId: 2 }),
        candidate("A/1", { claimId: 3 }),
      ],
      "1,2,3? several-claims",
    ],
  ])("%s", check);
});

describe("a number cut short", () => {
  const cut = (stated: Partial<RemittanceClaim> = {}, example: Partial<ExampleClaim> = {}) =>
    claim("ABCDEFGHIJ", example, stated);
  const lines = (...controls: readonly (string | undefined)[]) => ({
    lines: controls.map((control, index) => ({
      code: `9921${index + 1}`,
      charged: index === 0 ? 10_000 : 5000,
      paid: 0,
      ...(control === undefined ? {} : { control }),
    })),
  });
  test.each<Case>([
    ["to ten characters is followed", cut(), [candidate(whole)], "1 truncated-number"],
    ["is longer than cut", claim(whole), [candidate("ABCDEFGHIJ")], "unmatched"],
    [
      "that is whole in another form is no cut one",
      cut({}, { charged: 9 }),
      [candidate("ABCDE-FGHIJ")],
      "1? charge-differs",
    ],
    [
      "of the day of service",
      cut({ serviceFrom: "2026-01-15" }),
      [candidate(whole)],
      "1 truncated-number",
    ],
    ["of a day before it", cut({ serviceFrom: "2026-01-14" }), [candidate(whole)], "unmatched"],
    ["of a day after it", cut({ serviceFrom: "2026-01-16" }), [candidate(whole)], "unmatched"],
    [
      "of a day within a stay",
      cut({ serviceFrom: "2026-01-18" }),
      [candidate(whole, { serviceThrough: "2026-01-20" })],
      "1 truncated-number",
    ],
    [
      "of the last day of a stay",
      cut({ serviceFrom: "2026-01-20" }),
      [candidate(whole, { serviceThrough: "2026-01-20" })],
      "1 truncated-number",
    ],
    [
      "of a day after a stay",
      cut({ serviceFrom: "2026-01-21" }),
      [candidate(whole, { serviceThrough: "2026-01-20" })],
      "unmatched",
    ],
    [
      "of a day that stands at its first line",
      cut({}, { lines: [{ code: "99211", charged: 15_000, paid: 0, date: "2026-01-14" }] }),
      [candidate(whole)],
      "unmatched",
    ],
    [
      "of a day at the claim, whatever its lines say",
      cut(
        { serviceFrom: "2026-01-15" },
        { lines: [{ code: "99211", charged: 15_000, paid: 0, date: "2026-01-14" }] },
      ),
      [candidate(whole)],
      "1 truncated-number",
    ],
    [
      "of a claim whose day is not known",
      cut({ serviceFrom: "2026-01-14" }),
      [candidate(whole, { serviceFrom: undefined })],
      "1 truncated-number",
    ],
    ["of the member", cut({ memberId: "m-1" }), [candidate(whole)], "1 truncated-number"],
    ["of another member", cut({ memberId: "M2" }), [candidate(whole)], "unmatched"],
    [
      "of a claim whose member is not known",
      cut({ memberId: "M2" }),
      [candidate(whole, { memberIdKey: undefined })],
      "1 truncated-number",
    ],
    [
      "of another member, but with all lines ours",
      cut({ memberId: "M2" }, lines("L1", "L2")),
      [candidate(whole)],
      "1 truncated-number",
    ],
    [
      "of another member, and with one line that names none",
      cut({ memberId: "M2" }, lines("L1", undefined)),
      [candidate(whole)],
      "unmatched",
    ],
    [
      "of one line that names none and one that is ours",
      cut({}, lines("L1", undefined)),
      [candidate(whole)],
      "1 truncated-number",
    ],
    [
      "of lines that name none, where ours have no numbers",
      cut({ memberId: "M2" }, lines(undefined, undefined)),
      [
        candidate(whole, {
          lines: candidate(whole).lines.map((line) => ({
            ...line,
            lineItemControlNumber: undefined,
          })),
        }),
      ],
      "unmatched",
    ],
    [
      "of one line of ours and one of others",
      cut({}, lines("L1", "L9")),
      [candidate(whole)],
      "unmatched",
    ],
    [
      "of two that begin alike the one under the payer's number",
      cut({ payerClaimControlNumber: "ICN7" }),
      [
        candidate(whole),
        candidate("ABCDEFGHIJX", { claimId: 2, payerClaimControlNumbers: ["ICN7"] }),
      ],
      "2 truncated-number",
    ],
    [
      "that is whole in another form for two claims means no longer one",
      cut(),
      [
        candidate("ABCDE-FGHIJ"),
        candidate("ABCDEFGHI-J", { claimId: 2 }),
        candidate(whole, { claimId: 3 }),
      ],
      "1,2? several-claims",
    ],
    [
      "of two that begin alike neither, though one is newer",
      cut(),
      [candidate(whole), candidate("ABCDEFGHIJX", { claimId: 2, version: 2 })],
      "1,2? several-claims",
    ],
  ])("%s", check);
});

describe("a payer's number", () => {
  const seenAs = (...payerClaimControlNumbers: readonly string[]) => [
    candidate("A1", { payerClaimControlNumbers }),
  ];
  const named = (payerNumber: string) => claim("0", { payerNumber });
  test.each<Case>([
    [
      "of ten characters may have a suffix",
      named("202601234501"),
      seenAs("2026012345"),
      "1 payer-claim-number",
    ],
    ["of nine may not", named("20260123401"), seenAs("202601234"), "unmatched"],
    ["is not cut short", named("2026012345"), seenAs("202601234501"), "unmatched"],
    ["long enough and another is another", named("2026012346"), seenAs("2026012345"), "unmatched"],
    ["is one of several", named("I2"), seenAs("I1", "I2"), "1 payer-claim-number"],
    [
      "is doubted where the charge differs",
      claim("0", { payerNumber: "I1", charged: 9 }),
      seenAs("I1"),
      "1? charge-differs",
    ],
  ])("%s", check);
});

describe("the charge", () => {
  const part = (...lines: readonly [code: string, charged: number][]) =>
    readRemittanceClaim(
      exampleClaim({
        number: "A1",
        lines: lines.map(([code, charged]) => ({ code, charged, paid: 0 })),
      }),
    );
  test.each<Case>([
    [
      "of lines of ours is a part of the claim",
      part(["99211", 10_000]),
      [candidate("A1")],
      "1 control-number",
    ],
    ["of a part reversed", part(["99211", -10_000]), [candidate("A1")], "1 control-number"],
    ["of a line that is none of ours", part(["X", 10_000]), [candidate("A1")], "1? charge-differs"],
    [
      "of a line of ours and one that is none",
      part(["99211", 10_000], ["X", 0]),
      [candidate("A1")],
      "1? charge-differs",
    ],
    [
      "of a line told by its place alone",
      part(["99211", 10_000], ["X", 5000]),
      [candidate("A1", { chargedCents: 15_001 })],
      "1? charge-differs",
    ],
    [
      "higher than billed",
      part(["99211", 10_000], ["99212", 5001]),
      [candidate("A1")],
      "1? charge-differs",
    ],
    [
      "of lines that came back with others' codes submitted, not for what we billed",
      readRemittanceClaim(
        exampleClaim({
          number: "A1",
          lines: [{ code: "X", submitted: "99211", charged: 9000, paid: 0 }],
        }),
      ),
      [candidate("A1")],
      "1? charge-differs",
    ],
    [
      "of nothing, without lines",
      claim("A1", { charged: 0 }),
      [candidate("A1")],
      "1? charge-differs",
    ],
  ])("%s", check);
});

describe("a patient's name", () => {
  type Name = readonly [last: string, first: string];
  test.each<readonly [string, Name, Name, boolean]>([
    ["in another case and with punctuation", ["O'Doe", "Jane"], ["ODOE", "JANE"], true],
    ["with SR", ["DOE SR", "JOHN"], ["DOE", "JOHN"], true],
    ["with II", ["DOE II", "JOHN"], ["DOE", "JOHN"], true],
    ["with III", ["DOE", "JOHN III"], ["DOE", "JOHN"], true],
    ["with IV", ["DOE IV", "JOHN"], ["DOE", "JOHN"], true],
    ["with the suffix on our side", ["DOE", "JOHN"], ["DOE JR", "JOHN"], true],
    ["of words in another order", ["JONES SMITH", "ANA"], ["SMITH JONES", "ANA"], true],
    ["of an initial alone for the first name", ["DOE", "J"], ["DOE", "JANE"], true],
    ["of an initial alone, and another last name", ["ROE", "J"], ["DOE", "JANE"], false],
    ["not given, with a first name", ["", "JANE"], ["DOE", "JANE"], false],
    ["of another first name", ["DOE", "JOHN"], ["DOE", "JANE"], false],
    ["of another last name", ["ROE", "JANE"], ["DOE", "JANE"], false],
  ])("%s", (_name, theirs, [patientLastName, patientFirstName], isAlike) => {
    const ours = candidate("A1", { patientLastName, patientFirstName });
    const match = matchClaim(claim("A1", { patient: theirs }), [ours], undefined);
    expect(tell(match)).toBe(isAlike ? "1 control-number" : "1? patient-differs");
  });
});

describe("of the versions of a number", () => {
  const version = (claimId: number, rest: Partial<ClaimCandidate> = {}) =>
    candidate("A1", { claimId, version: claimId, ...rest });
  const named = claim("A1", { payerNumber: "I1" });
  const seen = { payerClaimControlNumbers: ["I1"] };
  test.each<Case>([
    ["the newest", claim("A1"), [version(1), version(3), version(2)], "3 control-number"],
    [
      "one that stands before a newer one that was replaced",
      claim("A1"),
      [version(2, { isReplaced: true }), version(1)],
      "1 control-number",
    ],
    [
      "of those that were all replaced the newest",
      claim("A1"),
      [version(1, { isReplaced: true }), version(2, { isReplaced: true })],
      "2 control-number",
    ],
    [
      "one sent on the day itself",
      claim("A1"),
      [version(1), version(2, { submittedOn: "2026-03-01" })],
      "2 control-number",
    ],
    [
      "not one sent a day later",
      claim("A1"),
      [version(1), version(2, { submittedOn: "2026-03-02" })],
      "1 control-number",
    ],
    [
      "one of which the day is not known",
      claim("A1"),
      [version(1), version(2, { submittedOn: undefined })],
      "2 control-number",
    ],
    [
      "the only one, though our books have it later",
      claim("A1"),
      [version(1, { submittedOn: "2026-04-01" })],
      "1 control-number",
    ],
    [
      "the newest of those under the payer's number",
      named,
      [version(1, seen), version(2, seen), version(3)],
      "2 control-number",
    ],
    [
      "the newest where the payer's number is new",
      named,
      [version(1), version(2)],
      "2 control-number",
    ],
    [
      "not one under the payer's number that was sent later",
      named,
      [version(1), version(2, { ...seen, submittedOn: "2026-04-01" })],
      "1 control-number",
    ],
  ])("%s", check);

  test("without a day of the remittance the newest", () => {
    const ours = [version(1), version(2, { submittedOn: "2026-04-01" })];
    expect(tell(matchClaim(claim("A1"), ours, undefined))).toBe("2 control-number");
  });
});

describe("suggestions", () => {
  const other = { memberIdKey: undefined, patientLastName: "ROE", serviceFrom: undefined };
  const suggested = (theirs: RemittanceClaim, ...ours: readonly ClaimCandidate[]) =>
    suggestClaims(theirs, ours).map(
      ({ claimId, score, reasons }) => `${claimId}: ${score} ${reasons.join()}`,
    );
  test.each<readonly [string, RemittanceClaim, readonly ClaimCandidate[], readonly string[]]>([
    [
      "a number is enough, in whatever form",
      claim("a-1", { charged: 9 }),
      [candidate("A1", other)],
      ["1: 6 number"],
    ],
    [
      "a payer's number is enough",
      claim("X", { charged: 9, payerNumber: "I1" }),
      [candidate("A1", { ...other, payerClaimControlNumbers: ["I1"] })],
      ["1: 6 number"],
    ],
    ["a number of zeros is none", claim("000", { charged: 9 }), [candidate("0", other)], []],
    ["a number of signs is none", claim("--", { charged: 9 }), [candidate("-", other)], []],
    [
      "a member with the charge",
      claim("X", {}, { memberId: "m1" }),
      [candidate("A1", { ...other, memberIdKey: "M1" })],
      ["1: 8 member,charge"],
    ],
    [
      "a member alone is not enough",
      claim("X", { charged: 9 }, { memberId: "M1" }),
      [candidate("A1", { ...other, memberIdKey: "M1" })],
      [],
    ],
    [
      "a name with the day of the first line",
      claim("X", { charged: 9, lines: [{ charged: 9, paid: 0, date: "2026-01-15" }] }),
      [candidate("A1")],
      ["1: 6 service-date,patient-name"],
    ],
    [
      "the day of the claim comes before that of its lines",
      claim(
        "X",
        { charged: 9, lines: [{ charged: 9, paid: 0, date: "2026-01-16" }] },
        { serviceFrom: "2026-01-15" },
      ),
      [candidate("A1")],
      ["1: 6 service-date,patient-name"],
    ],
    [
      "a day and a charge of another person are not enough",
      claim("X", {}, { serviceFrom: "2026-01-15" }),
      [candidate("A1", { patientLastName: "ROE" })],
      [],
    ],
    [
      "as likely ones in the order of the claims",
      claim("X"),
      [candidate("A2", { claimId: 2 }), candidate("A1")],
      ["1: 5 charge,patient-name", "2: 5 charge,patient-name"],
    ],
  ])("%s", (_name, theirs, ours, expected) => {
    expect(suggested(theirs, ...ours)).toEqual(expected);
  });
});
