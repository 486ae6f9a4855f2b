import {
  isLineTyped,
  type PaperLine,
  readPaperAmount,
} from "@headwater/revenue-cycle/back-end/paper-remittance/paper-entry.ts";
import type { PaperLineFacts } from "@headwater/revenue-cycle/back-end/paper-remittance/read-paper.ts";
import { amountText } from "../../front-end/check-in/read-amount.ts";
import { t } from "../../strings/translate.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import { reasonSums } from "./reason-sums.ts";

type Props = {
  /** Of the claim. */
  readonly number: string;
  readonly own: PaperLineFacts;
  readonly line: PaperLine;
  readonly isFresh: boolean;
  readonly onChange: (part: Partial<PaperLine>) => void;
};

/** One service line: what is charged, what the paper says of it, and what is left to say. */
export function PaperLineRow({ number, own, line, isFresh, onChange }: Props) {
  const { all, patient } = reasonSums(line.reasons);
  const left = own.chargedCents - all - (readPaperAmount(line.paid) ?? 0);
  const label = (what: string) => t("paper.field", { what, line: own.lineNumber, number });
  const code = [own.procedureCode ?? own.revenueCode ?? "", ...own.modifiers].join(" ");
  /** What is charged beyond what the payer allows is contractual unless the paper says otherwise. */
  const fillContractual = () => {
    const allowed = readPaperAmount(line.allowed);
    if (allowed === undefined || line.reasons.trim() !== "") return;
    const beyond = own.chargedCents - allowed;
    if (beyond > 0) onChange({ reasons: `CO45 ${amountText(beyond)} ` });
  };
  return (
    <tr>
      <td>
        {own.lineNumber} <span className="dim">{code}</span>
      </td>
      <td className="money">
        <Money cents={own.chargedCents} />
      </td>
      <td className="money">
        <MoneyOrDash cents={own.openCents} />
      </td>
      <td>
        <input
          className="paper-amount"
          // biome-ignore lint/a11y/noAutofocus: the claim was asked for to type into its first line
          autoFocus={isFresh}
          inputMode="decimal"
          maxLength={20}
          aria-label={label(t("paper.allowed"))}
          value={line.allowed}
          onChange={(event) => onChange({ allowed: event.currentTarget.value })}
          onBlur={fillContractual}
        />
      </td>
      <td>
        <input
          className="paper-amount"
          inputMode="decimal"
          maxLength={20}
          aria-label={label(t("paper.linePaid"))}
          value={line.paid}
          onChange={(event) => onChange({ paid: event.currentTarget.value })}
        />
      </td>
      <td>
        <input
          className="paper-reasons"
          maxLength={400}
          placeholder={t("paper.reasonsHint")}
          aria-label={label(t("paper.reasons"))}
          value={line.reasons}
          onFocus={(event) => {
            const { length } = event.currentTarget.value;
            event.currentTarget.setSelectionRange(length, length);
          }}
          onChange={(event) => onChange({ reasons: event.currentTarget.value })}
        />
      </td>
      <td className="money">
        <MoneyOrDash cents={patient} />
      </td>
      <td className="money">{isLineTyped(line) && <Money cents={left} />}</td>
    </tr>
  );
}
