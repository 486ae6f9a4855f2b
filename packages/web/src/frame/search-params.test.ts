import { describe, expect, it } from "vitest";
import { parseSearch, pickSearch, stringifySearch } from "./search-params.ts";

describe("the address's parameters", () => {
  it("come back as they were written", () => {
    const search = { search: "O'Neil, María & son", state: "paid", reason: "197" };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it.each([
    [{}, ""],
    [{ state: undefined, search: "" }, ""],
    [{ state: "paid" }, "?state=paid"],
  ])("leave out what is not set: %j", (search, text) => {
    expect(stringifySearch(search)).toBe(text);
  });

  it("keep only the names a page knows, and only texts", () => {
    expect(pickSearch({ state: "paid", other: "x", open: 3 }, ["state", "open"])).toEqual({
      state: "paid",
    });
  });
});
