import { useEffect, useState } from "react";
import { useSession } from "./session.ts";

/**
 * What somebody has typed and not sent. It outlives the page, so that a session that ends takes
 * nothing away; it stays in memory alone, because it may speak of patients.
 */
const drafts = new Map<string, unknown>();

/** The place of a draft: its key, for the person who is signed in when the field appears. */
function useDraftPlace(key: string): string {
  const session = useSession();
  const [owner] = useState(session?.user.id ?? "");
  return `${owner} ${key}`;
}

/** A text field's value, kept under `key` for the person who typed it until it is emptied. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const place = useDraftPlace(key);
  const [text, setText] = useState(() => String(drafts.get(place) ?? ""));
  const keep = (next: string) => {
    if (next === "") drafts.delete(place);
    else drafts.set(place, next);
    setText(next);
  };
  return [text, keep];
}

/** A form as it is typed on top of what the server had. */
export type TypedOn<Form, Base> = { readonly base: Base; readonly form: Form };

/**
 * A whole form, kept under `key` together with what it was typed upon until it is what it started
 * from: who comes back to it finds both, and what another person saved meanwhile differs from `base`.
 */
export function useFormDraft<Form, Base>(key: string, start: TypedOn<Form, Base>) {
  const place = useDraftPlace(key);
  const [typed, setTyped] = useState<TypedOn<Form, Base>>(
    () => (drafts.get(place) as TypedOn<Form, Base> | undefined) ?? start,
  );
  const [isTyped, setIsTyped] = useState(() => drafts.has(place));
  useEffect(() => {
    if (isTyped) drafts.set(place, typed);
    else drafts.delete(place);
  }, [place, typed, isTyped]);
  /** Types on. */
  const type = (change: (before: Form) => Form) => {
    setTyped(({ base, form }) => ({ base, form: change(form) }));
    setIsTyped(true);
  };
  /** Goes on from what the server has now; `isKept` where something typed is still not sent. */
  const startOver = (next: TypedOn<Form, Base>, isKept = false) => {
    if (!isKept) drafts.delete(place);
    setTyped(next);
    setIsTyped(isKept);
  };
  return { ...typed, isTyped, type, startOver };
}

export function hasDrafts(): boolean {
  return drafts.size > 0;
}

/** Signing out on purpose leaves nothing behind. */
export function forgetDrafts() {
  drafts.clear();
}
