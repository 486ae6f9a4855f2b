import { expect, test } from "vitest";
import { blank, draftLetter } from "./draft-letter.ts";

const facts = {
  today: "2026-08-04",
  practice: "Riverside Family",
  payer: "Northway",
  patient: "Ortiz, Lena",
  memberId: "W123",
  patientControlNumber: "7QK42201",
  payerClaimControlNumber: "ICN1",
  serviceFrom: "2026-06-12",
  denials: [
    {
      procedureCode: "93306",
      cents: 123_405,
      deniedOn: "2026-07-03",
      codes: "CO-197",
      reason: "Authorization missing",
    },
  ],
};

test("a letter cites what is on file and leaves the argument open", () => {
  const letter = draftLetter(facts);
  expect(letter).toContain("August 4, 2026");
  expect(letter).toContain("Your claim number: ICN1");
  expect(letter).toContain("not to pay $1,234.05 of this claim");
  expect(letter).toContain(
    "- 93306, $1,234.05, refused on July 3, 2026: CO-197, Authorization missing",
  );
  expect(letter).toContain(`The decision is not right because ${blank}`);
});

test("what is not on file is a visible blank", () => {
  const letter = draftLetter({ ...facts, memberId: undefined, payerClaimControlNumber: undefined });
  expect(letter).toContain(`Member id: ${blank}`);
  expect(letter).toContain(`Your claim number: ${blank}`);
});
