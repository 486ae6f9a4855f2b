import type { Page } from "playwright-core";

/** Puts the focus with Tab on the next field or button of a label, as somebody without a mouse does. */
export async function tabTo(page: Page, label: string, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return "";
      const labels = element instanceof HTMLInputElement ? element.labels : undefined;
      const own = element.getAttribute("aria-label") ?? labels?.[0]?.textContent;
      return (own ?? element.textContent ?? "").trim();
    });
    if (focused === label) return;
  }
  throw new Error(`no Tab leads to ${label}`);
}

/** Goes on with Tab to the next field of a label and types into it. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}
