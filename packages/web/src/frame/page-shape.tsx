import { t } from "../strings/translate.ts";

const lines = Array.from({ length: 10 }, (_, index) => `shape-${index}`);

/** A record's page before its record is there. */
export function PageShape() {
  return (
    <div className="page-scroll" aria-busy="true">
      <span className="visually-hidden">{t("state.loading")}</span>
      <div className="page-shape">
        {lines.map((id) => (
          <span key={id} className="skeleton-cell" />
        ))}
      </div>
    </div>
  );
}
