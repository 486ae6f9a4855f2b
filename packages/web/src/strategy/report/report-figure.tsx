import { Link, useMatchRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FigureFilter } from "./report-search-params.ts";

type Props = {
  /** Name of the figure; without one there are no rows to show. */
  readonly figure: string | null;
  readonly filter?: FigureFilter;
  readonly children: ReactNode;
};

/** A number that opens the rows it counts, beside the page on which it stands. */
export function ReportFigure({ figure, filter, children }: Props) {
  const isOnKpis = useMatchRoute()({ to: "/p/$practice/kpi" }) !== false;
  if (figure === null) return <>{children}</>;
  if (isOnKpis)
    return (
      <Link
        from="/p/$practice/kpi"
        to="/p/$practice/kpi"
        search={({ period, by }) => ({ period, by, figure, ...filter })}
        className="figure"
        resetScroll={false}
      >
        {children}
      </Link>
    );
  return (
    <Link
      from="/p/$practice/report"
      to="/p/$practice/report"
      search={({ asOf, by }) => ({ asOf, by, figure, ...filter })}
      className="figure"
      resetScroll={false}
    >
      {children}
    </Link>
  );
}
