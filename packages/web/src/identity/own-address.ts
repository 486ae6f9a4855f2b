const start = "/";

/**
 * Where a sign-in leads: `from` if it is a page of this application, else the start. What looks like a
 * path can name another host (`//host`, `/\host`), so it is judged as the browser would read it.
 */
export function ownAddress(from: string | undefined, origin: string): string {
  if (from === undefined || !from.startsWith("/") || !URL.canParse(from, origin)) return start;
  const url = new URL(from, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : start;
}
