import { useParams } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

const dayMs = 86_400_000;
/** From so few days on the deadline is shown as a risk. */
const soon = 14;

/** The last day for filing with the days that are left; nothing for a claim that is filed. */
export function FileBy({ date }: { readonly date: string | null }) {
  const { practice } = useParams({ from: "/p/$practice/claims" });
  const today = useBusinessDate(practice);
  if (date === null) return null;
  const left = Math.round((Date.parse(date) - Date.parse(today)) / dayMs);
  const words =
    left < 0 ? t("filing.late", { count: -left }) : t("filing.daysLeft", { count: left });
  return (
    <time dateTime={date} title={formatDate(date)}>
      <span className="state-word" data-tone={left <= soon ? "risk" : "plain"}>
        {words}
      </span>
    </time>
  );
}
