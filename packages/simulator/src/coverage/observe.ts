import type { SimulationOutput } from "../run/output.ts";
import type { TruthRecord } from "../truth/records.ts";

type TruthOf<K extends TruthRecord["truth"]> = Extract<TruthRecord, { truth: K }>;

/** What a simulation has shown: `transaction|scenario|payer`, each with how often. */
export type Observed = Map<string, number>;

/** Counts which scenario of which transaction each payer went through, by files that were written. */
export function observe(outputs: Iterable<SimulationOutput>, seen: Observed = new Map()): Observed {
  const see = (transaction: string, scenario: string, payer: string) => {
    const cell = `${transaction}|${scenario}|${payer}`;
    seen.set(cell, (seen.get(cell) ?? 0) + 1);
  };
  for (const output of outputs) {
    if (output.type === "file") continue;
    const { record } = output;
    if (record.truth === "claims") seeClaim(record, see);
    else if (record.truth === "payments") seePayment(record, see);
    else if (record.truth === "takebacks") see("835", `takeback: ${record.way}`, record.payer);
    else if (record.truth === "files" && record.repeats !== undefined) {
      const payer = /payment-([\w-]+?)(-again|-copy)/.exec(record.file)?.[1];
      if (payer !== undefined) see("835", "sent twice", payer);
    }
  }
  return seen;
}

type See = (transaction: string, scenario: string, payer: string) => void;

const sendings: Readonly<Record<TruthOf<"claims">["sendings"][number]["as"], string>> = {
  original: "original",
  resent: "sent again after a rejection",
  corrected: "corrected after a denial",
  rebilled: "billed to another payer",
  "next-payer": "to the next payer",
};

function seeClaim({ sendings: sent, decisions }: TruthOf<"claims">, see: See): void {
  for (const { as, payer, answer } of sent) {
    see("837", sendings[as], payer);
    see("277CA", answer.replaceAll("-", " "), payer);
  }
  for (const { payer, status, refusals, paid, patient, isPayerError } of decisions) {
    if (status === "2") see("835", "decided as the second payer", payer);
    if (status === "19") see("835", "forwarded to the next payer", payer);
    if (refusals.length > 0) see("835", paid + patient > 0 ? "partly refused" : "refused", payer);
    else if (paid > 0) see("835", "paid", payer);
    else if (patient > 0) see("835", "left to the patient", payer);
    if (isPayerError) see("835", "refused without a ground", payer);
  }
}

const adjustments: Readonly<Record<string, string>> = {
  WO: "provider-level recovery (WO)",
  L6: "interest (L6)",
  CT: "capitation (CT)",
  FB: "balance carried forward (FB)",
};

function seePayment({ payer, method, providerAdjustments }: TruthOf<"payments">, see: See): void {
  see("835", method === "CHK" ? "by check" : method === "ACH" ? "by EFT" : "no money (NON)", payer);
  for (const { code } of providerAdjustments) see("835", adjustments[code] ?? code, payer);
}
