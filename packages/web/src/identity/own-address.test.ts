import { expect, it } from "vitest";
import { ownAddress } from "./own-address.ts";

const origin = "http://127.0.0.1:4680";

it.each([
  ["a page with its filters", "/p/1/claims?state=denied#top", "/p/1/claims?state=denied#top"],
  ["nothing", undefined, "/"],
  ["another host", "https://elsewhere.example/", "/"],
  ["a host without a scheme", "//elsewhere.example/p", "/"],
  ["a host behind a backslash", "/\\elsewhere.example/p", "/"],
  ["a host behind a tab", "/\t/elsewhere.example/p", "/"],
  ["a script", "javascript:alert(1)", "/"],
  ["a path above the start", "/../../claims", "/claims"],
])("%s", (_name, from, address) => {
  expect(ownAddress(from, origin)).toBe(address);
});
