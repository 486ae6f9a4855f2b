import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import { type KeyboardEvent, useState } from "react";
import { formatCents } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly row: ChargeItemAnswer;
  readonly isEdited: boolean;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  /** Saves the text; the key decides which row comes next. */
  readonly onSave: (text: string, step: -1 | 0 | 1) => void;
  readonly onCancel: () => void;
};

/** The price of a row: pressed, it becomes a field. Enter and the arrows save and go on, Esc leaves. */
export function PriceCell({ row, isEdited, mayWrite, onEdit, onSave, onCancel }: Props) {
  const words = formatCents(row.priceCents);
  if (!mayWrite) return <span className="money-text">{words}</span>;
  if (isEdited) return <PriceInput row={row} onSave={onSave} onCancel={onCancel} />;
  return (
    <button
      type="button"
      className="price-press money-text"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        onEdit();
      }}
    >
      {words}
    </button>
  );
}

const steps: Readonly<Record<string, -1 | 1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

function PriceInput({ row, onSave, onCancel }: Pick<Props, "row" | "onSave" | "onCancel">) {
  const [text, setText] = useState((row.priceCents / 100).toFixed(2));
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") onCancel();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSave(text, step);
  };
  return (
    <input
      className="price-input"
      // The row that is edited is where the person works.
      ref={(element) => element?.focus()}
      aria-label={t("prices.edit", { code: `${row.procedureCode} ${row.modifiers}`.trim() })}
      inputMode="decimal"
      value={text}
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => onSave(text, 0)}
    />
  );
}
