import { formatCount } from "../frame/format.ts";
import { t } from "../strings/translate.ts";

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  /** What holds while nothing is chosen; "any" if absent. */
  readonly otherwise?: string;
  /** Rows that each choice would leave, once known. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** One filter of a list: "payer: any". The browser's own control, so it is quick by key. */
export function FilterSelect({ label, value, options, otherwise, counts, onChange }: Props) {
  // A choice that would leave nothing only makes the menu longer, unless it is the one made.
  const offered = counts
    ? options.filter(([key]) => counts[key] !== undefined || key === value)
    : options;
  return (
    <select
      className="select"
      aria-label={label}
      data-set={value !== undefined || undefined}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{otherwise ?? t("filter.any", { label })}</option>
      {offered.map(([key, words]) => (
        <option key={key} value={key}>
          {label}: {words}
          {counts && ` (${formatCount(counts[key] ?? 0)})`}
        </option>
      ))}
    </select>
  );
}
