import { expect, test } from "vitest";
import * as x12 from "../index.ts";
import { guideChecks } from "./checked-against.ts";

test("says of every guide what it was held against, by what it is written, and where it has gaps", () => {
  const names = new Set(x12.guideTables.map(({ name }) => name));
  expect(new Set(Object.keys(guideChecks))).toEqual(names);
  const exported = new Map(Object.entries(x12));
  for (const [name, { title, writer, comparedWith, events }] of Object.entries(guideChecks)) {
    expect([name, typeof exported.get(writer)]).toEqual([name, "function"]);
    expect([name, title, comparedWith.length, events.length]).not.toContain(0);
    expect(title).not.toBe("");
  }
});
