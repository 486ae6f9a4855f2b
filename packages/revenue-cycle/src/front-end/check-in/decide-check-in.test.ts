import { expect, test } from "vitest";
import {
  type CheckInFacts,
  type CheckInWanted,
  decideCheckIn,
  receiptNumber,
} from "./decide-check-in.ts";

const facts: CheckInFacts = {
  state: "booked",
  day: "2026-08-04",
  today: "2026-08-04",
  balanceDueCents: 1820,
  isHeld: false,
};
const wanted: CheckInWanted = { copayCents: 3000, balanceCents: 1820, method: "card" };

test.each<[string, Partial<CheckInFacts>, Partial<CheckInWanted>, string]>([
  ["copay and balance", {}, {}, "check-in"],
  ["nothing is paid", {}, { copayCents: 0, balanceCents: 0, method: undefined }, "check-in"],
  ["a part of the balance", {}, { balanceCents: 500 }, "check-in"],
  ["arrived already", { state: "arrived" }, {}, "appointment_not_booked"],
  ["cancelled", { state: "cancelled" }, {}, "appointment_not_booked"],
  ["another day", { day: "2026-08-05" }, {}, "appointment_other_day"],
  ["held", { isHeld: true }, {}, "appointment_held"],
  ["money without a method", {}, { method: undefined }, "payment_method_missing"],
  ["more than is owed", {}, { balanceCents: 1821 }, "balance_exceeded"],
])("a check-in: %s", (_, change, want, expected) => {
  const decision = decideCheckIn({ ...facts, ...change }, { ...wanted, ...want });
  expect(decision.is === "refused" ? decision.code : decision.is).toBe(expected);
});

test("a receipt is numbered by day and check-in", () => {
  expect(receiptNumber("2026-08-04", 17)).toBe("R260804-17");
});
