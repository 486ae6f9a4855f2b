import type { IdentifierReplacer } from "./replace-identifier.ts";

/**
 * Three-digit areas with 20,000 people or fewer (2020 census), which would tell too much (45 CFR
 * 164.514(b)(2)(i)(B)), and a populous one of the same state that is told instead.
 */
const populousArea: Readonly<Record<string, string>> = {
  "036": "030",
  "059": "054",
  "102": "100",
  "202": "200",
  "203": "200",
  "204": "200",
  "205": "200",
  "369": "361",
  "556": "557",
  "692": "681",
  "753": "752",
  "772": "770",
  "821": "820",
  "823": "820",
  "878": "871",
  "879": "871",
  "884": "871",
  "893": "891",
};

/** A ZIP code keeps its area, which belongs to its state; what narrows it down is made up. */
export function replacePostalCode(identifiers: IdentifierReplacer, value: string): string {
  if (!/^\d{5}(\d{4})?\s*$/.test(value)) return identifiers.replace(value);
  const area = value.slice(0, 3);
  return (populousArea[area] ?? area) + identifiers.replace(value.slice(3));
}
