import { describe, expect, test } from "vitest";
import { GoldenBooks } from "./testing/golden-books.ts";
import { allGoldenCases } from "./testing/golden-sets.ts";

describe("hand-checked remittances, decided in memory", () => {
  test.each(allGoldenCases().map((one) => [`${one.number} ${one.name}`, one] as const))(
    "%s",
    (_, of) => {
      const books = new GoldenBooks(of);
      for (const [at, step] of of.steps.entries()) {
        const { posts, isBalanced } = books.take(step, at);
        expect({ at, posts }).toEqual({ at, posts: step.posts });
        expect(isBalanced).toBe(!step.verdict.startsWith("quarantined"));
      }
      for (const told of of.ends) expect(books.end(told)).toBe(told);
    },
  );
});
