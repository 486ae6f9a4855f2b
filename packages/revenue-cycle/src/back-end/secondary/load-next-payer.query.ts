import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { findContent } from "../../mid-cycle/claim/claim-content.store.ts";
import { isUnsent } from "../../mid-cycle/claim/claim-content.ts";
import { sequenceRank } from "../../mid-cycle/claim/read-claim.ts";
import { postingFacts } from "../posting/posting-facts.store.ts";
import { decideNextPayer, type NextPayerDecision } from "./decide-next-payer.ts";
import {
  type AnsweredClaim,
  type ClaimPlace,
  findClaimPlace,
  lastSending,
  loadAnsweredClaim,
  namedPayers,
  registeredCoverages,
  type StoredSending,
} from "./next-payer.store.ts";
import { crossoverWaitDays } from "./next-payer-needs.ts";
import { orderPayers, type RegisteredCoverage } from "./order-payers.ts";

/** A payer in the order in which the claim's payers are asked. */
export type PayerInOrder = {
  readonly rank: number;
  readonly name: string;
  readonly isOnClaim: boolean;
};

/** Everything that the next step of a claim is decided from, with the decision. */
export type NextPayerStanding = AnsweredClaim & {
  readonly place: ClaimPlace;
  /** What the claim says, if it was written here. */
  readonly content: WritableClaim | undefined;
  readonly registered: readonly RegisteredCoverage[];
  readonly payers: readonly PayerInOrder[];
  readonly sending: StoredSending | undefined;
  readonly next: NextPayerDecision;
};

/** Where a claim stands on its way from payer to payer; undefined when there is no such claim. */
export async function loadNextPayer(
  transaction: PracticeTransaction,
  claimId: number,
  asked: { readonly today: string; readonly lock: "read" | "change" },
): Promise<NextPayerStanding | undefined> {
  const answered = await loadAnsweredClaim(transaction, claimId, asked.lock);
  const place = await findClaimPlace(transaction, claimId);
  if (answered === undefined || place === undefined) return undefined;
  const stored = await findContent(transaction, claimId);
  const content = stored?.content;
  const registered = await registeredCoverages(transaction, place.patientId, place.serviceFrom);
  const sending = await lastSending(transaction, claimId);
  const payers =
    content === undefined
      ? await payersOfFile(transaction, answered, { place, registered })
      : orderPayers(content, registered, answered.claim.payerRank).map(named);
  const standing = { ...answered, place, content, registered, payers, sending };
  return { ...standing, next: await decide(standing, asked.today) };
}

function named({ rank, isOnClaim, coverage }: ReturnType<typeof orderPayers>[number]) {
  return { rank, isOnClaim, name: coverage.payer?.lastNameOrOrganization ?? "" };
}

/** Of a claim that a file tells of: its payers by what claims named, then those of the record. */
async function payersOfFile(
  transaction: PracticeTransaction,
  { claim }: AnsweredClaim,
  of: { readonly place: ClaimPlace; readonly registered: readonly RegisteredCoverage[] },
): Promise<PayerInOrder[]> {
  const rows = await namedPayers(transaction, of.place.patientId, claim.claimId);
  const bySequence = new Map(rows.map(({ sequence, name }) => [sequenceRank(sequence) + 1, name]));
  const last = claim.payerRank + claim.furtherPayers;
  const onClaim = Array.from({ length: last }, (_, index) => {
    const rank = index + 1;
    const name = rank === claim.payerRank ? of.place.payer : (bySequence.get(rank) ?? "");
    return { rank, name, isOnClaim: true };
  });
  const known = new Set(onClaim.map(({ name }) => name.toUpperCase()));
  const further = of.registered.filter(
    ({ coverage }) => !known.has((coverage.payer?.lastNameOrOrganization ?? "").toUpperCase()),
  );
  return [
    ...onClaim,
    ...further.map(({ coverage }, index) => ({
      rank: last + index + 1,
      name: coverage.payer?.lastNameOrOrganization ?? "",
      isOnClaim: false,
    })),
  ];
}

async function decide(
  standing: Omit<NextPayerStanding, "next">,
  today: string,
): Promise<NextPayerDecision> {
  const { claim, decision, prior, place, payers, sending } = standing;
  const answered = prior.at(-1);
  const { crossoverWaits } = await postingFacts();
  const since = {
    filingIndicator: answered?.filingIndicator,
    on: answered?.adjudicatedOn ?? today,
  };
  let openInsuranceCents = 0;
  let deniedCents = 0;
  for (const receivable of claim.receivables.values()) {
    openInsuranceCents += receivable.openInsurance;
    deniedCents += receivable.denied;
  }
  return decideNextPayer({
    isStanding: !claim.isReplaced && !isUnsent(claim.state),
    payers,
    answered: answered && { ...answered, on: answered.adjudicatedOn },
    openInsuranceCents,
    deniedCents,
    isPatientProtected: decision.adjudications.some((each) => each.isPatientProtected),
    sending:
      sending === undefined || sending.state === "sent"
        ? undefined
        : { rank: sending.payerRank, state: sending.state },
    billedRank: claim.payerRank,
    billedOn: place.billedOn ?? undefined,
    isRejected: place.isRejected,
    lastPayerRank: claim.lastPayerRank,
    waitDays: crossoverWaitDays(crossoverWaits, since),
    today,
  });
}
