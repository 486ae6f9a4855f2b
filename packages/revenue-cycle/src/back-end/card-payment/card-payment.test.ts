import { expect, test } from "vitest";
import { type ChargeAnswer, decideNextStep, isToken, lookUpPauseSeconds } from "./card-gateway.ts";
import { testCard, testCards, testFeeCents } from "./test-cards.ts";

const face = { brand: "Visa", lastFour: "4242" };

test.each<[string, ChargeAnswer, string]>([
  ["approved is paid", { is: "approved", reference: "ch_1", ...face }, "paid"],
  ["declined is declined", { is: "declined", code: "card-expired", ...face }, "declined"],
  ["declined as closed never happened", { is: "declined", code: "closed" }, "failed"],
  ["still at it is asked again", { is: "processing" }, "ask-again"],
  ["no answer tells nothing", { is: "no-answer" }, "ask-again"],
  ["what was never heard of is closed first", { is: "unknown" }, "close"],
])("an answer of a gateway: %s", (_, answer, expected) => {
  expect(decideNextStep(answer).is).toBe(expected);
});

test.each([
  ["a test card", "tok_visa", true],
  ["what a hosted field gives", "pm_1Nx7aB2eZvKYlo2C", true],
  ["a card number", "4242424242424242", false],
  ["a card number in a word", "tok_4242424242424242", false],
  ["with spaces", "4242 4242 4242 4242", false],
  ["too short", "tok", false],
])("a token: %s", (_, token, expected) => {
  expect(isToken(token)).toBe(expected);
});

test("pauses between look-ups grow to an hour", () => {
  const pauses = [0, 1, 2, 7, 8, 500].map(lookUpPauseSeconds);
  expect(pauses).toEqual([20, 40, 80, 2560, 3600, 3600]);
});

test("every test card has a token and last four digits of its own", () => {
  expect(new Set(testCards.map(({ token }) => token)).size).toBe(testCards.length);
  expect(new Set(testCards.map(({ face: { lastFour } }) => lastFour)).size).toBe(testCards.length);
  expect(testCard("tok_visa")?.face).toEqual(face);
  expect(testCard("tok_nobody")).toBeUndefined();
});

test.each([
  [1, 30],
  [10_000, 320],
  [1050, 60],
  [1017, 59],
])("the test gateway keeps of %i cents %i", (cents, fee) => {
  expect(testFeeCents(cents)).toBe(fee);
});
