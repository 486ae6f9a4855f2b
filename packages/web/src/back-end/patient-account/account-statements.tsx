import type { StatementRow } from "@headwater/revenue-cycle/back-end/statement/statement-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCents, formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly statements: readonly StatementRow[] };

/** What the account was told, the newest first. */
export function AccountStatements({ practice, statements }: Props) {
  return (
    <section aria-label={t("patientAccount.statements")}>
      <h2 className="section-title">{t("patientAccount.statements")}</h2>
      {statements.length === 0 && <p className="dim">{t("patientAccount.noStatements")}</p>}
      <ul className="plain-list">
        {statements.map((one) => (
          <li key={one.id}>
            <Link
              to="/p/$practice/statements/$statement"
              params={{ practice, statement: String(one.id) }}
            >
              {one.number}
            </Link>{" "}
            {formatDate(one.issuedOn)} · {formatCents(one.owedCents)} ·{" "}
            {t(`statementState.${one.state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
