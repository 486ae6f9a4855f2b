import { formatCents } from "../frame/format.ts";
import { t } from "../strings/translate.ts";

type Props = { readonly cents: number | null | undefined };

/** An amount as billers write it. Absent is an empty cell that says "not stated", never 0.00. */
export function Money({ cents }: Props) {
  if (cents === null || cents === undefined) return <NotStated />;
  return <span className="money-text">{formatCents(cents)}</span>;
}

/** An amount that is zero most of the time: a dash keeps the column quiet. */
export function MoneyOrDash({ cents }: Props) {
  if (cents === 0)
    return (
      <span className="dim">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{formatCents(0)}</span>
      </span>
    );
  return <Money cents={cents} />;
}

/** An empty cell for the eye, words for a screen reader and the pointer. */
export function NotStated() {
  return (
    <span title={t("state.notStated")}>
      <span className="visually-hidden">{t("state.notStated")}</span>
      &nbsp;
    </span>
  );
}
