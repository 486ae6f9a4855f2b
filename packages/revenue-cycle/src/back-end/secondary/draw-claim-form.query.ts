import { drawGrid, type GridFrame, type GridPage } from "@headwater/platform/pdf/character-grid.ts";
import type { WritableClaim } from "@headwater/x12";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { cms1500Places, type FormPlace, linesOfForm, servicePlaces } from "./cms-1500-places.ts";
import { explainPriorAnswers } from "./explain-prior-answer.ts";
import { fillCms1500 } from "./fill-cms-1500.ts";

/** On what it is printed: the preprinted red form, or plain paper with a grid of its own. */
export type FormPaper = "preprinted" | "plain";

/**
 * A professional claim on forms CMS-1500 (02/12) with the answers of the payers before it behind them.
 * The same claim on the same day is the same bytes.
 */
export async function drawClaimForm(
  claim: WritableClaim,
  printed: { readonly on: string; readonly paper: FormPaper },
): Promise<Uint8Array> {
  const forms = fillCms1500(claim, printed.on).map(
    (texts): GridPage => ({ texts, frames: printed.paper === "plain" ? formFrames() : [] }),
  );
  const answers = explainPriorAnswers(claim, await loadCodeLabels()).map(
    (lines): GridPage => ({
      texts: lines.flatMap((text, index) =>
        text === "" ? [] : [{ line: index + 3, column: 2, text }],
      ),
      frames: [],
    }),
  );
  const title = `Claim ${claim.patientControlNumber}`;
  return drawGrid({ title, writtenOn: printed.on }, [...forms, ...answers]);
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

/** A frame around the room of every item, with its number: our own drawing, not the form's artwork. */
function formFrames(): GridFrame[] {
  const services = Array.from({ length: linesOfForm }, (_, position) =>
    Object.entries(servicePlaces(position)).map(
      ([item, place]) => [position === 0 ? item : "", place] as const,
    ),
  ).flat();
  const places: (readonly [string, FormPlace])[] = [...Object.entries(cms1500Places), ...services];
  const named = new Set<string>();
  return places.map(([item, place]) => {
    const [number = "", part = ""] = item.split(".");
    const isMark = place.length === 1 && part !== "";
    const words = isMark ? `${number} ${part}` : number;
    const isShown = !named.has(words) && !places.some(([, other]) => isAbove(other, place));
    named.add(words);
    const { line, column, length } = place;
    return { line, column, lines: 1, columns: length, words: isShown ? words : "" };
  });
}
