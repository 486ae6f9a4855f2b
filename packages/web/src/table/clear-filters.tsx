import { t } from "../strings/translate.ts";

type Props = { readonly isNarrowed: boolean; readonly onClear: () => void };

/** One press back to the whole list. */
export function ClearFilters({ isNarrowed, onClear }: Props) {
  if (!isNarrowed) return null;
  return (
    <button type="button" className="link-button clear-filters" onClick={onClear}>
      {t("action.clearFilters")}
    </button>
  );
}
