import type { AdjustmentPolicyRow } from "@headwater/revenue-cycle/back-end/denial/own-policy-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { FilterSelect } from "../../table/filter-select.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { ExceptionLinks } from "../exception/exception-links.tsx";
import { OwnPolicyForm } from "./own-policy-form.tsx";

/** How each group and reason of an adjustment is read, with its source; rows of the practice's own. */
export function AdjustmentPolicyPage() {
  const { practice } = useParams({ from: "/p/$practice/adjustment-policy" });
  const search = useSearch({ from: "/p/$practice/adjustment-policy" });
  const navigate = useNavigate({ from: "/p/$practice/adjustment-policy" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const mayWrite = isAllowed(useSession(), practice, "adjustment-policy.write");
  const answer = useQuery({
    queryKey: [practice, "adjustment-policies"],
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly AdjustmentPolicyRow[] }>(
        practiceAddress(practice, "adjustment-policies"),
        signal,
      ),
  });
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <PageShape />;
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const reason = search.reason?.trim().toUpperCase();
  const rows = answer.data.rows.filter(
    (row) =>
      (search.own === undefined || row.id !== null) &&
      (!reason || row.reasonCode === null || row.reasonCode === reason),
  );
  return (
    <div className="page-scroll">
      <PageHead
        title={t("policies.title")}
        sentence={t("policies.sentence")}
        actions={<ExceptionLinks practice={practice} here="policy" />}
      />
      {mayWrite && <OwnPolicyForm practice={practice} />}
      <div className="filter-bar">
        <TextFilter
          label={t("policies.find")}
          value={search.reason}
          onChange={(value) => change({ ...search, reason: value })}
        />
        <FilterSelect
          label={t("policies.source")}
          value={search.own}
          options={[["1", t("policies.onlyOwn")]]}
          onChange={(own) => change({ ...search, own })}
        />
      </div>
      <div className="plain-table-scroll">
        <PolicyTable practice={practice} rows={rows} mayWrite={mayWrite} />
      </div>
    </div>
  );
}

type TableProps = {
  readonly practice: string;
  readonly rows: readonly AdjustmentPolicyRow[];
  readonly mayWrite: boolean;
};

const heads = ["group", "reason", "payer", "further", "readAs", "note", "days", "source"] as const;

function PolicyTable({ practice, rows, mayWrite }: TableProps) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`policies.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? `${furtherOf(row)} ${row.groupCode} ${row.reasonCode} ${row.note}`}>
            <td>{row.groupCode ?? "*"}</td>
            <td>{row.reasonCode ?? "*"}</td>
            <td>{row.payer ?? t("policies.everyPayer")}</td>
            <td>{furtherOf(row)}</td>
            <td>{tOr(`treatmentWord.${row.treatment}`, row.treatment)}</td>
            <td>{row.note}</td>
            <td>
              {formatDate(row.effectiveFrom)} – {row.effectiveTo && formatDate(row.effectiveTo)}
            </td>
            <td className="small">
              {row.id === null ? row.source : t("policies.own")}
              {mayWrite && row.id !== null && row.effectiveTo === null && (
                <EndPolicy practice={practice} row={row} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function furtherOf(row: AdjustmentPolicyRow): string {
  const { remarkCode, filingIndicator, condition } = row;
  return [remarkCode, filingIndicator && `CLP06 ${filingIndicator}`, condition]
    .filter(Boolean)
    .join(" · ");
}

type EndProps = { readonly practice: string; readonly row: AdjustmentPolicyRow };

function EndPolicy({ practice, row }: EndProps) {
  const [isAsked, setAsked] = useState(false);
  const [effectiveTo, setLast] = useState("");
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `adjustment-policies/${row.id}/end`), {
        method: "POST",
        body: { effectiveTo },
        revision: row.revision ?? 0,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (!isAsked) {
    return (
      <>
        {" "}
        <button type="button" className="link-button" onClick={() => setAsked(true)}>
          {t("policies.end")}
        </button>
      </>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (effectiveTo) end.mutate();
      }}
    >
      <TextInput
        autoFocus
        type="date"
        label={t("policies.lastDay")}
        value={effectiveTo}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      {end.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(end.error))}
        </p>
      )}
      <Button type="submit" size="compact-sm" disabled={!effectiveTo} loading={end.isPending}>
        {t("policies.end")}
      </Button>
    </form>
  );
}
