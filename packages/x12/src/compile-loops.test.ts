import { expect, test } from "vitest";
import { compileLoops, type LoopState } from "./compile-loops.ts";
import type { GuideItem, GuideTable } from "./guide-table.ts";
import { receivedClaimAcknowledgment } from "./guides/005010X214-277CA/received.ts";
import { receivedRemittance } from "./guides/005010X221A1-835/received.ts";
import { receivedProfessionalClaims } from "./guides/005010X222A1-837P/received.ts";
import { receivedInstitutionalClaims } from "./guides/005010X223A2-837I/received.ts";
import { receivedDentalClaims } from "./guides/005010X224A2-837D/received.ts";
import { receivedAcknowledgment } from "./guides/005010X231A1-999/received.ts";
import { loopNumber, type ReceivedGuide } from "./guides/received.ts";
import { codeNumber, segmentIndexOf } from "./segment-ids.ts";

const guides: readonly (readonly [string, ReceivedGuide])[] = [
  receivedProfessionalClaims,
  receivedInstitutionalClaims,
  receivedDentalClaims,
  receivedRemittance,
  receivedAcknowledgment,
  receivedClaimAcknowledgment,
].map((guide) => [guide.table.name, guide]);

type Place = { readonly loop: string; readonly segment: string; readonly opens: boolean };

function placesOf(items: readonly GuideItem[], loop: string): Place[] {
  return items.flatMap((item) => {
    if (item.kind === "segment") return [{ loop, segment: item.id, opens: false }];
    const [entry, ...rest] = item.items;
    return [{ loop, segment: entry?.id ?? "", opens: true }, ...placesOf(rest, item.id)];
  });
}

function tablePlaces({ items }: GuideTable): Place[] {
  return placesOf(
    items.filter(({ id }) => id !== "ST" && id !== "SE"),
    "ST",
  );
}

function loopIds(items: readonly GuideItem[]): string[] {
  return items.flatMap((item) => (item.kind === "loop" ? [item.id, ...loopIds(item.items)] : []));
}

function rolesOf({ table, loops }: ReceivedGuide): Record<string, string> {
  const ids = ["ST", ...loopIds(table.items), ...loops.map(({ id }) => id)];
  return Object.fromEntries(ids.map((id) => [id, id]));
}

function statesOf(root: LoopState<string>): LoopState<string>[] {
  const found = new Set([root]);
  for (const state of found)
    for (const choice of state.choices) {
      if (choice === undefined) continue;
      for (const move of choice.byCode.values()) found.add(move.to);
      if (choice.otherwise !== undefined) found.add(choice.otherwise.to);
    }
  return [...found];
}

test.each(guides)("%s: every segment of the table leads somewhere from its loop", (_, guide) => {
  const { root } = compileLoops(guide, rolesOf(guide));
  const states = statesOf(root);
  for (const { loop, segment, opens } of tablePlaces(guide.table)) {
    const of = states.filter(({ id }) => id === loop);
    expect(of, loop).not.toEqual([]);
    for (const { choices } of of) {
      const choice = choices[segmentIndexOf(segment)];
      const moves = [...(choice?.byCode.values() ?? []), choice?.otherwise];
      const leads = moves.some((move) => move?.opens === opens && (opens || move.to.id === loop));
      expect(leads, `${segment} in ${loop}`).toBe(true);
    }
  }
});

/** Whether a guide's table has a segment in all loops of an id or a number. */
function hasEverywhere(guide: ReceivedGuide, loop: string, segment: string): boolean {
  const places = tablePlaces(guide.table);
  const meant = Object.keys(rolesOf(guide)).filter((id) => id === loop || loopNumber(id) === loop);
  return (
    meant.length > 0 &&
    meant.every((id) =>
      places.some((place) => place.loop === id && place.segment === segment && !place.opens),
    )
  );
}

test("what is received besides is missing in the table of at least one guide", () => {
  const received = guides.flatMap(([, guide]) =>
    Object.entries(guide.segments).flatMap(([loop, segments]) =>
      segments.split(" ").map((segment) => ({ guide, loop, segment })),
    ),
  );
  const needed = new Set<string>();
  for (const { guide, loop, segment } of received)
    if (!hasEverywhere(guide, loop, segment)) needed.add(`${segment} in ${loop}`);
  const idle = received.filter(({ loop, segment }) => !needed.has(`${segment} in ${loop}`));
  expect(idle.map(({ loop, segment }) => `${segment} in ${loop}`)).toEqual([]);
});

test("names and levels are told apart by their code, all else by its place", () => {
  const { root } = compileLoops(receivedProfessionalClaims, rolesOf(receivedProfessionalClaims));
  const claim = statesOf(root).find(({ id }) => id === "2300");
  const names = claim?.choices[segmentIndexOf("NM1")];
  const leads = (code: string) => (names?.byCode.get(codeNumber(code)) ?? names?.otherwise)?.to.id;
  expect(["82", "DN", "P3", "77", "QQ"].map(leads)).toEqual([
    "2310B",
    "2310A",
    "2310A",
    "2310C",
    "2310",
  ]);
  expect(claim?.choices[segmentIndexOf("SBR")]?.element).toBe(0);
});

test("a guide that no reader can follow is refused", () => {
  expect(() => compileLoops(receivedRemittance, { ST: "heading" })).toThrow("loop 1000A");
  const unknown = { ...receivedRemittance, segments: { ST: "ZZZ" } };
  expect(() => compileLoops(unknown, rolesOf(unknown))).toThrow("segment ZZZ");
  const table = { ...receivedRemittance.table, items: [] };
  const [loop] = receivedRemittance.table.items.filter((item) => item.kind === "loop");
  const empty = { ...table, items: loop === undefined ? [] : [{ ...loop, items: [] }] };
  const headless = { ...receivedRemittance, table: empty };
  expect(() => compileLoops(headless, rolesOf(receivedRemittance))).toThrow("without a segment");
});
