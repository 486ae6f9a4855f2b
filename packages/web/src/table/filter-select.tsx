import { t } from "../strings/translate.ts";

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  /** What holds while nothing is chosen; "any" if absent. */
  readonly otherwise?: string;
  readonly onChange: (value: string | undefined) => void;
};

/** One filter of a list: "payer: any". The browser's own control, so it is quick by key. */
export function FilterSelect({ label, value, options, otherwise, onChange }: Props) {
  return (
    <select
      className="select"
      aria-label={label}
      data-set={value !== undefined || undefined}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{otherwise ?? t("filter.any", { label })}</option>
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {label}: {words}
        </option>
      ))}
    </select>
  );
}
