import { expect, test } from "vitest";
import { places } from "./places.ts";

test("each letter goes to one place, and none is the one that begins the way", () => {
  const letters = places.map(({ letter }) => letter);
  expect(letters.filter((letter, at) => letters.indexOf(letter) !== at)).toEqual([]);
  expect(letters).not.toContain("g");
});
