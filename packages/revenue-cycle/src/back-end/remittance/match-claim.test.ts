import { describe, expect, test } from "vitest";
import { type ExampleClaim, exampleClaim } from "../posting/testing/example-remittance.ts";
import { type ClaimCandidate, matchClaim, suggestClaims } from "./match-claim.ts";
import { readRemittanceClaim } from "./remittance.ts";
import { exampleCandidate } from "./testing/example-candidates.ts";

/** One of ours with a rendering provider and a last day. */
const candidate = (number: string, rest: Partial<ClaimCandidate> = {}) =>
  exampleCandidate(number, {
    renderingNpi: "1234567893",
    serviceThrough: "2026-01-15",
    ...rest,
  });

const claim = (number: string, rest: Partial<ExampleClaim> = {}) =>
  readRemittanceClaim(exampleClaim({ number, charged: 15_000, ...rest }));

const matched = (rule: string, claimId = 1) => ({ is: "matched", rule, claimId });
const uncertain = (doubt: string) => expect.objectContaining({ is: "uncertain", doubt });
const unmatched = { is: "unmatched" };

describe("a remittance claim means", () => {
  test.each([
    [
      "the claim of its number",
      claim("ABC-00123"),
      [candidate("ABC-00123")],
      matched("control-number"),
    ],
    ["one re-cased", claim("abc-00123"), [candidate("ABC-00123")], matched("normalised-number")],
    [
      "one without its leading zeros",
      claim("123"),
      [candidate("000123")],
      matched("normalised-number"),
    ],
    [
      "one without its punctuation",
      claim("ABC00123"),
      [candidate("ABC-00123")],
      matched("normalised-number"),
    ],
    [
      "one cut short",
      claim("ABCDEFGHIJKL"),
      [candidate("ABCDEFGHIJKLMNOP")],
      matched("truncated-number"),
    ],
    [
      "one cut short that went on to a payer with another member id, when its lines name ours",
      {
        ...claim("ABCDEFGHIJKL", { lines: [{ control: "L1", charged: 15_000, paid: 15_000 }] }),
        memberId: "M1",
      },
      [candidate("ABCDEFGHIJKLMNOP", { memberIdKey: "OTHER" })],
      matched("truncated-number"),
    ],
    [
      "none cut short of another member when its lines name none of ours",
      { ...claim("ABCDEFGHIJKL"), memberId: "M1" },
      [candidate("ABCDEFGHIJKLMNOP", { memberIdKey: "OTHER" })],
      unmatched,
    ],
    ["none when cut too short", claim("ABCDEFGHI"), [candidate("ABCDEFGHIJKLMNOP")], unmatched],
    [
      "no one cut short with other line numbers",
      claim("ABCDEFGHIJKL", { lines: [{ control: "Z9", charged: 15_000, paid: 15_000 }] }),
      [candidate("ABCDEFGHIJKLMNOP")],
      unmatched,
    ],
    [
      "none for certain when two begin alike",
      claim("ABCDEFGHIJKL"),
      [candidate("ABCDEFGHIJKLMNOP"), candidate("ABCDEFGHIJKLMNOQ", { claimId: 2 })],
      uncertain("several-claims"),
    ],
    [
      "of two that begin alike the one whose charge agrees",
      claim("ABCDEFGHIJKL"),
      [
        candidate("ABCDEFGHIJKLMNOP", { chargedCents: 1 }),
        candidate("ABCDEFGHIJKLMNOQ", { claimId: 2 }),
      ],
      matched("truncated-number", 2),
    ],
    [
      "the claim under the payer's number when its own is blank",
      claim("0", { payerNumber: "ICN-77" }),
      [candidate("A1", { payerClaimControlNumbers: ["ICN77"] })],
      matched("payer-claim-number"),
    ],
    [
      "the claim under the payer's number with the suffix of a split",
      claim("0", { payerNumber: "2026012345678" }),
      [candidate("A1", { payerClaimControlNumbers: ["20260123456"] })],
      matched("payer-claim-number"),
    ],
    ["none when nothing agrees", claim("B1"), [candidate("A1")], unmatched],
    ["none when its number is zero", claim("0"), [candidate("0")], unmatched],
    [
      "none for certain when the charge differs",
      claim("A1", { charged: 14_999 }),
      [candidate("A1")],
      uncertain("charge-differs"),
    ],
    [
      "none for certain when the patient differs",
      claim("A1", { patient: ["ROE", "RICHARD"] }),
      [candidate("A1")],
      uncertain("patient-differs"),
    ],
    [
      "none for certain when the letters of the name are merely the same",
      claim("A1", { patient: ["DOE", "JAEN"] }),
      [candidate("A1")],
      uncertain("patient-differs"),
    ],
    [
      "a patient in lower case",
      claim("A1", { patient: ["doe", "jane"] }),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "a patient in the other order",
      claim("A1", { patient: ["JANE", "DOE"] }),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "a patient with punctuation, an initial and a suffix",
      claim("A1", { patient: ["O'Doe-Smith, Jr.", "Jane M"] }),
      [candidate("A1", { patientLastName: "ODOE SMITH" })],
      matched("control-number"),
    ],
    [
      "a patient whose last name is written together",
      claim("A1", { patient: ["DELACRUZ", "ANA"] }),
      [candidate("A1", { patientLastName: "DE LA CRUZ", patientFirstName: "ANA" })],
      matched("control-number"),
    ],
    [
      "a patient by last name alone",
      claim("A1", { patient: ["DOE", ""] }),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "a patient not named",
      claim("A1", { patient: ["", ""] }),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "the original of a reversal",
      claim("A1", { status: "22", charged: -15_000 }),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "the claim of which it is a part",
      readRemittanceClaim(
        exampleClaim({ number: "A1", lines: [{ code: "99212", charged: 5000, paid: 5000 }] }),
      ),
      [candidate("A1")],
      matched("control-number"),
    ],
    [
      "of two versions the one not replaced",
      claim("A1"),
      [candidate("A1", { isReplaced: true }), candidate("A1", { claimId: 2, version: 2 })],
      matched("control-number", 2),
    ],
    [
      "the replaced version when its payer number is named",
      claim("A1", { payerNumber: "ICN1" }),
      [
        candidate("A1", { isReplaced: true, payerClaimControlNumbers: ["ICN1"] }),
        candidate("A1", { claimId: 2, version: 2 }),
      ],
      matched("control-number", 1),
    ],
    [
      "the replaced version when only its charge agrees",
      claim("A1"),
      [
        candidate("A1", { isReplaced: true }),
        candidate("A1", { claimId: 2, version: 2, chargedCents: 9 }),
      ],
      matched("control-number", 1),
    ],
    [
      "the version that had been sent by then",
      claim("A1"),
      [
        candidate("A1", { isReplaced: true }),
        candidate("A1", { claimId: 2, version: 2, submittedOn: "2026-05-01" }),
      ],
      matched("control-number", 1),
    ],
  ] as const)("%s", (_name, remittanceClaim, candidates, expected) => {
    expect(matchClaim(remittanceClaim, candidates, "2026-03-01")).toEqual(expected);
  });
});

test("claims without a number in common are only suggested, the likeliest first, with reasons", () => {
  const remittanceClaim = {
    ...claim("X"),
    memberId: "m1",
    serviceFrom: "2026-01-15",
    renderingNpi: "1234567893",
  };
  const suggestions = suggestClaims(remittanceClaim, [
    candidate("A1", { claimId: 1, chargedCents: 9 }),
    candidate("A2", { claimId: 2 }),
    candidate("A3", { claimId: 3, memberIdKey: "M2", patientLastName: "ROE" }),
    candidate("A4", {
      claimId: 4,
      memberIdKey: undefined,
      serviceFrom: undefined,
      renderingNpi: undefined,
    }),
  ]);
  expect(suggestions).toEqual([
    {
      claimId: 2,
      score: 15,
      reasons: ["member", "service-date", "charge", "rendering", "patient-name"],
    },
    { claimId: 1, score: 12, reasons: ["member", "service-date", "rendering", "patient-name"] },
    { claimId: 4, score: 5, reasons: ["charge", "patient-name"] },
  ]);
});
