import type {
  DirectoryRow,
  PayerAnswer,
} from "@headwater/revenue-cycle/masters/payer/payer-answers.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Notice, problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, type Query, sendJson } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";

type Props = { readonly practice: string; readonly query: Query; readonly mayWrite: boolean };

/** Payers as anybody may know them, each with the source of its row; pressing takes one over. */
export function PayerDirectory({ practice, query, mayWrite }: Props) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const list = useKeysetRows<DirectoryRow>({ practice, path: "payer-directory", query });
  const take = async (row: DirectoryRow) => {
    setProblem(undefined);
    try {
      const url = practiceAddress(practice, "payers/from-directory");
      await sendJson<PayerAnswer>(url, { method: "POST", body: { directoryId: row.id } });
      await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>
        </p>
      )}
      <RecordTable
        label={t("payers.directoryTitle")}
        columns={directoryColumns(practice, mayWrite ? take : undefined)}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("payers.count", { count })}
        empty={<Notice title={t("state.noMatch")} text={t("masters.noMatch")} />}
      />
    </>
  );
}

function directoryColumns(
  practice: string,
  take: ((row: DirectoryRow) => Promise<void>) | undefined,
): Column<DirectoryRow>[] {
  return [
    { id: "name", title: t("masterField.name"), cell: (row) => row.name },
    {
      id: "identifier",
      title: t("masterField.identifier"),
      width: 110,
      cell: (row) => row.identifier,
    },
    {
      id: "line",
      title: t("masterField.lineOfBusiness"),
      width: 150,
      cell: (row) => tOr(`lineOfBusiness.${row.lineOfBusiness}`, row.lineOfBusiness),
    },
    {
      id: "transactions",
      title: t("payers.transactions"),
      width: 130,
      cell: (row) => row.transactions.join(" "),
    },
    {
      id: "source",
      title: t("payers.source"),
      cell: (row) => <span title={row.source}>{row.source}</span>,
    },
    {
      id: "take",
      title: "",
      width: 100,
      cell: (row) => <Take practice={practice} row={row} take={take} />,
    },
  ];
}

type TakeProps = {
  readonly practice: string;
  readonly row: DirectoryRow;
  readonly take: ((row: DirectoryRow) => Promise<void>) | undefined;
};

function Take({ practice, row, take }: TakeProps) {
  if (row.payerId !== null) {
    const params = { practice, payer: String(row.payerId) };
    return (
      <Link to="/p/$practice/payers/$payer" params={params}>
        {t("payers.taken")}
      </Link>
    );
  }
  if (take === undefined) return null;
  return (
    <button type="button" className="link-button" onClick={() => void take(row)}>
      {t("payers.take")}
    </button>
  );
}
