import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import type { Edit, EditState, Severity } from "./edit.ts";

/** A version of an edit that the practice wrote. */
export type EditVersion = { readonly version: number; readonly definition: Edit };

/** What a practice decided about an edit; own edits bring their versions. */
export type PracticeEdit = {
  readonly code: string;
  readonly isBuiltIn: boolean;
  readonly state: EditState;
  readonly severity: Severity | undefined;
  readonly versions: readonly EditVersion[];
};

/**
 * The edits that run for a practice: those that the program brings, as the practice changed them, and
 * its own. A later version takes over from its first day; before it the earlier one stands.
 */
export function editsInForce(
  builtIn: readonly Edit[],
  practiceEdits: readonly PracticeEdit[],
): Edit[] {
  const changes = new Map(practiceEdits.map((one) => [one.code, one]));
  const brought = builtIn.map((edit) => {
    const change = changes.get(edit.code);
    return change?.isBuiltIn === true ? decided(edit, change) : edit;
  });
  const own = practiceEdits
    .filter((one) => !one.isBuiltIn)
    .flatMap((one) => inTurn(one.versions).map((edit) => decided(edit, one)));
  return [...brought, ...own].filter((edit) => edit.state === "active");
}

function decided(edit: Edit, { state, severity }: PracticeEdit): Edit {
  return { ...edit, state, severity: severity ?? edit.severity };
}

/** Versions cut so that no two are in force on one day. */
function inTurn(versions: readonly EditVersion[]): Edit[] {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const turns: Edit[] = [];
  let before: string | undefined;
  for (const { definition } of newestFirst) {
    // An earlier version never runs on or after the first day of a later one.
    if (before !== undefined && definition.effectiveFrom >= before) continue;
    const lastDay = before === undefined ? undefined : addCalendarDays(before, -1);
    const isCut =
      lastDay !== undefined &&
      (definition.effectiveTo === undefined || definition.effectiveTo > lastDay);
    turns.push(isCut ? { ...definition, effectiveTo: lastDay } : definition);
    before = definition.effectiveFrom;
  }
  return turns;
}
