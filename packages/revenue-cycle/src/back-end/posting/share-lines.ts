import { allocate, cents } from "@headwater/ledger";
import { type LineMatch, matchLines } from "../remittance/match-line.ts";
import type { PostableClaim, TreatedAdjustment, TreatedClaim } from "./posting.ts";

/** What one adjudication says about one line of ours. */
export type LineShare = {
  readonly lineNumber: number;
  charged: number;
  paid: number;
  adjustments: TreatedAdjustment[];
  readonly remarkCodes: Set<string>;
  /** How many payer lines came together here. */
  sources: number;
};

export type DividedLines = {
  readonly shares: readonly LineShare[];
  /** By payer line, for the record. */
  readonly matches: readonly LineMatch[];
  /** Something was divided by amounts because the payer did not say which line it meant. */
  readonly isDivided: boolean;
};

/**
 * Brings an adjudication to our lines. A payer line goes to the line it means. Payer lines that mean
 * a group of equal lines are divided among them; a claim adjudicated without lines is divided over
 * all lines by charge; adjustments of the claim level are divided over the lines it paid. Every
 * division is exact: the parts sum to the whole, and each line keeps charge - adjustments = paid.
 */
export function shareLines(claim: TreatedClaim, ours: PostableClaim["lines"]): DividedLines {
  const book = new ShareBook(ours);
  const matches = matchLines(claim.lines, ours);
  const isDivided = shareServiceLines(claim, matches, book);
  if (claim.lines.length === 0) {
    book.divide(book.all(), {
      charged: claim.chargedCents,
      paid: claim.paidCents,
      adjustments: claim.adjustments,
    });
  } else if (claim.adjustments.length > 0) {
    book.divideClaimLevel(claim.adjustments);
  }
  return { shares: book.shares(), matches, isDivided };
}

function shareServiceLines(
  claim: TreatedClaim,
  matches: readonly LineMatch[],
  book: ShareBook,
): boolean {
  const divided = new Map<string, { lineNumbers: readonly number[]; parts: Divisible }>();
  claim.lines.forEach((line, index) => {
    const lineNumbers = matches[index]?.lineNumbers ?? [];
    const only = lineNumbers.length === 1 ? lineNumbers[0] : undefined;
    if (only !== undefined) {
      book.add(only, line, line.remarkCodes);
      return;
    }
    const group = divided.get(lineNumbers.join()) ?? { lineNumbers, parts: emptyParts() };
    group.parts.charged += line.chargedCents;
    group.parts.paid += line.paidCents;
    group.parts.adjustments.push(...line.adjustments);
    for (const code of line.remarkCodes) group.parts.remarkCodes.add(code);
    divided.set(lineNumbers.join(), group);
  });
  for (const { lineNumbers, parts } of divided.values()) {
    book.divide(lineNumbers.length > 0 ? lineNumbers : book.untouched(), parts);
  }
  return divided.size > 0;
}

type Divisible = {
  charged: number;
  paid: number;
  adjustments: TreatedAdjustment[];
  remarkCodes: Set<string>;
};

const emptyParts = (): Divisible => ({
  charged: 0,
  paid: 0,
  adjustments: [],
  remarkCodes: new Set(),
});

class ShareBook {
  readonly #ours: PostableClaim["lines"];
  readonly #shares = new Map<number, LineShare>();

  constructor(ours: PostableClaim["lines"]) {
    this.#ours = ours;
  }

  all(): number[] {
    return this.#ours.map((line) => line.lineNumber);
  }

