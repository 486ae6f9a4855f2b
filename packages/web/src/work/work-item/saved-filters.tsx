import type { SavedFilterRow } from "@headwater/revenue-cycle/work/saved-filter/saved-filter-answers.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

type Query = Readonly<Record<string, string | undefined>>;

type Props = {
  readonly practice: string;
  /** The page that the filters belong to. */
  readonly page: string;
  readonly query: Query;
  readonly onChoose: (query: Readonly<Record<string, string>>) => void;
};

/** The filters that the reader saved: chosen by name, saved under one, removed. */
export function SavedFilters({ practice, page, query, onChoose }: Props) {
  const saved = useSaved(practice, page);
  const [isNaming, setNaming] = useState(false);
  const set = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const now = new URLSearchParams([...set].sort()).toString();
  const chosen = saved.rows.find(
    (row) => new URLSearchParams(Object.entries(row.query).sort()).toString() === now,
  );
  if (isNaming) {
    return (
      <NameForm
        onNamed={(given) => {
          saved.save.mutate({ name: given, query: Object.fromEntries(set) });
          setNaming(false);
        }}
      />
    );
  }
  return (
    <>
      {saved.rows.length > 0 && (
        <select
          className="select"
          aria-label={t("saved.label")}
          data-set={chosen !== undefined || undefined}
          value={chosen ? String(chosen.id) : ""}
          onChange={({ currentTarget: { value } }) =>
            onChoose(saved.rows.find(({ id }) => String(id) === value)?.query ?? {})
          }
        >
          <option value="">{t("saved.label")}</option>
          {saved.rows.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ))}
        </select>
      )}
      {chosen && (
        <button
          type="button"
          className="link-button"
          onClick={() => saved.remove.mutate(chosen.id)}
        >
          {t("saved.remove")}
        </button>
      )}
      {!chosen && set.length > 0 && (
        <button type="button" className="link-button" onClick={() => setNaming(true)}>
          {t("saved.start")}
        </button>
      )}
    </>
  );
}

function NameForm({ onNamed }: { readonly onNamed: (name: string) => void }) {
  const [name, setName] = useState("");
  return (
    <form
      className="saved-filter"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") onNamed(name.trim());
      }}
    >
      <input
        className="select"
        // biome-ignore lint/a11y/noAutofocus: the field answers the press that asked for it
        autoFocus
        aria-label={t("saved.name")}
        placeholder={t("saved.name")}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="link-button" disabled={name.trim() === ""}>
        {t("saved.save")}
      </button>
    </form>
  );
}

function useSaved(practice: string, page: string) {
  const queries = useQueryClient();
  const queryKey = [practice, "saved-filters", page];
  const answer = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      getJson<{ rows: SavedFilterRow[] }>(
        practiceAddress(practice, "saved-filters", { page }),
        signal,
      ),
  });
  const onSettled = () => queries.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: (filter: { readonly name: string; readonly query: Record<string, string> }) =>
      sendJson<SavedFilterRow>(practiceAddress(practice, "saved-filters"), {
        method: "POST",
        body: { page, ...filter },
      }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: number) =>
      sendJson(practiceAddress(practice, `saved-filters/${id}`), { method: "DELETE" }),
    onSettled,
  });
  return { rows: answer.data?.rows ?? [], save, remove };
}
