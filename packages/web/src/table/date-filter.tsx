type Props = {
  readonly label: string;
  readonly value: string | undefined;
  /** What holds while nothing is chosen. */
  readonly otherwise?: string;
  readonly onChange: (value: string | undefined) => void;
};

/** A bound of a date range. The browser's control gives `YYYY-MM-DD` and knows no time zone. */
export function DateFilter({ label, value, otherwise, onChange }: Props) {
  return (
    <label className="small">
      {label}{" "}
      <input
        className="select"
        type="date"
        data-set={value !== undefined || undefined}
        value={value ?? otherwise ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </label>
  );
}
