import { cell } from "@headwater/platform/pdf/character-grid.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A text of a page with its left end and baseline in points from the upper left corner. */
export type PageText = { readonly text: string; readonly x: number; readonly y: number };

/** The texts of every page of a PDF of US letter size. */
export async function textsOf(bytes: Uint8Array): Promise<PageText[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PageText[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return { text: item.str, x, y: 792 - y };
      }),
    );
  }
  await document.destroy();
  return pages;
}

/** A character with its left end and baseline, rounded to a tenth of a point. */
export type PageCharacter = readonly [character: string, x: number, y: number];

/** The characters of texts of fixed pitch, by place: readers join and part texts as they like. */
export function charactersOf(texts: readonly PageText[]): PageCharacter[] {
  const rounded = (points: number) => Math.round(points * 10) / 10;
  return texts
    .flatMap(({ text, x, y }) =>
      [...text].flatMap((character, index): PageCharacter[] =>
        character === " "
          ? []
          : [[character, rounded(rounded(x) + index * cell.width), rounded(y)]],
      ),
    )
    .sort((left, right) => left[2] - right[2] || left[1] - right[1]);
}
