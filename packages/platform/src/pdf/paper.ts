import PDFDocument from "pdfkit";

/** How a text stands on paper; lengths in points, 72 to the inch, from the upper left corner. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isBold?: boolean;
  readonly align?: "left" | "right" | "center";
  /** Grey between 0, black, and 1, white. */
  readonly grey?: number;
}

/** Letter paper that is drawn on from top to bottom. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** Writes a text, broken into lines of the width; returns how high it is. */
  text(text: string, place: TextPlace): number;
  /** How high a text would be. */
  heightOf(text: string, place: Omit<TextPlace, "x" | "y">): number;
  /** A horizontal line; `dash` in points. */
  line(line: { from: number; to: number; y: number; grey?: number; dash?: number }): void;
  /** A filled box. */
  fill(box: { x: number; y: number; width: number; height: number; grey: number }): void;
  nextPage(): void;
}

const fonts = { plain: "Helvetica", bold: "Helvetica-Bold" } as const;

/**
 * Makes a PDF. The same drawing under the same title and date is the same bytes, whenever it is made:
 * nothing in the file depends on the clock.
 */
export async function drawPaper(
  { title, writtenOn }: { readonly title: string; readonly writtenOn: string },
  draw: (paper: Paper) => void,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "LETTER",
    margin: 0,
    lang: "en-US",
    displayTitle: true,
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
  draw(paperOf(document));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function paperOf(document: PDFKit.PDFDocument): Paper {
  const use = ({ size, isBold, grey = 0 }: Omit<TextPlace, "x" | "y">) =>
    document
      .font(isBold ? fonts.bold : fonts.plain)
      .fontSize(size)
      .fillColor(greyColor(grey));
  const heightOf: Paper["heightOf"] = (text, place) => {
    use(place);
    return document.heightOfString(printable(text), { width: place.width });
  };
  return {
    width: document.page.width,
    height: document.page.height,
    heightOf,
    text: (text, place) => {
      const height = heightOf(text, place);
      const { x, y, width, align = "left" } = place;
      document.text(printable(text), x, y, { width, align });
      return height;
    },
    line: ({ from, to, y, grey = 0.7, dash }) => {
      document.save().lineWidth(0.5).strokeColor(greyColor(grey));
      if (dash !== undefined) document.dash(dash, { space: dash });
      document.moveTo(from, y).lineTo(to, y).stroke().restore();
    },
    fill: ({ x, y, width, height, grey }) => {
      document.save().rect(x, y, width, height).fill(greyColor(grey)).restore();
    },
    nextPage: () => void document.addPage(),
  };
}

function greyColor(grey: number): [number, number, number] {
  const level = Math.round(grey * 255);
  return [level, level, level];
}

/** Characters beyond Latin-1 that the fonts of every reader have. */
const beyondLatin =
  /[\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/;

/**
 * The text in the characters that the built-in fonts have: others lose their marks, and what is left
 * of them is a question mark, so that nobody's name is printed as another's.
 */
export function printable(text: string): string {
  return [...text.normalize("NFC")].map(printableCharacter).join("");
}

function printableCharacter(character: string): string {
  if (isInFont(character)) return character;
  const bare = [...character.normalize("NFD")].filter((part) => !/\p{Mark}/u.test(part));
  return bare.map((part) => (isInFont(part) ? part : "?")).join("");
}

function isInFont(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    character === "\n" ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xff) ||
    beyondLatin.test(character)
  );
}
