import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ProviderAdjustment835, ReadEvent, Remittance835 } from "@headwater/x12";
import { balanceRemittance, type RemittanceBalance } from "../remittance/balance-remittance.ts";
import {
  movesNothing,
  type RemittanceClaim,
  readRemittanceClaim,
} from "../remittance/remittance.ts";
import { matchIncoming } from "./match-incoming.store.ts";

/** What a first reading of a set tells, before anything is written. */
export type RemittanceSurvey = {
  readonly remittance: Remittance835 | undefined;
  readonly balance: RemittanceBalance;
  readonly providerAdjustments: readonly ProviderAdjustment835[];
  readonly isIntact: boolean;
  readonly errors: number;
  /** At least one claim of the set is known for certain. */
  readonly isAnyClaimKnown: boolean;
  /** Every claim is a predetermination or not ours: no balance can move. */
  readonly movesNothing: boolean;
};

/** Claims looked up at once while none is known yet: as a rule one of the first is. */
const lookUpClaims = [10, 500] as const;

/** Reads a set through once: balances it, and looks whether any of its claims is known. */
export async function surveyRemittance(
  transaction: PracticeTransaction,
  events: AsyncIterable<readonly ReadEvent[]>,
): Promise<RemittanceSurvey> {
  const survey = new Survey(transaction);
  for await (const batch of events) {
    for (const event of batch) survey.take(event);
    if (survey.isLookUpDue) await survey.lookUp();
  }
  await survey.lookUp();
  return survey.result();
}

class Survey {
  readonly #transaction: PracticeTransaction;
  readonly #balance = balanceRemittance();
  readonly #providerAdjustments: ProviderAdjustment835[] = [];
  #remittance: Remittance835 | undefined;
  #isIntact = false;
  #errors = 0;
  #isAnyClaimKnown = false;
  #hasLookedUp = false;
  #moves = false;
  #waiting: RemittanceClaim[] = [];

  constructor(transaction: PracticeTransaction) {
    this.#transaction = transaction;
  }

  get isLookUpDue(): boolean {
    return this.#waiting.length >= lookUpClaims[this.#hasLookedUp ? 1 : 0];
  }

  take(event: ReadEvent): void {
    if (event.type === "remittance") this.#remittance = event.remittance;
    else if (event.type === "remittance-claim") this.#takeClaim(readRemittanceClaim(event.claim));
    else if (event.type === "provider-adjustment") {
      this.#providerAdjustments.push(event.adjustment);
      this.#balance.addProviderAdjustment(event.adjustment.cents);
    } else if (event.type === "set-end") {
      this.#isIntact = event.intact;
      this.#errors = event.errors;
    }
  }

  #takeClaim(claim: RemittanceClaim): void {
    this.#balance.addClaim(claim);
    if (!movesNothing(claim) || claim.paidCents !== 0) this.#moves = true;
    if (!this.#isAnyClaimKnown) this.#waiting.push(claim);
  }

  async lookUp(): Promise<void> {
    const effectiveOn = this.#remittance?.effectiveOn ?? "9999-12-31";
    while (this.#waiting.length > 0 && !this.#isAnyClaimKnown) {
      const claims = this.#waiting.splice(0, lookUpClaims[this.#hasLookedUp ? 1 : 0]);
      this.#hasLookedUp = true;
      const items = claims.map((claim) => ({ claim, effectiveOn }));
      const { matches } = await matchIncoming(this.#transaction, items);
      this.#isAnyClaimKnown = [...matches.values()].some((match) => match.is === "matched");
    }
    this.#waiting = [];
  }

  result(): RemittanceSurvey {
    return {
      remittance: this.#remittance,
      balance: this.#balance.finish(this.#remittance?.paidCents ?? 0),
      providerAdjustments: this.#providerAdjustments,
      isIntact: this.#isIntact,
      errors: this.#errors,
      isAnyClaimKnown: this.#isAnyClaimKnown,
      movesNothing: !this.#moves,
    };
  }
}
