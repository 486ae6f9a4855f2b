import type {
  WriteOffCandidate,
  WriteOffOutcomeRow,
} from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatCount } from "../../frame/format.ts";
import { FailureNotice, Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t } from "../../strings/translate.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { usePayers } from "../../table/payers.ts";
import { TextFilter } from "../../table/text-filter.tsx";
import { ManyWriteOffRows } from "./many-write-off-rows.tsx";
import { ManyWriteOffTerms, type WhyGivenUp } from "./many-write-off-terms.tsx";

type Found = { readonly rows: readonly WriteOffCandidate[]; readonly count: number };

/** What the rows of the last preview or writing say, by claim. */
export type Outcomes = ReadonlyMap<number, WriteOffOutcomeRow>;

export type Told = {
  readonly isPreview: boolean;
  readonly outcomes: Outcomes;
  /** The rows as they were: what was written stays in sight with its result until the filters change. */
  readonly rows: readonly WriteOffCandidate[];
};

/** Giving up on many claims at once: filtered, previewed row by row, written, and undone. */
export function ManyWriteOffsPage() {
  const { practice } = useParams({ from: "/p/$practice/many-write-offs" });
  const search = useSearch({ from: "/p/$practice/many-write-offs" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [told, setTold] = useState<Told>();
  const [why, setWhy] = useState<WhyGivenUp>({ reasonCode: "", avoidable: "", remark: "" });
  const scope = search.scope === "open" ? "open" : "denied";
  const query = {
    scope,
    payer: search.payer,
    reason: search.reason,
    through: search.through,
    mostCents: search.most === undefined ? undefined : typedPrice(search.most),
  };
  const found = useQuery({
    queryKey: [practice, "write-offs/candidates", query],
    queryFn: ({ signal }) =>
      getJson<Found>(practiceAddress(practice, "write-offs/candidates", query), signal),
  });
  const isDone = told !== undefined && !told.isPreview;
  const rows = isDone ? told.rows : (found.data?.rows ?? []);
  const count = isDone ? rows.length : (found.data?.count ?? 0);
  const chosen = rows.filter(({ claimId }) => !left.has(claimId));
  const change = () => setTold(undefined);
  return (
    <div className="page">
      <PageHead title={t("manyWriteOffs.title")} sentence={t("manyWriteOffs.sentence")} />
      <Filters practice={practice} onChange={change} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="page-scroll" tabIndex={0}>
        {found.isError && (
          <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.isPending && <p role="status">{t("state.loading")}</p>}
        {found.isSuccess && rows.length === 0 && (
          <Notice title={t("manyWriteOffs.none")} text={t("manyWriteOffs.noneText")} />
        )}
        {rows.length > 0 && (
          <>
            <p className="dim">
              {count > rows.length
                ? t("manyWriteOffs.first", { shown: formatCount(rows.length), count })
                : t("manyWriteOffs.found", { count })}
            </p>
            <ManyWriteOffTerms
              {...{ practice, scope, chosen, told, why }}
              onWhy={setWhy}
              onTold={(next) => setTold({ ...next, rows })}
              onUndone={() => setTold(undefined)}
            />
            <ManyWriteOffRows
              {...{ practice, scope, rows, left, told }}
              onChoose={(next) => {
                setLeft(next);
                if (told?.isPreview) setTold(undefined);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

type FilterProps = { readonly practice: string; readonly onChange: () => void };

function Filters({ practice, onChange }: FilterProps) {
  const search = useSearch({ from: "/p/$practice/many-write-offs" });
  const navigate = useNavigate({ from: "/p/$practice/many-write-offs" });
  const change = (next: typeof search) => {
    onChange();
    void navigate({ search: next, replace: true });
  };
  return (
    <div className="filter-bar">
      <FilterSelect
        label={t("manyWriteOffs.scope")}
        otherwise={t("manyWriteOffs.scopeDenied")}
        value={search.scope}
        options={[["open", t("manyWriteOffs.scopeOpen")]]}
        onChange={(scope) => change({ ...search, scope })}
      />
      <FilterSelect
        label={t("claim.payer")}
        value={search.payer}
        options={usePayers(practice)}
        onChange={(payer) => change({ ...search, payer })}
      />
      <TextFilter
        label={t("manyWriteOffs.reason")}
        value={search.reason}
        onChange={(reason) => change({ ...search, reason })}
      />
      <DateFilter
        label={t("manyWriteOffs.through")}
        value={search.through}
        onChange={(through) => change({ ...search, through })}
      />
      <TextFilter
        label={t("manyWriteOffs.most")}
        value={search.most}
        onChange={(most) => change({ ...search, most })}
      />
    </div>
  );
}
