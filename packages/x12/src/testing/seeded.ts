import { expect } from "vitest";
import type { ValidateOptions } from "../validate/validate.ts";
import { type CleanSampleName, sampleText } from "./clean-samples.ts";
import { placeOf, validateText } from "./validate-text.ts";

/** As a sender judges its own files. */
export const strict: ValidateOptions = { profile: "strict", today: "2026-11-22" };

/** What is done to the segments of a clean sample. */
export type Change = (segments: readonly string[]) => readonly string[];

/** Exchanges the one segment that is `from`. */
export function swap(from: string, ...to: readonly string[]): Change {
  return (segments) => {
    const at = segments.indexOf(from);
    if (at === -1) throw new Error(`the sample has no ${from}`);
    return [...segments.slice(0, at), ...to, ...segments.slice(at + 1)];
  };
}

/** Takes the one segment away. */
export const drop = (segment: string): Change => swap(segment);
/** Does one change after the other. */
export const both =
  (first: Change, second: Change): Change =>
  (segments) =>
    second(first(segments));

/** One error in a clean file: what is changed, and the code, place and segment that must be found. */
export type Seeded = readonly [
  name: string,
  sample: CleanSampleName,
  change: Change,
  code: string,
  place: string,
  on: string,
];

/** Expects the error to be found where it was seeded, and nothing else if `isAlone`. */
export function expectSeeded([, sample, change, code, place, on]: Seeded, isAlone: boolean): void {
  const text = sampleText(sample, change);
  const found = validateText(text, strict);
  const match = found.find((issue) => issue.code === code && placeOf(issue) === place);
  expect(found.map((issue) => `${issue.code} ${placeOf(issue)}`)).toContain(`${code} ${place}`);
  const segments = text.split("~");
  const index = (match?.position?.segment ?? 1) - 1;
  if (on !== "") expect(segments[index]?.slice(0, on.length)).toBe(on);
  expect(match?.source).toBeTruthy();
  if (isAlone) expect(found).toHaveLength(1);
}
