import type { ClaimFormList } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-lists.ts";
import { t } from "../../strings/translate.ts";
import type { EditNode } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";

type Props = {
  readonly list: ClaimFormList;
  readonly entries: readonly EditNode[];
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (entries: readonly EditNode[]) => void;
};

/** Dates, numbers, codes and notes of the claim: each with what it is. */
export function ClaimFormEntries({ list, entries, error, isReadOnly, onChange }: Props) {
  const replace = (at: number, entry: EditNode) =>
    onChange(entries.map((each, index) => (index === at ? entry : each)));
  const [first = ["", ""]] = list.qualifiers;
  const next = list.path === "codes" && entries.length > 0 ? "ABF" : first[0];
  return (
    <section className="claim-form-group" id={list.path} tabIndex={-1}>
      <h2 className="section-title">{list.title}</h2>
      {error && <p className="error-line">{error}</p>}
      {entries.map((entry, index) => (
        <EntryRow
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          key={index}
          {...{ list, entry, index, isReadOnly }}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(entries.filter((_, at) => at !== index))}
        />
      ))}
      {!isReadOnly && (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            onChange([
              ...entries,
              { qualifier: next, [list.value]: list.value === "cents" ? 0 : "" },
            ])
          }
        >
          {t("claimForm.add")}
        </button>
      )}
    </section>
  );
}

type RowProps = {
  readonly list: ClaimFormList;
  readonly entry: EditNode;
  readonly index: number;
  readonly isReadOnly: boolean;
  readonly onChange: (entry: EditNode) => void;
  readonly onRemove: () => void;
};

function EntryRow({ list, entry, index, isReadOnly, onChange, onRemove }: RowProps) {
  const qualifier = String(entry.qualifier ?? "");
  const known = list.qualifiers.find(([each]) => each === qualifier);
  return (
    <div className="claim-form-entry">
      <select
        aria-label={list.title}
        value={qualifier}
        disabled={isReadOnly}
        onChange={(event) => onChange({ ...entry, qualifier: event.currentTarget.value })}
      >
        {known === undefined && <option value={qualifier}>{qualifier}</option>}
        {list.qualifiers.map(([each, words]) => (
          <option key={each} value={each}>
            {each} {words}
          </option>
        ))}
      </select>
      <ClaimFormInput
        field={{
          path: `${list.path}.${index}`,
          label: known?.[1] ?? qualifier,
          at: list.at,
          kind: kindOf(list),
          size: 24,
        }}
        path={`${list.path}.${index}.${list.value}`}
        value={entry[list.value]}
        error={undefined}
        isReadOnly={isReadOnly}
        isCell
        onChange={(value) => onChange({ ...entry, [list.value]: value ?? "" })}
      />
      {list.path === "dates" && (
        <ClaimFormInput
          field={{ path: "through", label: t("claimParts.through"), at: list.at, kind: "date" }}
          path={`${list.path}.${index}.through`}
          value={entry.through}
          error={undefined}
          isReadOnly={isReadOnly}
          isCell
          onChange={(value) => onChange({ ...entry, through: value })}
        />
      )}
      <span className="claim-form-box">
        {known?.[2] ? t("claimForm.box", { box: known[2] }) : ""}
      </span>
      {!isReadOnly && (
        <button type="button" className="link-button" onClick={onRemove}>
          {t("claimForm.remove")}
        </button>
      )}
    </div>
  );
}

function kindOf({ value }: ClaimFormList): "text" | "date" | "cents" {
  if (value === "from") return "date";
  return value === "cents" ? "cents" : "text";
}
