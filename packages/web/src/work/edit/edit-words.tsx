import type { Tone } from "../../frame/state-word.tsx";
import { tOr } from "../../strings/translate.ts";

const tones: Readonly<Record<string, Tone>> = {
  hold: "risk",
  warning: "ours",
  information: "note",
  draft: "ours",
  active: "done",
  retired: "note",
};

/** A severity or state of an edit, with its colour beside the word. */
export function EditStateWord({ word }: { readonly word: string }) {
  return (
    <span className="state-word" data-tone={tones[word] ?? "note"}>
      {tOr(`editSeverity.${word}`, tOr(`editState.${word}`, word))}
    </span>
  );
}
