import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allAccountKinds, isAccountKind, normalSide } from "./account.ts";
import { balances, reverse, transfer, trialBalance } from "./transfer.ts";

const movement = fc
  .tuple(
    fc.constantFrom(...allAccountKinds),
    fc.constantFrom(...allAccountKinds),
    fc.integer({ min: 1, max: 10_000_000_000 }),
  )
  .filter(([debit, credit]) => debit !== credit)
  .map(([debit, credit, amount]) => transfer(debit, credit, amount));
const movements = fc.array(movement, { maxLength: 50 });

describe("accounts", () => {
  test("the list is closed and names each kind once", () => {
    expect(allAccountKinds).toHaveLength(24);
    expect(isAccountKind("cash")).toBe(true);
    expect(isAccountKind("toString")).toBe(false);
    expect(normalSide("cash")).toBe("debit");
    expect(normalSide("charges")).toBe("credit");
  });
});

describe("transfers", () => {
  test("none moves nothing, backwards or within one account", () => {
    expect(() => transfer("cash", "charges", 0)).toThrow(RangeError);
    expect(() => transfer("cash", "charges", -1)).toThrow(RangeError);
    expect(() => transfer("cash", "charges", 0.5)).toThrow(RangeError);
    expect(() => transfer("cash", "cash", 1)).toThrow(RangeError);
  });

  test("any of them leave the trial balance at zero", () => {
    fc.assert(fc.property(movements, (list) => trialBalance(balances(list).values()) === 0));
  });

  test("with their reversal they leave every account at zero", () => {
    fc.assert(
      fc.property(movements, (list) => {
        const totals = balances([...list, ...reverse(list)]);
        expect([...totals.values()].every((total) => total === 0)).toBe(true);
      }),
    );
  });

  test("reversing twice gives them back in order", () => {
    fc.assert(
      fc.property(movements, (list) => {
        expect(reverse(reverse(list))).toEqual(list);
      }),
    );
  });

  test("a reversal keeps what else a movement tells", () => {
    const moved = { ...transfer("cash", "insurance-receivable", 5), lineNumber: 2 };
    expect(reverse([moved])).toEqual([
      { debit: "insurance-receivable", credit: "cash", cents: 5, lineNumber: 2 },
    ]);
  });

  test("a damaged book shows in the trial balance", () => {
    expect(trialBalance([100, -99])).toBe(1);
  });
});
