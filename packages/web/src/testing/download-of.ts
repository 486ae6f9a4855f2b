import type { Download, Page } from "playwright-core";

/** What the browser saves when something is done; either one that fails fails the other. */
export async function downloadOf(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return download;
}
