import type { DepositAnswer } from "@headwater/revenue-cycle/books/deposit/deposit-answers.ts";
import { Link } from "@tanstack/react-router";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";

export function depositColumns(practice: string): Column<DepositAnswer>[] {
  return [
    {
      id: "date",
      title: t("deposit.date"),
      width: 112,
      cell: (row) => <CivilDate date={row.depositedOn} />,
    },
    {
      id: "trace",
      title: t("remittance.trace"),
      width: 150,
      cell: (row) => <Stated text={row.traceNumber} />,
    },
    { id: "payer", title: t("claim.payer"), cell: (row) => <Stated text={row.payerName} /> },
    {
      id: "type",
      isExtra: true,
      title: t("deposit.type"),
      width: 90,
      cell: (row) => <Stated text={tOr(`depositWay.${row.type}`, row.type)} />,
    },
    {
      id: "state",
      title: t("claim.state"),
      width: 130,
      cell: (row) => <DepositState state={row.state} />,
    },
    {
      id: "remittance",
      isExtra: true,
      title: t("deposit.remittance"),
      width: 150,
      cell: (row) => row.remittance && <RemittanceLink {...{ practice, ...row.remittance }} />,
    },
    {
      id: "fee",
      isExtra: true,
      title: t("deposit.fee"),
      width: 90,
      kind: "money",
      cell: (row) => <MoneyOrDash cents={row.feeCents} />,
      cents: (row) => row.feeCents,
    },
    {
      id: "cents",
      title: t("deposit.amount"),
      width: 120,
      kind: "money",
      cell: (row) => <Money cents={row.cents} />,
      cents: (row) => row.cents,
    },
  ];
}

/** Where a deposit stands, as a word. */
export function DepositState({ state }: { readonly state: DepositAnswer["state"] }) {
  return <StateWord state={state === "taken-back" ? "withdrawn" : state} />;
}

type LinkProps = {
  readonly practice: string;
  readonly id: number;
  readonly traceNumber: string;
};

/** A remittance by its number, as a way to its page. */
export function RemittanceLink({ practice, id, traceNumber }: LinkProps) {
  return (
    <Link
      to="/p/$practice/remittances/$remittance"
      params={{ practice, remittance: String(id) }}
      preload={false}
    >
      {traceNumber || t("remittance.noTrace")}
    </Link>
  );
}
