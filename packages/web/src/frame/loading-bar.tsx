import { t } from "../strings/translate.ts";

/** A thin bar over rows that are being brought up to date; the old rows stay. */
export function LoadingBar({ isLoading }: { readonly isLoading: boolean }) {
  if (!isLoading) return null;
  return <div className="loading-bar" role="progressbar" aria-label={t("state.loading")} />;
}
