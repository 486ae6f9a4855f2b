import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { practice } from "./base-routes.tsx";
import { pickSearch } from "./search-params.ts";

export const paperRemittances = createRoute({
  getParentRoute: () => practice,
  path: "paper-remittances",
  validateSearch: (search) => pickSearch(search, ["state"]),
  component: lazyRouteComponent(
    () => import("../back-end/paper-remittance/papers-page.tsx"),
    "PapersPage",
  ),
});

export const paperRemittance = createRoute({
  getParentRoute: () => practice,
  path: "paper-remittances/$paper",
  component: lazyRouteComponent(
    () => import("../back-end/paper-remittance/paper-page.tsx"),
    "PaperPage",
  ),
});
