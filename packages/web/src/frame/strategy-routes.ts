import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { kpiSearchNames } from "../strategy/kpi/kpi-rows.ts";
import { practice } from "./base-routes.tsx";
import { pickSearch } from "./search-params.ts";

export const kpis = createRoute({
  getParentRoute: () => practice,
  path: "kpi",
  validateSearch: (search) => pickSearch(search, kpiSearchNames),
  component: lazyRouteComponent(() => import("../strategy/kpi/kpi-page.tsx"), "KpiPage"),
});
