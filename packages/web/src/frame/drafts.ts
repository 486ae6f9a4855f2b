import { useState } from "react";
import { useSession } from "./session.ts";

/**
 * What somebody has typed and not sent. It outlives the page, so that a session that ends takes
 * nothing away; it stays in memory alone, because it may speak of patients.
 */
const drafts = new Map<string, string>();

/** A text field's value, kept under `key` for the person who typed it until it is emptied. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const session = useSession();
  const [owner] = useState(session?.user.id ?? "");
  const place = `${owner} ${key}`;
  const [text, setText] = useState(() => drafts.get(place) ?? "");
  const keep = (next: string) => {
    if (next === "") drafts.delete(place);
    else drafts.set(place, next);
    setText(next);
  };
  return [text, keep];
}

export function hasDrafts(): boolean {
  return drafts.size > 0;
}

/** Signing out on purpose leaves nothing behind. */
export function forgetDrafts() {
  drafts.clear();
}
