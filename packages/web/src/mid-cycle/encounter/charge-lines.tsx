import { useQuery } from "@tanstack/react-query";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { CodeChoice } from "./code-choice.tsx";
import { type EncounterForm, emptyLine, type LineDraft } from "./encounter-draft.ts";

type Props = {
  readonly practice: string;
  readonly form: EncounterForm;
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (lines: readonly LineDraft[]) => void;
};

/** Rows of services for fast typing: Tab goes on, Enter in the last field adds a row. */
export function ChargeLines({ practice, form, errors, isReadOnly, onChange }: Props) {
  const { lines } = form;
  const change = (at: number, part: Partial<LineDraft>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const add = () => {
    onChange([...lines, emptyLine]);
    const id = `lines.${lines.length}.procedureCode`;
    setTimeout(() => document.getElementById(id)?.focus(), 0);
  };
  return (
    <section className="claim-form-group">
      <h2 className="section-title">{t("charge.lines")}</h2>
      <div className="claim-form-table" style={{ overflow: "visible" }}>
        <table>
          <thead>
            <tr>
              {(["code", "modifiers", "pointers", "units", "price", "ndc"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`charge.${name}`)}
                </th>
              ))}
              <th scope="col">{t("charge.ndcQuantity")}</th>
              <th scope="col">{t("charge.ndcUnit")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <ChargeRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
                key={index}
                {...{ practice, form, errors, isReadOnly, line, index }}
                onChange={(part) => change(index, part)}
                onAdd={add}
                onRemove={() => onChange(lines.filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!isReadOnly && (
        <button type="button" className="link-button" onClick={add}>
          {t("charge.addLine")}
        </button>
      )}
    </section>
  );
}

type RowProps = Omit<Props, "onChange"> & {
  readonly line: LineDraft;
  readonly index: number;
  readonly onChange: (part: Partial<LineDraft>) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
};

function ChargeRow(props: RowProps) {
  const { practice, form, errors, isReadOnly, line, index, onChange, onAdd, onRemove } = props;
  const path = (field: string) => `lines.${index}.${field}`;
  const price = usePrice(practice, line, form.serviceFrom);
  const cell = (field: keyof LineDraft, size: number, more: CellMore = {}) => (
    <ChargeCell {...{ field, size, line, index, errors, isReadOnly, onChange, onAdd, more }} />
  );
  return (
    <tr>
      <td>
        <CodeChoice
          practice={practice}
          id={path("procedureCode")}
          label={`${t("claimForm.lineNumber", { line: index + 1 })}: ${t("charge.code")}`}
          codeSet="hcpcs"
          on={form.serviceFrom}
          value={line.procedureCode}
          error={errors.get(path("procedureCode"))}
          isReadOnly={isReadOnly}
          size={10}
          onChange={(procedureCode) => onChange({ procedureCode })}
        />
      </td>
      {cell("modifiers", 8)}
      {cell("pointers", 6, { fault: "diagnosisPointers" })}
      {cell("units", 4)}
      {cell("charged", 9, { fault: "chargedCents", hint: price })}
      {cell("ndc", 13)}
      {cell("ndcQuantity", 6)}
      <td>
        <select
          id={path("ndcUnit")}
          aria-label={`${t("claimForm.lineNumber", { line: index + 1 })}: ${t("charge.ndcUnit")}`}
          value={line.ndcUnit}
          disabled={isReadOnly}
          onChange={(event) => onChange({ ndcUnit: event.currentTarget.value })}
        >
          {["", "UN", "ML", "GR", "F2", "ME"].map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </select>
      </td>
      <td>
        {!isReadOnly && form.lines.length > 1 && (
          <button
            type="button"
            className="link-button"
            aria-label={t("charge.removeLine", { line: index + 1 })}
            onClick={onRemove}
          >
            ×
          </button>
        )}
      </td>
    </tr>
  );
}

type CellMore = { readonly fault?: string; readonly hint?: string };

type CellProps = Pick<
  RowProps,
  "line" | "index" | "errors" | "isReadOnly" | "onChange" | "onAdd"
> & {
  readonly field: keyof LineDraft;
  readonly size: number;
  readonly more: CellMore;
};

/** One field of a line; Enter in it begins the next line. */
function ChargeCell(props: CellProps) {
  const { field, size, line, index, errors, isReadOnly, onChange, onAdd, more } = props;
  const at = `lines.${index}.${more.fault ?? field}`;
  return (
    <td>
      <input
        id={at}
        type="text"
        size={size}
        value={line[field]}
        disabled={isReadOnly}
        placeholder={more.hint}
        aria-label={`${t("claimForm.lineNumber", { line: index + 1 })}: ${field}`}
        aria-invalid={errors.has(at)}
        className={field === "charged" ? "money" : ""}
        onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey) return;
          event.preventDefault();
          onAdd();
        }}
      />
      {errors.get(at) && <span className="error-line">{errors.get(at)}</span>}
    </td>
  );
}

/** The charge master's price of the line, shown where nothing else was typed. */
function usePrice(practice: string, line: LineDraft, on: string): string {
  const code = line.procedureCode.trim();
  const found = useQuery({
    queryKey: [practice, "charge-price", code, line.modifiers, on],
    queryFn: ({ signal }) =>
      getJson<{ priceCents: number | null }>(
        practiceAddress(practice, "charges/price", { code, modifiers: line.modifiers, on }),
        signal,
      ),
    enabled: code.length === 5 && on !== "",
    staleTime: 60_000,
  });
  const price = found.data?.priceCents;
  const units = Number(line.units);
  if (price === undefined || price === null || !(units > 0)) return "";
  return ((price * units) / 100).toFixed(2);
}
