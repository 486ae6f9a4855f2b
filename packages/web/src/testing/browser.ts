import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolderNow } from "@headwater/platform/testing/remove-folder.ts";
import { type BrowserContext, chromium, type Page } from "playwright-core";

export type TestedBrowser = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained about: errors of scripts and of the security policy. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens the machine's Chromium with a fresh profile, at the size of a small office screen. */
export async function openBrowser(): Promise<TestedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "headwater-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.setDefaultTimeout(30_000);
  return {
    context,
    page,
    complaints,
    close: async () => {
      await context.close();
      removeFolderNow(profile);
    },
  };
}
