import { write835 } from "@headwater/x12";
import { dollarsText } from "../cents.ts";
import { businessDayFrom, dateOf } from "../civil-day.ts";
import type { Payer } from "../payers/payer.ts";
import {
  type DecidedClaim,
  type Payment,
  type ProviderAdjustment,
  paymentCents,
  writtenRemittance,
} from "../payers/written-remittance.ts";
import { deliver } from "./deliver.ts";
import { envelopeOf, textOf } from "./envelope.ts";
import { isTold, type Run } from "./run.ts";

/** What goes into one payment of a payer. */
export type Gathering = {
  readonly payer: Payer;
  readonly trace: string;
  readonly claims: DecidedClaim[];
  readonly adjustments: (ProviderAdjustment & { readonly claim: string | undefined })[];
};

const firstSlot = 40;
const secondSlot = 70;

/** Writes the 835 of a payment, sends the money to the bank and tells the truth of both. */
export function writePayment(run: Run, gathering: Gathering, slot: number): void {
  const { payer, trace, claims, adjustments } = gathering;
  const { practice } = run.world;
  const payment: Payment = {
    payer,
    practice,
    traceNumber: trace,
    day: run.day,
    claims,
    adjustments,
  };
  const name = `payment-${payer.key}`;
  const write = (envelopeSlot: number) =>
    textOf(write835([writtenRemittance(payment)], envelopeOf(run, envelopeSlot, "received")));
  const text = isTold(run) ? write(firstSlot + slot) : "";
  const file = deliver(run, { kind: "835", name, text });
  const stream = run.world.root.at("payment", payer.key, run.day);
  if (isTold(run) && stream.happens("twice", payer.quirks.sendsTwice ?? 0)) {
    const again = { kind: "835", name: `${name}-again`, text: write(secondSlot + slot) } as const;
    deliver(run, { ...again, madeOn: run.day, repeats: file });
  }
  const cents = paymentCents(payment);
  run.outputs.push({
    type: "truth",
    record: {
      truth: "payments",
      trace,
      payer: payer.key,
      on: dateOf(run.day),
      cents,
      method: cents > 0 ? payer.timing.method : "NON",
      claims: claims.length,
      file,
      providerAdjustments: adjustments,
      depositedOn: cents > 0 ? deposit(run, payment, cents) : undefined,
    },
  });
}

/** The money reaches the bank; the day, or nothing if it comes after the time simulated. */
function deposit(run: Run, { payer, traceNumber }: Payment, cents: number): string | undefined {
  const stream = run.world.root.at("deposit", payer.key, run.day);
  const day = businessDayFrom(run.day + stream.between("days", payer.timing.depositDays));
  if (day > run.world.lastDay) return undefined;
  const trace = stream.happens("trace-lost", run.profile.tracesLost) ? "" : traceNumber;
  const type = payer.timing.method === "ACH" ? "EFT" : "CHECK";
  run.bankRows.push({
    day,
    text: [dateOf(day), dollarsText(cents), trace, payer.name, type].join(","),
  });
  return dateOf(day);
}
