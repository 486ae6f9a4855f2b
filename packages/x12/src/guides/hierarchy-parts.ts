import { type SegmentTable, segment } from "../guide-table.ts";

/** Parts that inquiries, answers and reviews have alike. */

const city = "1R 2S@state 3S@postal-code 4S@country 7S@subdivision";

/** N3 and N4 where both are situational. */
export const optionalAddress: readonly SegmentTable[] = [
  segment("N3 S1", "Street", "1R 2S"),
  segment("N4 S1", "City, state and postal code", city),
];

/** HL of a level; `parent` is false for the highest. */
export function level(code: string, children: string, parent = true): SegmentTable {
  const above = parent ? " 2R" : "";
  const below = children === "" ? "" : ` 4R=${children}`;
  return segment("HL R1", "Level", `1R${above} 3R=${code}${below}`);
}

/** PER with up to three numbers of the given kinds. */
export function contact(usage: string, kinds: string, functionCode = "IC"): SegmentTable {
  return segment(
    `PER ${usage}`,
    "Contact",
    `1R=${functionCode} 2S 3S=${kinds} 4S 5S=EX,${kinds} 6S 7S=EX,${kinds} 8S`,
  );
}

/** AAA: why a request was not carried out. */
export function rejection(reasons: string): SegmentTable {
  return segment("AAA S9", "Rejection", `1R=N,Y 3R=${reasons} 4R=C,N,P,R,S,W,X,Y`);
}
