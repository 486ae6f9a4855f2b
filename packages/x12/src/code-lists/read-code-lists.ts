import { civilDate } from "../values.ts";
import { type CodeList, type CodeListName, type CodePeriod, codeListNames } from "./code-list.ts";
import { defaultCodeLists } from "./default-lists.ts";

/** Code lists, or the first thing that is none: where it stands and what is wrong with it. */
export type CodeListsResult =
  | { readonly ok: true; readonly lists: Partial<Record<CodeListName, CodeList>> }
  | { readonly ok: false; readonly place: string; readonly refusal: string };

/**
 * Code lists from parsed JSON, for the option `codeLists`: an object of lists by their name. A list has
 * `source`, `asOf` and `codes`: codes as a list of texts, or as an object with the days from and until
 * which each may be used. It replaces the list that comes along; with `adds` it is added to that one,
 * and a code that both have takes its days from here.
 */
export function codeListsOf(json: unknown): CodeListsResult {
  if (!isObject(json)) return { ok: false, place: "", refusal: "not an object of lists" };
  const lists: Partial<Record<CodeListName, CodeList>> = {};
  for (const [name, value] of Object.entries(json)) {
    const known = codeListNames.find((each) => each === name);
    if (known === undefined) return { ok: false, place: name, refusal: "not the name of a list" };
    const read = listOf(value, defaultCodeLists[known]?.codes);
    if ("refusal" in read) return { ok: false, place: name + read.place, refusal: read.refusal };
    lists[known] = read;
  }
  return { ok: true, lists };
}

type Refusal = { readonly place: string; readonly refusal: string };

function listOf(value: unknown, before: CodeList["codes"] = new Map()): CodeList | Refusal {
  if (!isObject(value)) return { place: "", refusal: "not an object" };
  const { source, asOf, codes, adds = false, ...rest } = value;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return { place: "", refusal: `unknown property ${unknown}` };
  if (typeof source !== "string") return { place: ".source", refusal: "not a text" };
  if (!isDay(asOf)) return { place: ".asOf", refusal: "not a day (YYYY-MM-DD)" };
  if (typeof adds !== "boolean") return { place: ".adds", refusal: "neither true nor false" };
  const own = Array.isArray(codes) ? codesOf(codes) : periodsOf(codes);
  if ("refusal" in own) return own;
  return { source, asOf, codes: adds ? new Map([...before, ...own]) : own };
}

function codesOf(codes: readonly unknown[]): Map<string, CodePeriod> | Refusal {
  const at = codes.findIndex((code) => typeof code !== "string" || code === "");
  if (at !== -1) return { place: `.codes[${at}]`, refusal: "not a code" };
  return new Map(codes.map((code) => [String(code), {}]));
}

function periodsOf(codes: unknown): Map<string, CodePeriod> | Refusal {
  if (!isObject(codes)) return { place: ".codes", refusal: "neither a list nor an object" };
  const periods = new Map<string, CodePeriod>();
  for (const [code, period] of Object.entries(codes)) {
    const place = `.codes.${code}`;
    if (!isObject(period)) return { place, refusal: "not an object of days" };
    const { from, until, ...rest } = period;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) return { place, refusal: `unknown property ${unknown}` };
    if (from !== undefined && !isDay(from)) return { place, refusal: "from is not a day" };
    if (until !== undefined && !isDay(until)) return { place, refusal: "until is not a day" };
    periods.set(code, { from, until });
  }
  return periods;
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && civilDate(value.replaceAll("-", "")) === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
