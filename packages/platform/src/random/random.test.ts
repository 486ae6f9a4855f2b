import { expect, test } from "vitest";
import { seededRandom, systemRandom } from "./random.ts";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a seed repeats its sequence", () => {
  const draw = (seed: string) => {
    const random = seededRandom(seed);
    return [Buffer.from(random.bytes(40)).toString("hex"), random.uuid(), random.uuid()];
  };
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
});

test("ids are uuid v7 and ascend", () => {
  for (const random of [systemRandom, seededRandom("a")]) {
    const ids = Array.from({ length: 50 }, () => random.uuid());
    expect(ids.every((id) => form.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  }
});
