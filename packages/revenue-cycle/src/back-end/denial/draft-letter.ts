import { dollars, letterDate } from "../statement/letter-words.ts";

/** What a letter to a payer cites; what is not known stays a visible blank. */
export type LetterFacts = {
  readonly today: string;
  readonly practice: string;
  readonly payer: string;
  readonly patient: string | undefined;
  readonly memberId: string | undefined;
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly denials: readonly {
    readonly procedureCode: string | undefined;
    readonly cents: number;
    readonly deniedOn: string;
    readonly codes: string;
    readonly reason: string;
  }[];
};

/** What the writer must fill in. */
export const blank = "[________]";

/**
 * The draft of an appeal: the facts on file, each denied service with the payer's reason, and blanks
 * where a person must give the argument. It claims nothing that is not on file.
 */
export function draftLetter(facts: LetterFacts): string {
  const total = facts.denials.reduce((sum, { cents }) => sum + cents, 0);
  return [
    facts.practice,
    letterDate(facts.today),
    "",
    `To ${facts.payer}, appeals`,
    "",
    `Patient: ${facts.patient ?? blank}`,
    `Member id: ${facts.memberId ?? blank}`,
    `Our claim number: ${facts.patientControlNumber}`,
    `Your claim number: ${facts.payerClaimControlNumber ?? blank}`,
    `Date of service: ${facts.serviceFrom ? letterDate(facts.serviceFrom) : blank}`,
    "",
    `We ask you to review your decision not to pay ${dollars(total)} of this claim:`,
    "",
    ...facts.denials.map(
      ({ procedureCode, cents, deniedOn, codes, reason }) =>
        `- ${procedureCode ?? "the claim as a whole"}, ${dollars(cents)}, refused on ${letterDate(deniedOn)}: ${codes}, ${reason}`,
    ),
    "",
    `The decision is not right because ${blank}`,
    "",
    `We enclose: ${blank}`,
    "",
    "Please pay the services named above, or tell us the exact reason and the rule it rests on.",
    "",
    blank,
    facts.practice,
  ].join("\n");
}
