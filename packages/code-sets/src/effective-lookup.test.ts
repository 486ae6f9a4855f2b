import { describe, expect, it } from "vitest";
import { buildEffectiveLookup } from "./effective-lookup.ts";

const row = (code: string, effectiveFrom: string, effectiveTo?: string) => ({
  code,
  effectiveFrom,
  effectiveTo,
});
const build = (rows: readonly ReturnType<typeof row>[]) =>
  buildEffectiveLookup("reasons", rows, ({ code }) => code);

describe("effective lookup", () => {
  const later = row("A", "2020-01-01");
  const earlier = row("A", "2010-01-01", "2018-04-30");
  const lookup = build([later, earlier, row("B", "2015-06-01")]);

  it.each([
    ["before the first day", "2009-12-31", undefined],
    ["on the first day", "2010-01-01", earlier],
    ["on the last day", "2018-04-30", earlier],
    ["in the gap", "2018-05-01", undefined],
    ["in the open row", "2031-01-01", later],
  ])("%s", (_name, date, expected) => {
    expect(lookup.on("A", date)).toBe(expected);
  });

  it("still finds words for a code that is not in force", () => {
    expect(lookup.nearest("A", "2019-01-01")).toEqual({ row: earlier, isInForce: false });
    expect(lookup.nearest("A", "2001-01-01")).toEqual({ row: earlier, isInForce: false });
    expect(lookup.nearest("A", "2022-01-01")).toEqual({ row: later, isInForce: true });
    expect(lookup.nearest("Z", "2022-01-01")).toBeUndefined();
  });

  it("lists versions oldest first", () => {
    expect(lookup.versions("A")).toEqual([earlier, later]);
    expect(lookup.versions("Z")).toEqual([]);
    expect(lookup.keys).toEqual(["A", "B"]);
  });

  it.each([
    ["the same row twice", [row("A", "2010-01-01"), row("A", "2010-01-01")]],
    ["an open row before another", [row("A", "2010-01-01"), row("A", "2020-01-01")]],
    ["a shared day", [row("A", "2010-01-01", "2020-01-01"), row("A", "2020-01-01")]],
    ["an end before the start", [row("A", "2010-01-01", "2009-12-31")]],
  ])("refuses %s", (_name, rows) => {
    expect(() => build(rows)).toThrow("Reference table reasons:A: overlapping-rows.");
  });
});
