import { type AccountKind, transfer } from "@headwater/ledger";
import type { LineTransfer, TreatedAdjustment, Treatment } from "./posting.ts";
import type { LineShare } from "./share-lines.ts";

/** The adjustments of one line, netted and sorted by what they do. Cents are above zero. */
export type NetAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  cents: number;
};

export type NetAdjustments = {
  readonly contractual: readonly NetAdjustment[];
  readonly withheld: readonly (NetAdjustment & { readonly account: AccountKind })[];
  readonly patient: readonly NetAdjustment[];
  readonly denied: readonly NetAdjustment[];
  /** Pended, held, for information, or posted from an earlier payer already: stays open. */
  readonly waiting: readonly NetAdjustment[];
  /** Those of the waiting ones that no rule says how to read: a person must. */
  readonly held: readonly NetAdjustment[];
  /** What the payer added beyond the contractual adjustment. */
  readonly incentive: number;
};

type Sorted = {
  [Name in "contractual" | "patient" | "denied" | "waiting" | "held"]: NetAdjustment[];
} & {
  withheld: (NetAdjustment & { account: AccountKind })[];
};

/**
 * Nets the adjustments of a line. Amounts of one group and reason are summed; what is left below zero
 * (the payer adds) first reduces the contractual adjustment, and what would push that below zero is
 * incentive. On a line that the payer returned in several parts, an added amount is the counterpart
 * of what another part refused, and so reduces that before it becomes incentive.
 */
export function netAdjustments(share: LineShare): NetAdjustments {
  const sorted: Sorted = {
    contractual: [],
    withheld: [],
    patient: [],
    denied: [],
    waiting: [],
    held: [],
  };
  let added = 0;
  for (const adjustment of summedByReason(share.adjustments)) {
    if (adjustment.cents < 0) added -= adjustment.cents;
    else if (adjustment.cents > 0) sortIn(sorted, adjustment);
  }
  added = reduce(sorted.contractual, added);
  if (share.sources > 1) {
    added = reduce(sorted.denied, added);
    added = reduce(sorted.waiting, added);
  }
  const isLeft = (adjustment: NetAdjustment) => adjustment.cents > 0;
  return {
    contractual: sorted.contractual.filter(isLeft),
    withheld: sorted.withheld,
    patient: sorted.patient,
    denied: sorted.denied.filter(isLeft),
    waiting: sorted.waiting.filter(isLeft),
    held: sorted.held.filter(isLeft),
    incentive: added,
  };
}

function summedByReason(adjustments: readonly TreatedAdjustment[]): TreatedAdjustment[] {
  if (adjustments.length < 2) return [...adjustments];
  const sums = new Map<string, { cents: number; members: TreatedAdjustment[] }>();
  for (const adjustment of adjustments) {
    const key = `${adjustment.groupCode}:${adjustment.reasonCode}`;
    const sum = sums.get(key) ?? { cents: 0, members: [] };
    sum.cents += adjustment.cents;
    sum.members.push(adjustment);
    sums.set(key, sum);
  }
  return [...sums.values()].flatMap(({ cents, members }) => {
    // The treatment follows the sign of the sum: an added amount is read differently from a reduction.
    const sameSign = members.find((member) => Math.sign(member.cents) === Math.sign(cents));
    return sameSign === undefined ? [] : [{ ...sameSign, cents }];
  });
}

function sortIn(sorted: Sorted, adjustment: TreatedAdjustment): void {
  const { groupCode, reasonCode, cents } = adjustment;
  const net = { groupCode, reasonCode, cents };
  const place = places[adjustment.treatment];
  if (place === "withhold-receivable" || place === "irs-withholding") {
    sorted.withheld.push({ ...net, account: place });
  } else sorted[place].push(net);
  if (adjustment.treatment === "hold") sorted.held.push(net);
}

const places: Readonly<
  Record<
    Treatment,
    "contractual" | "patient" | "denied" | "waiting" | "withhold-receivable" | "irs-withholding"
  >
