import { expect, test } from "vitest";
import { allowedOn } from "./allowed.ts";

const row = (payerId: number, effectiveFrom: string, effectiveTo?: string) => ({
  payerId,
  procedureCode: "99213",
  allowedCents: 9_000,
  effectiveFrom,
  effectiveTo,
});
const rows = [row(1, "2025-01-01", "2025-12-31"), row(1, "2026-01-01"), row(1, "2026-07-01")];

test.each([
  ["the row in force", 1, "99213", "2025-06-01", "2025-01-01"],
  ["its last day", 1, "99213", "2025-12-31", "2025-01-01"],
  ["the later of two that run", 1, "99213", "2026-08-01", "2026-07-01"],
  ["before the first day", 1, "99213", "2024-12-31", undefined],
  ["another payer", 2, "99213", "2026-08-01", undefined],
  ["another code", 1, "99214", "2026-08-01", undefined],
])("allowed: %s", (_name, payerId, code, on, from) => {
  expect(allowedOn(rows, { payerId, code, on })?.effectiveFrom).toBe(from);
});
