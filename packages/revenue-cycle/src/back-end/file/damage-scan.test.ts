import { expect, test } from "vitest";
import { DamageScan } from "./damage-scan.ts";

const isa = (separator: string, terminator: string) =>
  ["ISA", "00", " ".repeat(10), "00", " ".repeat(10), "ZZ", "A".padEnd(15), "ZZ", "B".padEnd(15)]
    .concat(["260101", "0900", "^", "00501", "000000001", "0", "P", ":"])
    .join(separator) + terminator;

test.each<readonly [string, string, number | undefined]>([
  ["a clean file", `${isa("*", "~")}GS*HC~\r\nST*837~`, undefined],
  [
    "control characters as delimiters",
    `${isa("\u001d", "\u001c")}GS\u001dHC\u001cST\u001c`,
    undefined,
  ],
  ["a control character in a name", `${isa("*", "~")}GS*HC~NM1*1*J\u0001HN~`, 3],
  ["a tab", `${isa("*", "~")}GS*HC~ST*8\t7~`, 3],
])("%s", (_, text, segment) => {
  const bytes = new TextEncoder().encode(text);
  const whole = new DamageScan();
  whole.add(bytes);
  const parts = new DamageScan();
  for (const byte of bytes) parts.add(Uint8Array.of(byte));
  expect(parts.issue()).toEqual(whole.issue());
  expect(whole.issue()?.segment).toBe(segment);
});
