import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import type { WritableClaim } from "@headwater/x12";
import { emptyReceivable } from "../../../books/receivable/receivable.ts";
import { sentClaimOf } from "../../../mid-cycle/claim/claim-content.ts";
import { sequenceRank } from "../../../mid-cycle/claim/read-claim.ts";
import { type ClaimDecision, decidePostings } from "../../posting/decide-posting.ts";
import type { Adjudication, PostableClaim } from "../../posting/posting.ts";
import { type ExampleClaim, exampleClaim } from "../../posting/testing/example-remittance.ts";
import { buildPostingFacts, treatClaim } from "../../posting/treat-claim.ts";
import { readRemittanceClaim } from "../../remittance/remittance.ts";

const folder = join(import.meta.dirname, "../../../../../../database/reference");
const facts = buildPostingFacts(
  parseReferenceTables(
    Object.fromEntries(
      Object.values(referenceFiles).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    ),
  ),
);

/** A payer's answer of a test; its day follows from its place unless it is said. */
export type Answer = Omit<ExampleClaim, "number"> & { readonly on?: string };

/** A claim of a test as posting sees it. */
export function postable(content: WritableClaim): PostableClaim {
  const claim = sentClaimOf(content);
  return {
    claimId: 1,
    payerRank: sequenceRank(claim.coverageSequence) + 1,
    furtherPayers: claim.furtherPayers,
    isReplaced: false,
    isSucceeded: false,
    isOriginal: true,
    lines: claim.lines,
  };
}

/** What the books make of a claim and the answers of its payers. */
export function decided(content: WritableClaim, answers: readonly Answer[]): ClaimDecision {
  const claim = postable(content);
  return decidePostings({
    claim,
    base: new Map(
      claim.lines.map(({ lineNumber, chargedCents }) => [
        lineNumber,
        { ...emptyReceivable(), charged: chargedCents, openInsurance: chargedCents },
      ]),
    ),
    adjudications: answers.map((answer, index) => adjudication(answer, index)),
    inherited: new Set(),
    patientPayments: [],
    knownReversals: new Map(),
    standing: new Map(),
  });
}

function adjudication(answer: Answer, index: number): Adjudication {
  const on = answer.on ?? `2026-07-0${index + 1}`;
  const claim = readRemittanceClaim(exampleClaim({ ...answer, number: "A1" }));
  const treated = treatClaim(claim, { on, hasCapitationContract: false }, facts.denial);
  return {
    remittanceId: index + 1,
    transactionSetId: index + 1,
    claimNumber: 1,
    effectiveOn: on,
    traceNumber: `T${index + 1}`,
    payerId: 1,
    money: "cash",
    claim: treated,
  };
}

/** The same answer taken back (CLP02 22). */
export function takenBack(answer: Answer): Answer {
  return {
    ...answer,
    status: "22",
    ...(answer.cas ? { cas: answer.cas.map(([g, r, cents]) => [g, r, -cents] as const) } : {}),
    ...(answer.charged === undefined ? {} : { charged: -answer.charged }),
    ...(answer.paid === undefined ? {} : { paid: -answer.paid }),
    lines: (answer.lines ?? []).map((line) => ({
      ...line,
      charged: -line.charged,
      paid: -line.paid,
      cas: (line.cas ?? []).map(([g, r, cents]) => [g, r, -cents] as const),
    })),
  };
}
