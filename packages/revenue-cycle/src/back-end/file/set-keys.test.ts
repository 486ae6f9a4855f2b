import { readTransactions } from "@headwater/x12";
import { generate835, generate837P } from "@headwater/x12/testing/generate.ts";
import { describe, expect, test } from "vitest";
import { fileItems, keepSet } from "./set-feed.ts";
import { areApart, type SetKeys, setKeys } from "./set-keys.ts";

async function keysOf(
  content: Iterable<Uint8Array>,
  keep = 1000,
): Promise<(SetKeys | undefined)[]> {
  async function* source() {
    yield* content;
  }
  const found: (SetKeys | undefined)[] = [];
  for await (const item of fileItems(readTransactions(source()))) {
    if (item.is !== "set") continue;
    const set = await keepSet(item.set, keep);
    found.push(set.isWhole ? setKeys(set.header, set.batches) : undefined);
    let claims = 0;
    for await (const batch of set.events()) {
      for (const { type } of batch)
        if (type === "claim" || type === "remittance-claim") claims += 1;
    }
    expect(claims).toBe(5);
  }
  return found;
}

const options = { seed: 3, claims: 20, claimsPerSet: 5 };

describe("what a set touches", () => {
  test("sets of other claims are apart, a set and its like are not", async () => {
    for (const content of [generate837P(options), generate835(options)]) {
      const keys = await keysOf(content);
      expect(keys).toHaveLength(4);
      keys.forEach((left, at) => {
        keys.forEach((right, other) => {
          if (left !== undefined && right !== undefined) {
            expect(areApart(left, right)).toBe(at !== other);
          }
        });
      });
    }
  });

  test("claims and their remittances are never read beside each other", async () => {
    const [claims] = await keysOf(generate837P(options));
    const paid = await keysOf(generate835({ ...options, seed: 99 }));
    for (const remittance of paid) {
      if (claims !== undefined && remittance !== undefined) {
        expect(areApart(claims, remittance)).toBe(false);
      }
    }
  });

  test("a set that is too large to keep is read on from where keeping it ended", async () => {
    expect(await keysOf(generate837P(options), 2)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("a number cut short by the payer is the same number", () => {
    const of = (...keys: string[]): SetKeys => ({ kind: "remittance", keys: new Set(keys) });
    expect(areApart(of("claim A", "trace 1"), of("claim B"))).toBe(true);
    expect(areApart(of("claim A", "trace 1"), of("claim C", "trace 1"))).toBe(false);
  });
});
