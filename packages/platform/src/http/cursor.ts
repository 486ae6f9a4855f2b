import type { z } from "zod";
import { problem } from "./problem.ts";

/**
 * The sort key of the last row of a page, as the next page's statement compares it. (The empty tuple
 * makes the compiler read an array literal as a tuple.)
 */
export type CursorKey = readonly [] | readonly (string | number | boolean | null)[];

/** An opaque text for a key. It carries no right: the next page is authorized like the first. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key), "utf8").toString("base64url");
}

/** Reads a cursor back; anything that is not a key of this list is `cursor_invalid`. */
export function decodeCursor<Schema extends z.ZodType<CursorKey>>(
  schema: Schema,
  text: string,
): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    throw problem("cursor_invalid");
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw problem("cursor_invalid");
  return parsed.data;
}
