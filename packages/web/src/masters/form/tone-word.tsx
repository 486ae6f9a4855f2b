import type { Tone } from "../../frame/state-word.tsx";

/** A word with the colour of its state beside it, where the state has no word of its own. */
export function ToneWord({ tone, word }: { readonly tone: Tone; readonly word: string }) {
  return (
    <span className="state-word" data-tone={tone}>
      {word}
    </span>
  );
}
