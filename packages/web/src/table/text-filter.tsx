import { useEffect, useState } from "react";

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

const pauseMs = 250;
/** One letter fits half the list and finds nobody. */
const fewestCharacters = 2;

/** A text that narrows the list once the typing pauses. */
export function TextFilter({ label, value, onChange }: Props) {
  const [text, setText] = useState(value ?? "");
  useEffect(() => setText(value ?? ""), [value]);
  // The pause starts anew with each letter; `onChange` changes with every render of the caller.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing may start the pause
  useEffect(() => {
    const typed = text.trim();
    if (typed === (value ?? "") || (typed !== "" && typed.length < fewestCharacters)) return;
    const timer = setTimeout(() => onChange(typed || undefined), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      className="select"
      type="search"
      aria-label={label}
      placeholder={label}
      data-set={value !== undefined || undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
