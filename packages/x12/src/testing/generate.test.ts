import { describe, expect, test } from "vitest";
import type { RemittanceClaim835 } from "../remittance.ts";
import { type GenerateOptions, generate835, generate837P, inventedClaim } from "./generate.ts";
import { eventsOf, issueCodesOf, readText } from "./read-text.ts";

const options: GenerateOptions = { seed: 11, claims: 1300, claimsPerSet: 100 };

function textOf(pieces: Iterable<Uint8Array>): string {
  return Array.from(pieces, (piece) => String.fromCharCode(...piece.subarray(0))).join("");
}

const claimEvents = readText(textOf(generate837P(options)));
const remittanceEvents = readText(textOf(generate835(options)));
const claims = eventsOf(claimEvents, "claim").map(({ claim }) => claim);
const paid = eventsOf(remittanceEvents, "remittance-claim").map(({ claim }) => claim);

function adjusted(claim: RemittanceClaim835): number {
  const all = [claim.adjustments, ...claim.lines.map(({ adjustments }) => adjustments)].flat();
  return all.reduce((sum, { cents }) => sum + cents, 0);
}

describe("generated files", () => {
  test("are valid", () => {
    expect(issueCodesOf(claimEvents)).toEqual([]);
    expect(issueCodesOf(remittanceEvents)).toEqual([]);
    expect(eventsOf(claimEvents, "set-end")).toHaveLength(13);
    expect(eventsOf(remittanceEvents, "set-end").every(({ intact }) => intact)).toBe(true);
  });

  test("have the same claims in the same order", () => {
    expect(claims).toHaveLength(1300);
    expect(paid.map(({ patientControlNumber }) => patientControlNumber)).toEqual(
      claims.map(({ patientControlNumber }) => patientControlNumber),
    );
    expect(claims[7]?.patientControlNumber).toBe(inventedClaim(options, 7).controlNumber);
    expect(new Set(claims.map(({ patientControlNumber }) => patientControlNumber)).size).toBe(1300);
  });

  test("balance by line, claim and payment", () => {
    for (const claim of paid) {
      expect(claim.chargedCents - adjusted(claim)).toBe(claim.paidCents);
      for (const line of claim.lines) {
        const sum = line.adjustments.reduce((total, { cents }) => total + cents, 0);
        expect(line.chargedCents - sum).toBe(line.paidCents);
      }
    }
    const payments = eventsOf(remittanceEvents, "remittance");
    const total = payments.reduce((sum, { remittance }) => sum + remittance.paidCents, 0);
    const claimed = paid.reduce((sum, { paidCents }) => sum + paidCents, 0);
    const provider = eventsOf(remittanceEvents, "provider-adjustment");
    expect(provider).toHaveLength(1);
    expect(total).toBe(
      claimed - provider.reduce((sum, { adjustment }) => sum + adjustment.cents, 0),
    );
  });

  test("deny the share asked for, name the payers asked for, and repeat by their seed", () => {
    const payers = [{ name: "ONLY PAYER", id: "ONLY" }] as const;
    const denied = {
      ...options,
      claims: 40,
      denialShare: 1,
      payers: [payers[0]] as [(typeof payers)[0]],
    };
    const text = textOf(generate835(denied));
    expect(text).toContain("N1*PR*ONLY PAYER*XV*ONLY");
    const all = eventsOf(readText(text), "remittance-claim");
    expect(all.every(({ claim }) => claim.paidCents === 0)).toBe(true);
    expect(textOf(generate835(denied))).toBe(text);
    expect(textOf(generate835({ ...denied, seed: 12 }))).not.toBe(text);
  });
});
