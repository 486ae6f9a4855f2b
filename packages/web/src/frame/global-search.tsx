import type { FoundAnswer } from "@headwater/revenue-cycle/back-end/search/found-answers.ts";
import { TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type FoundRow, type FoundTarget, foundRows } from "../search/found-rows.ts";
import { t } from "../strings/translate.ts";
import { getJson, practiceAddress } from "./request.ts";
import { useShortcut } from "./shortcuts.ts";
import "../search/search.css";

/** A pause of the typing, after which the text is looked up. */
const pauseMs = 200;
/** One letter fits half of everything. */
const fewestCharacters = 2;

/** Finds patients, claims, payments and codes from anywhere: `/`, type, arrows, Enter. */
export function GlobalSearch({ practice }: { readonly practice: string }) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [cursor, setCursor] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { found, sought } = useFound(practice, text, isOpen);
  const rows = found === undefined ? [] : foundRows(found, sought);
  const go = useGo(practice);
  useShortcut("/", () => input.current?.select());
  const leave = () => {
    setOpen(false);
    input.current?.blur();
  };
  const enter = (row: FoundRow | undefined) => {
    leave();
    go(row?.target ?? { to: "claims", search: text.trim() });
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    // What stands in the list may be the answer to fewer letters.
    enter(sought === text.trim() ? rows[cursor] : undefined);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || rows.length === 0) return;
    event.preventDefault();
    setCursor((cursor + step + rows.length) % rows.length);
  };
  const isListed = isOpen && found !== undefined && text.trim().length >= fewestCharacters;
  return (
    <search className="find">
      <form onSubmit={find}>
        <TextInput
          ref={input}
          size="xs"
          type="search"
          role="combobox"
          aria-label={t("find.label")}
          aria-expanded={isListed}
          aria-controls="found"
          aria-activedescendant={isListed && rows.length > 0 ? `found-${cursor}` : undefined}
          placeholder={t("find.placeholder")}
          value={text}
          autoComplete="off"
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setCursor(0);
          }}
          onKeyDown={walk}
        />
      </form>
      {isListed && <FoundList rows={rows} cursor={cursor} onEnter={enter} />}
    </search>
  );
}

type ListProps = {
  readonly rows: readonly FoundRow[];
  readonly cursor: number;
  readonly onEnter: (row: FoundRow) => void;
};

function FoundList({ rows, cursor, onEnter }: ListProps) {
  return (
    <div id="found" role="listbox" aria-label={t("find.label")} className="found">
      {rows.length === 0 && <p className="dim">{t("find.nothing")}</p>}
      {rows.map((row, at) => (
        <div key={row.key}>
          {row.group !== rows[at - 1]?.group && <h2>{t(`find.${row.group}`)}</h2>}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus and names the row */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter work in the text field */}
          <div
            id={`found-${at}`}
            role="option"
            aria-selected={at === cursor}
            // The field would lose its focus, and the list with it, before the press is over.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onEnter(row)}
          >
            <span>{row.title}</span> <span className="dim">{row.detail}</span>
          </div>
        </div>
      ))}
    </div>
  );
}

function useFound(practice: string, text: string, isOpen: boolean) {
  const [sought, setSought] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSought(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useQuery({
    queryKey: [practice, "search", sought],
    queryFn: ({ signal }) =>
      getJson<FoundAnswer>(practiceAddress(practice, "search", { text: sought }), signal),
    enabled: isOpen && sought.length >= fewestCharacters,
    placeholderData: keepPreviousData,
  });
  return { found: answer.data, sought: answer.isPlaceholderData ? "" : sought };
}

function useGo(practice: string) {
  const navigate = useNavigate();
  return (target: FoundTarget) => {
    const params = { practice };
    if (target.to === "patient") {
      const { id: patient } = target;
      void navigate({ to: "/p/$practice/patients/$patient", params: { ...params, patient } });
    } else if (target.to === "claim") {
      const { id: claim } = target;
      void navigate({ to: "/p/$practice/claims/$claim", params: { ...params, claim } });
    } else if (target.to === "remittance") {
      const { id: remittance } = target;
      void navigate({
        to: "/p/$practice/remittances/$remittance",
        params: { ...params, remittance },
        search: {},
      });
    } else if (target.to === "deposit") {
      void navigate({ to: "/p/$practice/deposits", params, search: { search: target.search } });
    } else if (target.to === "code") {
      void navigate({ to: "/p/$practice/code-sets", params, search: { search: target.search } });
    } else {
      void navigate({ to: "/p/$practice/claims", params, search: { search: target.search } });
    }
  };
}
