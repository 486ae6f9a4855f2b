import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { remittanceSearchNames } from "../back-end/remittance/remittance-search-params.ts";
import { practice } from "./base-routes.tsx";
import { pickSearch } from "./search-params.ts";

export const remittances = createRoute({
  getParentRoute: () => practice,
  path: "remittances",
  validateSearch: (search) => pickSearch(search, remittanceSearchNames),
  component: lazyRouteComponent(
    () => import("../back-end/remittance/remittances-page.tsx"),
    "RemittancesPage",
  ),
});

export const remittance = createRoute({
  getParentRoute: () => practice,
  path: "remittances/$remittance",
  validateSearch: (search) => pickSearch(search, ["claim", "outcome"]),
  component: lazyRouteComponent(
    () => import("../back-end/remittance/remittance-page.tsx"),
    "RemittancePage",
  ),
});

export const remittancePreview = createRoute({
  getParentRoute: () => practice,
  path: "remittances/preview",
  component: lazyRouteComponent(
    () => import("../back-end/remittance/remittance-preview-page.tsx"),
    "RemittancePreviewPage",
  ),
});
