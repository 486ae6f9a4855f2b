import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const folder = fileURLToPath(new URL("files", import.meta.url));

/**
 * A small practice's folder: four claims of one payer, their 999 and 277CA (one claim rejected), a
 * remittance (one line denied for authorization, one claim all to the patient, one nobody knows), and
 * a PDF.
 */
export function ownFiles(): string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

/** Hands the folder in on the page for own files and waits for every verdict. Returns the practice. */
export async function importOwnFiles(page: Page): Promise<string> {
  await page.getByRole("link", { name: /Look at my own files/ }).click();
  await page.getByTestId("choose-files").setInputFiles(ownFiles());
  await page.getByRole("heading", { name: "Your files are read" }).waitFor({ timeout: 60_000 });
  const practice = /\/p\/([^/]+)\//.exec(page.url())?.[1];
  if (practice === undefined) throw new Error("the import stands in no practice");
  return practice;
}
