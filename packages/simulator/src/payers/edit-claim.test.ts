import { describe, expect, it } from "vitest";
import { dayOf } from "../civil-day.ts";
import { billEncounter } from "../office/bill-encounter.ts";
import { type SlipKind, slipRows } from "../parameters/parameters.ts";
import { profileOf } from "../parameters/profiles.ts";
import { streamOfSeed } from "../random/keyed-stream.ts";
import { encounterOf, type World } from "../world/encounter.ts";
import { practiceOf } from "../world/practice.ts";
import { plantSlip } from "../world/slip.ts";
import { editClaim } from "./edit-claim.ts";

const [firstDay, lastDay] = [dayOf("2025-07-01"), dayOf("2026-06-30")];
const root = streamOfSeed(3);
const practice = practiceOf(root, 30_000, [firstDay, lastDay]);
const world: World = { root, practice, patients: 400, firstDay, lastDay };

/** The refusals of claims of encounters at which only this slip happens, whenever it can. */
function refusalsAt(kind: SlipKind | undefined) {
  const profile = profileOf("spotless");
  if (profile === undefined) throw new Error("There is no spotless profile.");
  const slips = kind === undefined ? profile.slips : { ...profile.slips, [kind]: 1000 };
  const found: string[] = [];
  for (let index = 0; index < 1500; index += 1) {
    const day = firstDay + (index % (lastDay - firstDay));
    const encounter = encounterOf(world, { index, attempt: 0, day });
    const slip = plantSlip(encounter, { ...profile, slips });
    if (kind !== undefined && slip === undefined) continue;
    if (encounter.primary === undefined && slip?.kind !== "coverage-lapsed") continue;
    const context = { profile, firstProvider: practice.providers[0] };
    const claim = billEncounter(encounter, slip, context);
    const edits = editClaim(claim, { receivedOn: claim.readyOn + 3, isDuplicate: false });
    found.push(edits.map(({ reason }) => reason.name).join(" ") || "none");
  }
  return new Set(found);
}

const expected: Partial<Readonly<Record<SlipKind, readonly string[]>>> = {
  "coverage-lapsed": ["coverage-ended"],
  "wrong-plan": ["covered-by-another-plan", "covered-by-managed-plan"],
  "other-coverage-missed": ["other-payer-first"],
  "member-id-wrong": ["member-unknown"],
  "birth-date-wrong": ["identity-mismatch"],
  "referral-missing": ["referral-missing"],
  "provider-not-enrolled": ["provider-not-enrolled"],
  "diagnosis-cut-short": ["diagnosis-invalid"],
  "place-wrong": ["place-of-service-wrong"],
  "records-not-sent": ["records-missing"],
  "filed-late": ["filed-late"],
};

describe("payers' rules", () => {
  it("refuse nothing that was billed right", () => {
    expect([...refusalsAt(undefined)]).toEqual(["none"]);
  });

  it.each(Object.entries(expected))("refuse %s", (kind, names) => {
    const slip = slipRows.find((row) => row.kind === kind);
    const found = [...refusalsAt(slip?.kind)];
    expect(found.length).toBeGreaterThan(0);
    for (const name of found) expect(names).toContain(name);
  });

  it.each(["modifier-missing", "need-unproven", "units-wrong", "authorization-missing"] as const)(
    "refuse single lines for %s",
    (kind) => {
      const names: Readonly<Record<typeof kind, string>> = {
        "modifier-missing": "bundled",
        "need-unproven": "need-not-shown",
        "units-wrong": "too-many-units",
        "authorization-missing": "authorization-missing",
      };
      for (const found of refusalsAt(kind)) expect(found).toContain(names[kind]);
    },
  );
});
