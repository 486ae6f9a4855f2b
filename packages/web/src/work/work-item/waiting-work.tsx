import { Link } from "@tanstack/react-router";
import { asSentence, formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";

type Waiting = {
  readonly workItemId: number;
  readonly whyText: string;
  readonly due: string | null;
  readonly role: string;
};

type Props = { readonly practice: string; readonly waiting: readonly Waiting[] };

/** What waits for us on a record: why, until when, who; each opens its work item. */
export function WaitingWork({ practice, waiting }: Props) {
  if (waiting.length === 0) return null;
  return (
    <section className="waiting-work" aria-label={t("claim.waiting")}>
      {waiting.map((one) => (
        <p key={one.workItemId}>
          <strong>{t("claim.waiting")}</strong> {sentenceOf(one)}{" "}
          <Link
            to="/p/$practice/work"
            params={{ practice }}
            search={{ open: String(one.workItemId) }}
          >
            {t("work.openItem")}
          </Link>
        </p>
      ))}
    </section>
  );
}

function sentenceOf({ whyText, due, role }: Waiting): string {
  return [
    asSentence(whyText),
    due ? t("claim.by", { date: formatDate(due) }) : "",
    t("claim.forRole", { role: tOr(`role.${role}`, role) }),
  ]
    .filter(Boolean)
    .join(" ");
}
