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

export const approvalLimits = createRoute({
  getParentRoute: () => practice,
  path: "approval-limits",
  component: lazyRouteComponent(
    () => import("../back-end/approval/approval-limits-page.tsx"),
    "ApprovalLimitsPage",
  ),
});

export const smallBalances = createRoute({
  getParentRoute: () => practice,
  path: "small-balances",
  component: lazyRouteComponent(
    () => import("../back-end/patient-account/small-balances-page.tsx"),
    "SmallBalancesPage",
  ),
});

export const accountNumbers = createRoute({
  getParentRoute: () => practice,
  path: "account-numbers",
  component: lazyRouteComponent(
    () => import("../books/general-ledger/account-numbers-page.tsx"),
    "AccountNumbersPage",
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
