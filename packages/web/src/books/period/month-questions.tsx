import type {
  MonthPage,
  MonthQuestion,
} from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly shown: MonthPage };

/** What is unexplained in the month, each with the list that shows it. */
export function MonthQuestions({ practice, shown }: Props) {
  const open = shown.questions.filter(
    ({ count, question }) =>
      count > 0 && (shown.hasDeposits || question !== "remittances-without-deposit"),
  );
  return (
    <section aria-label={t("month.questions")}>
      <h2 className="section-title">{t("month.questions")}</h2>
      {open.length === 0 && <p className="dim">{t("month.clean")}</p>}
      <ul className="month-questions">
        {open.map((each) => (
          <li key={each.question}>
            <QuestionLink {...{ practice, each, month: shown.month }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type LinkProps = {
  readonly practice: string;
  readonly each: MonthQuestion;
  readonly month: string;
};

const cashStates = {
  "deposits-without-remittance": "no-remittance",
  "remittances-without-deposit": "no-deposit",
  "remittances-not-posted": "not-posted",
} as const;

function QuestionLink({ practice, each: { question, count, cents }, month }: LinkProps) {
  const words = (
    <>
      {t(`monthQuestion.${question}`, { count })}{" "}
      <span className="money-text">{formatDollars(cents)}</span>
    </>
  );
  if (question in cashStates) {
    const state = cashStates[question as keyof typeof cashStates];
    const through = lastDay(month);
    return (
      <Link to="/p/$practice/cash" params={{ practice }} search={{ state, from: month, through }}>
        {words}
      </Link>
    );
  }
  const open = { open: `${question}:${accountNames[question as keyof typeof accountNames]}` };
  return (
    <Link to="/p/$practice/accounts" params={{ practice }} search={open}>
      {words}
    </Link>
  );
}

const accountNames = {
  suspense: "Suspense",
  "unapplied-cash": "Unapplied cash",
  "unmatched-reversal": "Unmatched reversal",
  "out-of-balance": "Out of balance",
} as const;

/** The last day of the month that begins on a day. */
function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
