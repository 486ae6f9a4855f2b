import { t } from "../strings/translate.ts";

type Props = { readonly words: string; readonly onRemove: () => void };

/** A filter that was set by a link; pressing it takes it away. */
export function FilterChip({ words, onRemove }: Props) {
  return (
    <button
      type="button"
      className="select"
      data-set
      aria-label={t("filter.remove", { words })}
      onClick={onRemove}
    >
      {words} ×
    </button>
  );
}
