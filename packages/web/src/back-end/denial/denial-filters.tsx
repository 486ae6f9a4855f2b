import {
  denialAges,
  denialDues,
  denialStandings,
} from "@headwater/revenue-cycle/back-end/denial/denial-standings.ts";
import type { FilterCounts } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { denialCategories, stages } from "../../strings/code-lists.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { FilterChip } from "../../table/filter-chip.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { SavedFilters } from "../../work/work-item/saved-filters.tsx";
import { type DenialSearch, isNarrowed } from "./denial-search-params.ts";

const worths = ["10000", "50000", "100000"] as const;

type Props = {
  readonly practice: string;
  readonly search: DenialSearch;
  readonly payers: readonly (readonly [string, string])[];
  readonly counts: FilterCounts | undefined;
  readonly onChange: (change: DenialSearch) => void;
};

export function DenialFilters({ practice, search, payers, counts, onChange }: Props) {
  const named = (values: readonly string[], words: string) =>
    values.map((value) => [value, tOr(`${words}.${value}`, value)] as const);
  const pick = (name: keyof DenialSearch) => (value: string | undefined) =>
    onChange({ ...search, [name]: value });
  return (
    <div className="filter-bar">
      <FilterSelect
        label={t("denials.standing")}
        value={search.standing}
        otherwise={t("filter.open", { label: t("denials.standing") })}
        options={named(denialStandings.slice(1), "denialStanding")}
        onChange={pick("standing")}
      />
      <FilterSelect
        label={t("denials.answerBy")}
        value={search.due}
        options={named(denialDues, "workDue")}
        counts={counts?.due}
        onChange={pick("due")}
      />
      <FilterSelect
        label={t("claim.payer")}
        value={search.payer}
        options={payers}
        onChange={pick("payer")}
      />
      <FilterSelect
        label={t("denial.stage")}
        value={search.stage}
        options={named(stages, "stage")}
        counts={counts?.stage}
        onChange={pick("stage")}
      />
      <FilterSelect
        label={t("denial.category")}
        value={search.category}
        options={named(denialCategories, "category")}
        counts={counts?.category}
        onChange={pick("category")}
      />
      <FilterSelect
        label={t("denials.age")}
        value={search.age}
        options={named(denialAges, "denialAge")}
        counts={counts?.age}
        onChange={pick("age")}
      />
      <FilterSelect
        label={t("denials.worth")}
        value={search.cents}
        options={named(worths, "denialWorth")}
        onChange={pick("cents")}
      />
      <OriginChips search={search} pick={pick} />
      <ClearFilters
        isNarrowed={isNarrowed(search)}
        onClear={() => onChange(search.open === undefined ? {} : { open: search.open })}
      />
      <SavedFilters
        practice={practice}
        page="denials"
        query={{ ...search, open: undefined }}
        onChoose={onChange}
      />
    </div>
  );
}

type ChipProps = {
  readonly search: DenialSearch;
  readonly pick: (name: keyof DenialSearch) => (value: string | undefined) => void;
};

/** What a link from elsewhere narrows the list by, to be taken away again. */
function OriginChips({ search, pick }: ChipProps) {
  return (
    <>
      {search.process && (
        <FilterChip
          words={`${t("denials.process")}: ${tOr(`process.${search.process}`, search.process)}`}
          onRemove={() => pick("process")(undefined)}
        />
      )}
      {search.reason && (
        <FilterChip
          words={`${t("denial.reason")}: ${search.reason}`}
          onRemove={() => pick("reason")(undefined)}
        />
      )}
    </>
  );
}
