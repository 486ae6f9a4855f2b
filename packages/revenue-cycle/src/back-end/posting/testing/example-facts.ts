import { emptyReceivable } from "../../../books/receivable/receivable.ts";
import { readRemittanceClaim } from "../../remittance/remittance.ts";
import type { ClaimFacts } from "../decide-posting.ts";
import {
  type Adjudication,
  adjudicationKey,
  type PatientPayment,
  type PostableClaim,
} from "../posting.ts";
import { treatClaim } from "../treat-claim.ts";
import { type ExampleClaim, exampleClaim } from "./example-remittance.ts";
import { referenceFacts } from "./reference-facts.ts";

/** One adjudication of the example claim: the day, and what the payer said. */
export type Example = Omit<ExampleClaim, "number"> & {
  readonly on?: string;
  readonly trace?: string;
  readonly capitated?: boolean;
};

/** The adjudication that stands at this place of an example. */
export function adjudication(example: Example, index: number): Adjudication {
  const on = example.on ?? `2026-03-0${index + 1}`;
  const claim = readRemittanceClaim(exampleClaim({ ...example, number: "A1" }));
  return {
    remittanceId: index + 1,
    transactionSetId: index + 1,
    claimNumber: 1,
    effectiveOn: on,
    traceNumber: example.trace ?? `T${index + 1}`,
    payerId: 1,
    money: "cash",
    claim: treatClaim(
      claim,
      { on, hasCapitationContract: example.capitated ?? false },
      referenceFacts.denial,
    ),
  };
}

/** A claim of lines 99211, 99212 … with these charges. */
export function ownClaim(
  charges: readonly number[],
  rest: Partial<PostableClaim> = {},
): PostableClaim {
  return {
    claimId: 1,
    payerRank: 1,
    furtherPayers: 0,
    isReplaced: false,
    isSucceeded: false,
    isOriginal: true,
    lines: charges.map((chargedCents, index) => ({
      lineNumber: index + 1,
      lineItemControlNumber: `L${index + 1}`,
      procedureCode: `9921${index + 1}`,
      modifiers: [],
      revenueCode: undefined,
      chargedCents,
      units: undefined,
      serviceFrom: "2026-01-15",
    })),
    ...rest,
  };
}

/** What is known of a claim of which nothing but this was heard. */
export function factsOf(
  claim: PostableClaim,
  adjudications: readonly Adjudication[],
  patientPayments: readonly PatientPayment[] = [],
  inherited: readonly Adjudication[] = [],
): ClaimFacts {
  return {
    claim,
    base: new Map(
      claim.lines.map(({ lineNumber, chargedCents }) => [
        lineNumber,
        { ...emptyReceivable(), charged: chargedCents, openInsurance: chargedCents },
      ]),
    ),
    adjudications,
    inherited: new Set(inherited.map(adjudicationKey)),
    patientPayments,
    knownReversals: new Map(),
    standing: new Map(),
  };
}

/** The only line of the example claim, as a payer returns it. */
export const line = (
  charged: number,
  paid: number,
  ...cas: (readonly [string, string, number])[]
) => ({
  code: "99211",
  charged,
  paid,
  cas,
});
/** The line of this number. */
export const at = (
  number: number,
  charged: number,
  paid: number,
  ...cas: (readonly [string, string, number])[]
) => ({
  ...line(charged, paid, ...cas),
  code: `9921${number}`,
});
/** The reversal of an adjudication. */
export const minus = (example: Example): Example => ({
  ...example,
  status: "22",
  ...(example.cas ? { cas: example.cas.map(([g, r, c]) => [g, r, -c] as const) } : {}),
  ...(example.charged === undefined ? {} : { charged: -example.charged }),
  ...(example.paid === undefined ? {} : { paid: -example.paid }),
  lines: (example.lines ?? []).map((each) => ({
    ...each,
    charged: -each.charged,
    paid: -each.paid,
    cas: (each.cas ?? []).map(([g, r, c]) => [g, r, -c] as const),
  })),
});
