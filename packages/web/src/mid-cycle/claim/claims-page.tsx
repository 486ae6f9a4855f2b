import type { ListTotal } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import type { ClaimRow } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { usePayers } from "../../table/payers.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { useSelection } from "../../table/selection.ts";
import { claimColumns } from "./claim-columns.tsx";
import { ClaimFilters } from "./claim-filters.tsx";
import { ClaimPanel } from "./claim-panel.tsx";
import { type ClaimSearch, claimQuestion, isNarrowed } from "./claim-search-params.ts";

/** Every claim, narrowed by what the address says; a claim opens beside the list. */
export function ClaimsPage() {
  const { practice } = useParams({ from: "/p/$practice/claims" });
  const search = useSearch({ from: "/p/$practice/claims" });
  const navigate = useNavigate({ from: "/p/$practice/claims" });
  const question: ListQuestion = { practice, path: "claims", query: claimQuestion(search) };
  const list = useKeysetRows<ClaimRow>(question);
  const selection = useSelection();
  const columns = useMemo(() => claimColumns(practice), [practice]);
  const change = (next: ClaimSearch) => void navigate({ search: next, replace: true });
  const { open, ...closed } = search;
  return (
    <div className="page">
      <PageHead
        title={t("claims.title")}
        sentence={list.total && claimsSentence(list.total, search.state)}
        actions={<ExportMenu question={question} />}
      />
      <ClaimFilters
        search={search}
        payers={usePayers(practice)}
        counts={list.total?.counts}
        onChange={change}
      />
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("claims.title")}
          columns={columns}
          list={list}
          rowId={(claim) => String(claim.id)}
          countLabel={(count) => t("claims.count", { count })}
          empty={
            <NoClaims practice={practice} isFiltered={isNarrowed(search)} text={search.search} />
          }
          openId={open}
          onOpen={(claim) => change({ ...search, open: String(claim.id) })}
          onEnter={(claim) =>
            void navigate({
              to: "/p/$practice/claims/$claim",
              params: { practice, claim: String(claim.id) },
            })
          }
          selection={selection}
          sort={{
            name: search.sort ?? "service",
            onSort: (sort) => change({ ...search, sort: sort === "service" ? undefined : sort }),
          }}
        />
        {open !== undefined && (
          <ClaimPanel practice={practice} claimId={open} onClose={() => change(closed)} />
        )}
      </div>
    </div>
  );
}

/** "502 claims, charged $163,527.19; 2 of them replaced or void and not charged any more." */
function claimsSentence(total: ListTotal, state: string | undefined): string {
  const count = t("claims.count", { count: total.count });
  if (total.cents === undefined) return count;
  const charged = t("claims.sentence", { count, dollars: formatDollars(total.cents) });
  const { replaced = 0, void: voided = 0 } = total.counts?.state ?? {};
  if (state !== undefined || replaced + voided === 0) return `${charged}.`;
  return `${charged}; ${t("claims.takenBack", { count: replaced + voided })}.`;
}

type EmptyProps = {
  readonly practice: string;
  readonly isFiltered: boolean;
  /** What was searched for; it may be the number of a check. */
  readonly text: string | undefined;
};

function NoClaims({ practice, isFiltered, text }: EmptyProps) {
  if (!isFiltered)
    return (
      <Notice title={t("claims.none")} text={t("claims.noneText")}>
        <Link to="/p/$practice/files" params={{ practice }}>
          {t("files.title")}
        </Link>
      </Notice>
    );
  return (
    <Notice title={t("state.noMatch")} text={t("claims.noMatch")}>
      <Link to="/p/$practice/claims" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
      {text && (
        <p>
          <Link to="/p/$practice/remittances" params={{ practice }} search={{ search: text }}>
            {t("claims.searchRemittances", { text })}
          </Link>
        </p>
      )}
    </Notice>
  );
}