  /** Our lines that nothing was said about; all of them when there is none left. */
  untouched(): number[] {
    const left = this.all().filter((lineNumber) => !this.#shares.has(lineNumber));
    return left.length > 0 ? left : this.all();
  }

  shares(): LineShare[] {
    return [...this.#shares.values()].sort((left, right) => left.lineNumber - right.lineNumber);
  }

  add(
    lineNumber: number,
    line: {
      readonly chargedCents: number;
      readonly paidCents: number;
      readonly adjustments: readonly TreatedAdjustment[];
    },
    remarkCodes: Iterable<string>,
  ): LineShare {
    let share = this.#shares.get(lineNumber);
    if (share === undefined) {
      share = {
        lineNumber,
        charged: 0,
        paid: 0,
        adjustments: [],
        remarkCodes: new Set(),
        sources: 0,
      };
      this.#shares.set(lineNumber, share);
    }
    share.charged += line.chargedCents;
    share.paid += line.paidCents;
    share.sources += 1;
    for (const adjustment of line.adjustments) share.adjustments.push(adjustment);
    for (const code of remarkCodes) share.remarkCodes.add(code);
    return share;
  }

  /** Divides an amount charged, with its adjustments and payment, over lines by their own charge. */
  divide(
    lineNumbers: readonly number[],
    whole: {
      readonly charged: number;
      readonly paid: number;
      readonly adjustments: readonly TreatedAdjustment[];
      readonly remarkCodes?: Iterable<string>;
    },
  ): void {
    if (lineNumbers.length === 0) return;
    const weights = lineNumbers.map((lineNumber) => this.#chargeOf(lineNumber));
    const charged = allocate(cents(whole.charged), weights);
    const parts = divideAdjustments(whole.adjustments, charged);
    const adjustedWhole = whole.adjustments.reduce((sum, each) => sum + each.cents, 0);
    // Zero wherever the amounts add up: then every part does too.
    const beyond = allocate(cents(whole.paid - (whole.charged - adjustedWhole)), weights);
    lineNumbers.forEach((lineNumber, index) => {
      const adjustments = parts.map((part) => part[index]).filter((part) => part !== undefined);
      const adjusted = adjustments.reduce((sum, adjustment) => sum + adjustment.cents, 0);
      const chargedCents = charged[index] ?? 0;
      this.add(
        lineNumber,
        {
          chargedCents,
          paidCents: chargedCents - adjusted + (beyond[index] ?? 0),
          adjustments: adjustments.filter(isMoved),
        },
        whole.remarkCodes ?? [],
      );
    });
  }

  /** Takes adjustments of the claim level off what the lines paid. */
  divideClaimLevel(adjustments: readonly TreatedAdjustment[]): void {
    const shares = this.shares();
    const room = shares.map((share) => share.paid);
    const parts = divideAdjustments(adjustments, room);
    shares.forEach((share, index) => {
      for (const part of parts) {
        const adjustment = part[index];
        if (adjustment === undefined || !isMoved(adjustment)) continue;
        share.paid -= adjustment.cents;
        share.adjustments.push(adjustment);
      }
    });
  }

  #chargeOf(lineNumber: number): number {
    return this.#ours.find((line) => line.lineNumber === lineNumber)?.chargedCents ?? 0;
  }
}

const isMoved = (adjustment: TreatedAdjustment): boolean => adjustment.cents !== 0;

/**
 * Divides each adjustment by the room that is left on each line, so that no line gets more than it
 * can bear as long as all together fit: what the payer added widens the room first. Amounts of a
 * reversal are divided as what they undo.
 */
function divideAdjustments(
  adjustments: readonly TreatedAdjustment[],
  capacity: readonly number[],
): TreatedAdjustment[][] {
  const isNegated = capacity.reduce((sum, room) => sum + room, 0) < 0;
  const sign = isNegated ? -1 : 1;
  const room = capacity.map((value) => Math.max(0, value * sign));
  const divided = new Map<TreatedAdjustment, TreatedAdjustment[]>();
  const addedFirst = [...adjustments].sort(
    (left, right) => Number(left.cents * sign > 0) - Number(right.cents * sign > 0),
  );
  for (const adjustment of addedFirst) {
    const parts = allocate(cents(adjustment.cents), room);
    divided.set(
      adjustment,
      parts.map((part) => ({ ...adjustment, cents: part })),
    );
    parts.forEach((part, index) => {
      room[index] = Math.max(0, (room[index] ?? 0) - part * sign);
    });
  }
  return adjustments.map((adjustment) => divided.get(adjustment) ?? []);
}
