import { forms } from "@headwater/revenue-cycle/work/edit/condition.ts";
import {
  type FactName,
  factOf,
  isFactName,
} from "@headwater/revenue-cycle/work/edit/fact-catalogue.ts";
import { CloseButton } from "@mantine/core";
import { t, tOr } from "../../strings/translate.ts";
import {
  type ConditionRow,
  entryOf,
  factsFor,
  operatorsOf,
  type RowCondition,
} from "./condition-rows.ts";
import type { EditForm } from "./edit-draft.ts";

type Props = {
  readonly form: EditForm;
  readonly onChange: (condition: EditForm["condition"]) => void;
};

/** The condition of an edit: rows of fact, comparison and value, or its tree where it is deeper. */
export function ConditionFields({ form, onChange }: Props) {
  const { condition } = form;
  if (typeof condition === "string") {
    return (
      <label className="edit-tree">
        {t("edits.asTree")}
        <textarea
          rows={12}
          value={condition}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    );
  }
  const facts = factsFor(form.stage, form.each);
  return <Rows condition={condition} facts={facts} onChange={onChange} />;
}

type RowsProps = {
  readonly condition: RowCondition;
  readonly facts: readonly FactName[];
  readonly onChange: (condition: RowCondition) => void;
};

function Rows({ condition, facts, onChange }: RowsProps) {
  const { join, rows } = condition;
  const put = (at: number, row: ConditionRow) =>
    onChange({ join, rows: rows.map((one, index) => (index === at ? row : one)) });
  const first = facts[0];
  return (
    <fieldset className="edit-condition">
      <legend>{t("edits.condition")}</legend>
      {rows.length > 1 && (
        <select
          className="select"
          aria-label={t("edits.condition")}
          value={join}
          onChange={(event) =>
            onChange({ join: event.currentTarget.value === "or" ? "or" : "and", rows })
          }
        >
          <option value="and">{t("edits.joinAll")}</option>
          <option value="or">{t("edits.joinAny")}</option>
        </select>
      )}
      {rows.map((row, at) => (
        // Rows have no names of their own; they are only added at the end and removed.
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <div className="edit-row" key={at}>
          <RowFields row={row} number={at + 1} facts={facts} onChange={(next) => put(at, next)} />
          {rows.length > 1 && (
            <CloseButton
              size="sm"
              aria-label={t("edits.removeRow", { number: at + 1 })}
              onClick={() => onChange({ join, rows: rows.filter((_, index) => index !== at) })}
            />
          )}
        </div>
      ))}
      {first && (
        <button
          type="button"
          className="link-button"
          onClick={() => onChange({ join, rows: [...rows, rowFor(rows.at(-1)?.fact ?? first)] })}
        >
          {t("edits.addRow")}
        </button>
      )}
    </fieldset>
  );
}

function rowFor(fact: FactName): ConditionRow {
  return { fact, operator: operatorsOf(fact)[0] ?? "missing", value: "" };
}

type RowProps = {
  readonly row: ConditionRow;
  readonly number: number;
  readonly facts: readonly FactName[];
  readonly onChange: (row: ConditionRow) => void;
};

function RowFields({ row, number, facts, onChange }: RowProps) {
  const label = (name: string) => `${name} ${number}`;
  return (
    <>
      <select
        className="select"
        aria-label={label(t("edits.fact"))}
        value={row.fact}
        onChange={({ currentTarget: { value } }) => isFactName(value) && onChange(rowFor(value))}
      >
        {facts.map((fact) => (
          <option key={fact} value={fact}>
            {factOf(fact).label}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={label(t("edits.operator"))}
        value={row.operator}
        onChange={(event) => onChange({ ...row, operator: event.currentTarget.value })}
      >
        {operatorsOf(row.fact).map((operator) => (
          <option key={operator} value={operator}>
            {tOr(`editOperator.${operator}`, operator)}
          </option>
        ))}
      </select>
      <RowValue
        row={row}
        label={label(t("edits.value"))}
        onChange={(value) => onChange({ ...row, value })}
      />
    </>
  );
}

type ValueProps = {
  readonly row: ConditionRow;
  readonly label: string;
  readonly onChange: (value: string) => void;
};

function RowValue({ row, label, onChange }: ValueProps) {
  const entry = entryOf(row);
  if (entry === "none") return null;
  if (entry === "flag" || entry === "form") {
    const choices = entry === "flag" ? (["yes", "no"] as const) : forms;
    const words = (choice: string) => (entry === "flag" ? tOr(`edits.${choice}`, choice) : choice);
    return (
      <select
        className="select"
        aria-label={label}
        value={row.value || choices[0]}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
    );
  }
  const isList = /^(?:not-)?in(?:cludes)?$/.test(row.operator);
  return (
    <input
      className="edit-value"
      aria-label={label}
      type={entry === "date" ? "date" : "text"}
      title={isList ? t("edits.valueHint") : undefined}
      maxLength={500}
      value={row.value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
