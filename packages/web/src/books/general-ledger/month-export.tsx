import type { MonthPage } from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { practiceAddress } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import { accountNumbersQuery } from "./general-ledger-query.ts";

type Props = { readonly practice: string; readonly shown: MonthPage };

/** The journal of a month, or of a day of it, for the practice's general ledger. */
export function MonthExport({ practice, shown }: Props) {
  const month = shown.month.slice(0, 7);
  const [day, setDay] = useState(shown.month);
  const numbers = useQuery(accountNumbersQuery(practice));
  const numbered = new Set(
    numbers.data?.accounts.filter(({ number }) => number !== "").map(({ kind }) => kind),
  );
  const missing = shown.accounts.filter(
    ({ kind, debitCents, creditCents }) => debitCents + creditCents > 0 && !numbered.has(kind),
  );
  const address = (query: { readonly day?: string } = {}) =>
    practiceAddress(practice, `general-ledger/journals/${month}`, query);
  return (
    <section aria-label={t("generalLedger.month")}>
      <h2 className="section-title">{t("generalLedger.month")}</h2>
      <p>
        {t("generalLedger.monthText")}{" "}
        {t(shown.isClosed ? "generalLedger.closed" : "generalLedger.open")}{" "}
        <Link to="/p/$practice/account-numbers" params={{ practice }}>
          {t("generalLedger.link")}
        </Link>
      </p>
      {numbers.isSuccess && missing.length > 0 && (
        <p className="error-line">
          {t("generalLedger.missing", {
            accounts: missing.map(({ kind }) => tOr(`account.${kind}`, kind)).join(", "),
          })}
        </p>
      )}
      {numbers.isSuccess && missing.length === 0 && (
        <p>
          <a href={address()} download>
            {t("generalLedger.whole")}
          </a>{" "}
          ·{" "}
          <label>
            {t("generalLedger.day")}{" "}
            <input
              type="date"
              min={shown.month}
              max={`${month}-31`}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </label>{" "}
          <a href={address({ day })} download>
            {t("generalLedger.ofDay")}
          </a>
        </p>
      )}
    </section>
  );
}
