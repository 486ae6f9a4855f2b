import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FigureFilter } from "./report-search-params.ts";

type Props = {
  /** Name of the figure; without one there are no rows to show. */
  readonly figure: string | null;
  readonly filter?: FigureFilter;
  readonly children: ReactNode;
};

/** A number that opens the rows it counts. */
export function ReportFigure({ figure, filter, children }: Props) {
  if (figure === null) return <>{children}</>;
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
