import type { Catalogue } from "./translate.ts";

/** Fetches the catalogue that the page's head names; throws when it cannot be had. */
export async function fetchStrings(): Promise<Catalogue> {
  const link = document.querySelector<HTMLLinkElement>("link[data-strings]");
  if (!link) throw new Error("index.html names no catalogue");
  const answer = await fetch(link.href, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  return (await answer.json()) as Catalogue;
}
