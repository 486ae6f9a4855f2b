import { drawGrid, type GridFrame, type GridPage } from "@headwater/platform/pdf/character-grid.ts";
import type { WritableClaim } from "@headwater/x12";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { cms1500Places, linesOfForm, servicePlaces } from "./cms-1500-places.ts";
import { explainPriorAnswers } from "./explain-prior-answer.ts";
import { fillCms1500 } from "./fill-cms-1500.ts";
import { fillUb04 } from "./fill-ub-04.ts";
import type { FormPlace } from "./form-place.ts";
import { ub04Left, ub04Places } from "./ub-04-places.ts";

/** On what it is printed: the preprinted red form, or plain paper with a grid of its own. */
export type FormPaper = "preprinted" | "plain";

type Printed = { readonly on: string; readonly paper: FormPaper };

/**
 * A professional claim on forms CMS-1500 (02/12), an institutional one on forms UB-04, with the answers of
 * the payers before it behind them. The same claim on the same day is the same bytes.
 */
export async function drawClaimForm(claim: WritableClaim, printed: Printed): Promise<Uint8Array> {
  const forms =
    claim.kind === "837I" ? institutional(claim, printed) : professional(claim, printed);
  const answers = explainPriorAnswers(claim, await loadCodeLabels()).map(linesPage);
  const title = `Claim ${claim.patientControlNumber}`;
  return drawGrid({ title, writtenOn: printed.on }, [...forms, ...answers]);
}

function professional(claim: WritableClaim, { on, paper }: Printed): GridPage[] {
  return fillCms1500(claim, on).map((texts) => ({
    texts,
    frames: paper === "plain" ? framesOf(cms1500Rooms()) : [],
  }));
}

function institutional(claim: WritableClaim, { on, paper }: Printed): GridPage[] {
  const { forms, leftOver } = fillUb04(claim, on);
  const pages = forms.map((texts) => ({
    texts,
    frames: paper === "plain" ? framesOf([...ub04Places]) : [],
    left: ub04Left,
  }));
  if (leftOver.length === 0) return pages;
  const heading = `CLAIM ${claim.patientControlNumber}: WHAT THE FORM HAS NO ROOM FOR`;
  return [...pages, linesPage([heading, "", ...leftOver])];
}

function linesPage(lines: readonly string[]): GridPage {
  return {
    texts: lines.flatMap((text, index) =>
      text === "" ? [] : [{ line: index + 3, column: 2, text }],
    ),
    frames: [],
  };
}

type Room = readonly [item: string, place: FormPlace];

function cms1500Rooms(): Room[] {
  const services = Array.from({ length: linesOfForm }, (_, position) =>
    Object.entries(servicePlaces(position)).map(
      ([item, place]) => [position === 0 ? item : "", place] as const,
    ),
  ).flat();
  return [...Object.entries(cms1500Places), ...services];
}

/** Whether an item stands right above another, where its words would be. */
function isAbove(other: FormPlace, place: FormPlace): boolean {
  return (
    other.line === place.line - 1 &&
    other.column < place.column + 4 &&
    other.column + other.length > place.column &&
    other.length < 60
  );
}

/** A frame around the room of every item, with its number: our own drawing, not the forms' artwork. */
function framesOf(places: readonly Room[]): GridFrame[] {
  const named = new Set<string>();
  return places.map(([item, place]) => {
    const [number = "", part = ""] = item.split(/[.[]/);
    const isMark = place.length === 1 && /^[a-z]/.test(part) && part !== "present";
    const words = isMark ? `${number} ${part}` : number;
    const isShown = !named.has(words) && !places.some(([, other]) => isAbove(other, place));
    named.add(words);
    const { line, column, length } = place;
    return { line, column, lines: 1, columns: length, words: isShown ? words : "" };
  });
}
