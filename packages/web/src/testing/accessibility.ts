import axe from "axe-core";
import type { Page } from "playwright-core";

const grave = new Set(["serious", "critical"]);

/** The serious and critical findings of axe on the page as it stands, as lines to read. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: { run: () => Promise<axe.AxeResults> } };
    return (await inPage.run()).violations;
  });
  return violations
    .filter((violation) => grave.has(violation.impact ?? ""))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
