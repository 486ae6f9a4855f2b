import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { NotStated } from "../../table/money.tsx";

type Props = { readonly due: string | null; readonly today: string; readonly isOpen: boolean };

/** A due date; one that has passed says so in a word and in red. */
export function DueDate({ due, today, isOpen }: Props) {
  if (due === null) return <NotStated />;
  const date = <time dateTime={due}>{formatDate(due)}</time>;
  if (!isOpen || due >= today) return date;
  return (
    <span className="overdue">
      {date} {t("work.overdue")}
    </span>
  );
}
