import { describe, expect, it } from "vitest";
import { isCardNumber, judgeDeposit, type TypedDeposit } from "./decide-deposit.ts";

const item = { cents: 12_000, feeCents: 0, reference: "10442", payerName: "NORTHWAY PPO" };
const check: TypedDeposit = { way: "check", on: "2026-03-02", items: [item] };
const batch = { number: "LB-77", totalCents: 20_000 };
const second = { ...item, cents: 8000, reference: "10443" };
const today = "2026-03-05";

describe("a deposit typed in", () => {
  it.each<[string, TypedDeposit, ReturnType<typeof judgeDeposit>]>([
    ["a check stands", check, undefined],
    ["today's stands", { ...check, on: today }, undefined],
    ["a day to come is refused", { ...check, on: "2026-03-06" }, "deposit_in_future"],
    ["a lockbox needs its batch", { ...check, way: "lockbox" }, "deposit_batch_missing"],
    ["a check has no batch", { ...check, batch }, "deposit_batch_missing"],
    ["two checks are a batch", { ...check, items: [item, second] }, "deposit_one_payment"],
    [
      "a check costs no fee",
      { ...check, items: [{ ...item, feeCents: 1 }] },
      "deposit_fee_of_card",
    ],
    [
      "a card may",
      { ...check, way: "virtual-card", items: [{ ...item, feeCents: 300 }] },
      undefined,
    ],
    [
      "a card's own number is not kept",
      { ...check, way: "virtual-card", items: [{ ...item, reference: "4111 1111 1111 1111" }] },
      "reference_like_card",
    ],
    [
      "a check has a number",
      { ...check, items: [{ ...item, reference: "" }] },
      "deposit_reference_missing",
    ],
    ["cash has none", { ...check, way: "cash", items: [{ ...item, reference: "" }] }, undefined],
    [
      "a batch that adds up stands",
      { ...check, way: "lockbox", batch, items: [item, second] },
      undefined,
    ],
    [
      "one check of a batch without its number is refused",
      { ...check, way: "lockbox", batch, items: [item, { ...second, reference: "" }] },
      "deposit_reference_missing",
    ],
    [
      "one check of a batch with a fee is refused",
      { ...check, way: "lockbox", batch, items: [item, { ...second, feeCents: 1 }] },
      "deposit_fee_of_card",
    ],
    [
      "one number of a card in a batch is refused",
      {
        ...check,
        way: "lockbox",
        batch,
        items: [item, { ...second, reference: "4111111111111111" }],
      },
      "reference_like_card",
    ],
    [
      "a cent apart is refused",
      { ...check, way: "lockbox", batch, items: [item, { ...second, cents: 8001 }] },
      "deposit_batch_unequal",
    ],
    [
      "a check twice is refused",
      { ...check, way: "lockbox", batch, items: [item, { ...item, cents: 8000 }] },
      "deposit_reference_twice",
    ],
    [
      "the same number of another payer is another check",
      {
        ...check,
        way: "lockbox",
        batch,
        items: [item, { ...second, reference: "10442", payerName: "X" }],
      },
      undefined,
    ],
  ])("%s", (_, deposit, refusal) => {
    expect(judgeDeposit(deposit, today)).toBe(refusal);
  });

  it.each([
    ["4111111111111111", true],
    ["5500-0000-0000-0004", true],
    ["4012888888881881", true],
    ["4111111111111112", false],
    ["10442", false],
    ["091000019123456", false],
  ])("%s is a card's number: %s", (text, expected) => {
    expect(isCardNumber(text)).toBe(expected);
  });
});
