import { expect, test } from "vitest";
import { judgeSlip, type SlipPayment, type WantedSlip } from "./decide-slip.ts";

const today = "2026-03-10";
const payment = (change: Partial<SlipPayment> = {}): SlipPayment => ({
  paymentId: 1,
  cents: 2500,
  paidOn: "2026-03-09",
  isByGateway: false,
  isReversed: false,
  isOnSlip: false,
  ...change,
});
const other = payment({ paymentId: 2, cents: 1075 });
const slip: WantedSlip = { number: "77", on: today, totalCents: 3575, paymentIds: [1, 2] };

test.each<[string, Partial<WantedSlip>, Partial<SlipPayment>, string | undefined]>([
  ["what was counted is the sum", {}, {}, undefined],
  ["a payment named twice counts once", { paymentIds: [1, 2, 1] }, {}, undefined],
  ["a day to come", { on: "2026-03-11" }, {}, "slip_in_future"],
  ["a payment that is not on file", { paymentIds: [1, 2, 3] }, {}, "slip_payment_unknown"],
  ["a charge of the gateway", {}, { isByGateway: true }, "slip_payment_by_gateway"],
  ["a payment taken back", {}, { isReversed: true }, "slip_payment_reversed"],
  ["a payment on another slip", {}, { isOnSlip: true }, "slip_payment_elsewhere"],
  ["taken after the slip's day", { on: "2026-03-08" }, {}, "slip_before_payment"],
  ["a cent too much", { totalCents: 3576 }, {}, "slip_unequal"],
  ["a cent too little", { totalCents: 3574 }, {}, "slip_unequal"],
])("%s", (_name, change, ofPayment, code) => {
  expect(judgeSlip({ ...slip, ...change }, [payment(ofPayment), other], today)).toBe(code);
});
