import { beforeAll, describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { startStrings, t, tOr } from "./translate.ts";

beforeAll(() => startStrings(en));

describe("the catalogue", () => {
  it.each([
    [1, "1 claim"],
    [0, "0 claims"],
    [3204, "3,204 claims"],
  ])("counts %i as %s", (count, text) => {
    expect(t("claims.count", { count })).toBe(text);
  });

  it("fills in names and never escapes them", () => {
    expect(t("claim.title", { number: "A&B<1>" })).toBe("Claim A&B<1>");
  });

  it("shows a code that it does not know", () => {
    expect(tOr("stateWord.unheard-of", "unheard-of")).toBe("unheard-of");
  });

  it("finds figures whose names hold colons", () => {
    expect(tOr("figure.aging:>120:insurance", "")).toBe("Payers, over 120 days");
  });
});
