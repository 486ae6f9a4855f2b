import PDFDocument from "pdfkit";
import { printable } from "./paper.ts";

/** A text whose first character stands in a cell of the grid; lines and columns count from 1. */
export interface GridText {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A thin frame around cells, with a few small words above its upper left corner. */
export interface GridFrame {
  readonly line: number;
  readonly column: number;
  readonly lines: number;
  readonly columns: number;
  readonly words: string;
}

export interface GridPage {
  readonly texts: readonly GridText[];
  readonly frames: readonly GridFrame[];
  /** Where the first column begins on this page, in points; `gridLeft` unless said. */
  readonly left?: number;
}

/** Points to a character and to a line: 10 characters and 6 lines to the inch. */
export const cell = { width: 7.2, height: 12 } as const;

/** Where the first column begins, from the left edge of the paper; the first line ends at 12 points. */
export const gridLeft = 21.6;

/** Where the baseline of a line lies, from the upper edge. */
export function baselineOf(line: number): number {
  return line * cell.height;
}

/**
 * Makes a PDF of pages of characters in a grid, for printers of forms: Courier of 12 points, whose
 * characters are exactly as wide as a cell. The same pages are the same bytes.
 */
export async function drawGrid(
  { title, writtenOn }: { readonly title: string; readonly writtenOn: string },
  pages: readonly GridPage[],
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "LETTER",
    margin: 0,
    lang: "en-US",
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: printable(title),
      Producer: "Headwater",
      Creator: "Headwater",
      CreationDate: new Date(`${writtenOn}T00:00:00Z`),
    },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve());
    document.on("error", reject);
  });
  for (const page of pages) {
    document.addPage();
    const left = page.left ?? gridLeft;
    for (const frame of page.frames) drawFrame(document, frame, left);
    document.font("Courier").fontSize(12).fillColor("black");
    for (const { line, column, text } of page.texts) {
      document.text(printable(text), leftOf(column, left), baselineOf(line), {
        lineBreak: false,
        baseline: "alphabetic",
      });
    }
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function leftOf(column: number, left: number): number {
  return left + (column - 1) * cell.width;
}

function drawFrame(document: PDFKit.PDFDocument, frame: GridFrame, left: number): void {
  const x = leftOf(frame.column, left) - 1.5;
  const y = baselineOf(frame.line) - cell.height + 3;
  const width = frame.columns * cell.width + 3;
  const height = frame.lines * cell.height;
  document.save().lineWidth(0.4).strokeColor([150, 150, 150]);
  document.rect(x, y, width, height).stroke().restore();
  document.font("Helvetica").fontSize(5).fillColor([110, 110, 110]);
  document.text(printable(frame.words), x, y - 1.5, {
    lineBreak: false,
    baseline: "alphabetic",
  });
}
