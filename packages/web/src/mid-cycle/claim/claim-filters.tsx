import type { FilterCounts } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { claimStates, denialCategories, stages } from "../../strings/code-lists.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { DateFilter } from "../../table/date-filter.tsx";
import { FilterChip } from "../../table/filter-chip.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { type ClaimSearch, isNarrowed } from "./claim-search-params.ts";

type Props = {
  readonly search: ClaimSearch;
  readonly payers: readonly (readonly [string, string])[];
  readonly counts: FilterCounts | undefined;
  /** Every change is one change of the address. */
  readonly onChange: (change: ClaimSearch) => void;
};

export function ClaimFilters({ search, payers, counts, onChange }: Props) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("claims.search")}
        value={search.search}
        onChange={(value) => onChange({ ...search, search: value })}
      />
      <FilterSelect
        label={t("claim.state")}
        value={search.state}
        options={claimStates.map((state) => [state, t(`stateWord.${state}`)])}
        counts={counts?.state}
        onChange={(state) => onChange({ ...search, state })}
      />
      <FilterSelect
        label={t("claim.payer")}
        value={search.payer}
        options={payers}
        onChange={(payer) => onChange({ ...search, payer })}
      />
      <FilterSelect
        label={t("denial.stage")}
        value={search.stage}
        options={stages.map((stage) => [stage, t(`stage.${stage}`)])}
        onChange={(stage) => onChange({ ...search, stage })}
      />
      <FilterSelect
        label={t("denial.category")}
        value={search.category}
        options={denialCategories.map((category) => [category, t(`category.${category}`)])}
        onChange={(category) => onChange({ ...search, category })}
      />
      <DateFilter
        label={t("claims.serviceFrom")}
        value={search.serviceFrom}
        onChange={(serviceFrom) => onChange({ ...search, serviceFrom })}
      />
      <DateFilter
        label={t("claims.serviceThrough")}
        value={search.serviceThrough}
        onChange={(serviceThrough) => onChange({ ...search, serviceThrough })}
      />
      <DateFilter
        label={t("filing.through")}
        value={search.fileThrough}
        onChange={(fileThrough) => onChange({ ...search, fileThrough })}
      />
      {search.reason && (
        <FilterChip
          words={`${t("denial.reason")}: ${search.reason}`}
          onRemove={() => onChange({ ...search, reason: undefined })}
        />
      )}
      <ClearFilters
        isNarrowed={isNarrowed(search)}
        onClear={() =>
          onChange({ sort: search.sort === "filing" ? undefined : search.sort, open: search.open })
        }
      />
    </div>
  );
}
