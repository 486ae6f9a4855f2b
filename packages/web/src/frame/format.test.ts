import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatCents,
  formatDate,
  formatDollars,
  formatMonth,
  formatShare,
} from "./format.ts";

describe("money", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [123456789, "1,234,567.89"],
    [-4500, "(45.00)"],
  ])("%i cents are written %s", (cents, text) => {
    expect(formatCents(cents)).toBe(text);
  });

  it("names the currency in running text", () => {
    expect(formatDollars(-100)).toBe("($1.00)");
  });
});

describe("civil dates", () => {
  it.each([
    ["2026-01-01", "Jan 1, 2026"],
    ["2026-12-31", "Dec 31, 2026"],
    ["soon", "soon"],
  ])("%s is the same day in every time zone: %s", (date, text) => {
    expect(formatDate(date)).toBe(text);
  });
});

describe("months", () => {
  it.each([
    ["2026-01", "Jan 2026"],
    ["2025-12", "Dec 2025"],
    ["soon", "soon"],
  ])("%s is %s", (month, text) => {
    expect(formatMonth(month)).toBe(text);
  });
});

describe("shares and sizes", () => {
  it.each([
    [0.094, "9.4 %"],
    [-0.00001, "0.0 %"],
    [-0.02, "(2.0 %)"],
    [1, "100.0 %"],
  ])("%d is %s", (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it.each([
    [999, "999 B"],
    [1500, "1.5 KB"],
    [50_000_000, "50.0 MB"],
  ])("%i bytes are %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
