import type { CashRow } from "@headwater/revenue-cycle/books/cash/cash-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatCents } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { TransfersLink } from "../account/transfers-link.tsx";

/** Columns are asked for when the page shows: the catalogue of strings is loaded by then. */
export function cashColumns(practice: string): Column<CashRow>[] {
  return [
    {
      id: "on",
      title: t("cash.date"),
      width: 108,
      cell: (row) => <CivilDate date={row.on} />,
    },
    { id: "payer", title: t("claim.payer"), cell: (row) => <Stated text={row.payer} /> },
    {
      id: "trace",
      title: t("remittance.trace"),
      width: 146,
      cell: (row) => <Stated text={row.traceNumber} />,
    },
    {
      id: "method",
      title: t("cash.method"),
      width: 70,
      cell: (row) =>
        tOr(
          `paymentMethod.${row.method}`,
          tOr(`depositWay.${row.method}`, tOr(`tookWay.${row.method}`, row.method)),
        ),
    },
    {
      id: "state",
      title: t("claim.state"),
      width: 150,
      cell: (row) => <StateWord state={row.state} />,
    },
    ...moneyColumns(practice),
    {
      id: "age",
      title: t("cash.age"),
      width: 84,
      cell: (row) => (row.state === "agrees" ? "" : t("cash.days", { count: row.ageDays })),
    },
  ];
}

function moneyColumns(practice: string): Column<CashRow>[] {
  return [
    {
      id: "bank",
      title: t("cash.bank"),
      width: 104,
      kind: "money",
      cell: (row) => <Money cents={row.bankCents} />,
      cents: (row) => row.bankCents ?? 0,
    },
    {
      id: "fee",
      isExtra: true,
      title: t("deposit.fee"),
      width: 76,
      kind: "money",
      cell: ({ feeCents, depositId }) =>
        depositId === null ? (
          <MoneyOrDash cents={feeCents} />
        ) : (
          <TransfersLink {...{ practice, cents: feeCents }} of={{ deposit: String(depositId) }} />
        ),
      cents: (row) => row.feeCents,
    },
    {
      id: "remittance",
      title: t("cash.remittance"),
      width: 104,
      kind: "money",
      cell: (row) => <Money cents={row.remittanceCents} />,
      cents: (row) => row.remittanceCents ?? 0,
    },
    {
      id: "posted",
      title: t("cash.posted"),
      width: 104,
      kind: "money",
      cell: (row) => <PostedCents practice={practice} row={row} />,
      cents: (row) => row.postedCents,
    },
    {
      id: "unexplained",
      title: t("cash.unexplained"),
      width: 104,
      kind: "money",
      cell: (row) => <MoneyOrDash cents={row.unexplainedCents} />,
      cents: (row) => row.unexplainedCents,
    },
  ];
}

/** What is posted of a row, as a way to its transfers; the sum of a slip opens its payments. */
function PostedCents({ practice, row }: { readonly practice: string; readonly row: CashRow }) {
  const { postedCents: cents, remittanceId, paymentId } = row;
  if (remittanceId !== null) {
    return <TransfersLink {...{ practice, cents }} of={{ remittance: String(remittanceId) }} />;
  }
  if (paymentId !== null) {
    return <TransfersLink {...{ practice, cents }} of={{ payment: String(paymentId) }} />;
  }
  if (row.key.startsWith("S")) {
    return <TransfersLink {...{ practice, cents }} of={{ settlement: row.key.slice(1) }} />;
  }
  if (row.slipId === null) return <MoneyOrDash cents={cents} />;
  return (
    <Link
      to="/p/$practice/deposit-slips"
      params={{ practice }}
      search={{ open: String(row.slipId) }}
      aria-label={t("moved.open", { amount: formatCents(cents) })}
    >
      <Money cents={cents} />
    </Link>
  );
}