> = {
  contractual: "contractual",
  sequestration: "contractual",
  capitation: "contractual",
  patient: "patient",
  denial: "denied",
  withhold: "withhold-receivable",
  "irs-withholding": "irs-withholding",
  incentive: "waiting",
  "prior-payer": "waiting",
  informational: "waiting",
  pended: "waiting",
  hold: "waiting",
};

/** Takes an amount off adjustments in their order; returns what is left of it. */
function reduce(adjustments: readonly NetAdjustment[], amount: number): number {
  let left = amount;
  for (const adjustment of adjustments) {
    const taken = Math.min(left, adjustment.cents);
    adjustment.cents -= taken;
    left -= taken;
  }
  return left;
}

export type SettlingTerms = {
  readonly lineNumber: number;
  readonly openInsurance: number;
  readonly money: AccountKind;
  /** No further payer is expected, so the patient's share moves to the patient. */
  readonly isPatientDue: boolean;
  /** A later payer has spoken already: nothing is kept for it. */
  readonly isNextPayerHeard: boolean;
};

export type SettledLine = {
  readonly transfers: readonly LineTransfer[];
  /** Part of what stays open that the next payer is expected to look at. */
  readonly keptForNextPayer: number;
  /** Part of what stays open that this adjudication refused. */
  readonly denied: number;
};

/**
 * The movements of one adjudication on one line. What the payer added comes first, then its payment
 * (above what is open it is the payer's credit), the patient's share, withholds and the contractual
 * adjustment, none of them more than what is open: so a later payer posts only its own effect.
 */
export function settleLine(paid: number, net: NetAdjustments, terms: SettlingTerms): SettledLine {
  const transfers: LineTransfer[] = [];
  let open = terms.openInsurance;
  const move = (cents: number, debit: AccountKind, credit: AccountKind) => {
    if (cents > 0) transfers.push(lineTransfer(terms.lineNumber, { debit, credit, cents }));
  };
  const settle = (cents: number, debit: AccountKind, reason: NetAdjustment) => {
    if (cents <= 0) return;
    const credit = "insurance-receivable";
    transfers.push(lineTransfer(terms.lineNumber, { debit, credit, cents, reason }));
  };
  move(net.incentive, "insurance-receivable", "incentive-income");
  open += net.incentive;
  const received = Math.min(paid, open);
  move(received, terms.money, "insurance-receivable");
  move(paid - received, terms.money, "insurance-credit");
  open -= received;
  let kept = 0;
  for (const share of net.patient) {
    const cents = Math.min(share.cents, open - kept);
    if (!terms.isPatientDue) kept += terms.isNextPayerHeard ? 0 : cents;
    else {
      settle(cents, "patient-receivable", share);
      open -= cents;
    }
  }
  for (const reason of net.withheld) {
    const cents = Math.min(reason.cents, open - kept);
    settle(cents, reason.account, reason);
    open -= cents;
  }
  for (const reason of net.contractual) {
    const cents = Math.min(reason.cents, open - kept);
    settle(cents, "contractual", reason);
    open -= cents;
  }
  const refused = net.denied.reduce((sum, denial) => sum + denial.cents, 0);
  return { transfers, keptForNextPayer: kept, denied: Math.min(refused, open - kept) };
}

/** A movement on one line with the reason for it. */
export function lineTransfer(
  lineNumber: number,
  moved: {
    readonly debit: AccountKind;
    readonly credit: AccountKind;
    readonly cents: number;
    readonly reason?: NetAdjustment | undefined;
  },
): LineTransfer {
  const { debit, credit, cents } = transfer(moved.debit, moved.credit, moved.cents);
  const { groupCode, reasonCode } = moved.reason ?? noReason;
  return { debit, credit, cents, lineNumber, groupCode, reasonCode };
}

const noReason = { groupCode: undefined, reasonCode: undefined };
