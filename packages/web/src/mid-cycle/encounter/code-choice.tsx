import type { FoundCode } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { getJson, practiceAddress } from "../../frame/request.ts";

type Props = {
  readonly practice: string;
  readonly id: string;
  readonly label: string;
  readonly codeSet: "icd-10-cm" | "hcpcs";
  /** Day by which the codes are looked up. */
  readonly on: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly size: number;
  readonly onChange: (code: string) => void;
  /** Enter without a choice in sight. */
  readonly onEnter?: () => void;
};

/** A code, typed or found by words in the code sets that are loaded; the arrows choose, Enter takes. */
export function CodeChoice(props: Props) {
  const { value, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const words = value.trim();
  const rows = useFoundCodes(props, isOpen);
  const take = (code: string) => {
    onChange(code);
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    const chosen = rows[active];
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, rows.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter" && !event.ctrlKey) {
      if (chosen && /\s|^[A-Za-z]{3}/.test(words)) take(chosen.code);
      else props.onEnter?.();
    } else return;
    event.preventDefault();
  };
  return (
    <span className="code-choice">
      <input
        id={props.id}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded={rows.length > 0}
        aria-controls={`${props.id}-choices`}
        aria-invalid={props.error !== undefined}
        autoComplete="off"
        placeholder={props.size > 12 ? props.label : undefined}
        size={props.size}
        value={value}
        disabled={props.isReadOnly}
        onChange={(event) => {
          setActive(0);
          setOpen(true);
          onChange(event.currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      {rows.length > 0 && (
        <ul id={`${props.id}-choices`}>
          {rows.map((row, index) => (
            <li key={`${row.codeSet}:${row.code}`}>
              <button type="button" data-active={index === active} onClick={() => take(row.code)}>
                <strong>{row.code}</strong> {row.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.error && <span className="error-line">{props.error}</span>}
    </span>
  );
}

/** What the loaded code sets have for what was typed. */
function useFoundCodes({ practice, codeSet, on, value }: Props, isOpen: boolean) {
  const words = value.trim();
  const found = useQuery({
    queryKey: [practice, "code-choice", codeSet, on, words],
    queryFn: ({ signal }) =>
      getJson<{ rows: FoundCode[] }>(
        practiceAddress(practice, "code-sets/codes", {
          search: words,
          codeSet,
          on,
          billable: codeSet === "icd-10-cm" ? "1" : undefined,
          limit: 8,
        }),
        signal,
      ),
    enabled: isOpen && words.length >= 3,
    staleTime: 60_000,
  });
  return isOpen ? (found.data?.rows ?? []) : [];
}
