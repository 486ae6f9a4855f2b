import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { transfersSearchNames } from "../books/account/transfers-search-params.ts";
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

export const transfers = createRoute({
  getParentRoute: () => practice,
  path: "transfers",
  validateSearch: (search) => pickSearch(search, transfersSearchNames),
  component: lazyRouteComponent(
    () => import("../books/account/transfers-page.tsx"),
    "TransfersPage",
  ),
});

export const manyWriteOffs = createRoute({
  getParentRoute: () => practice,
  path: "many-write-offs",
  validateSearch: (search) => pickSearch(search, ["scope", "payer", "reason", "through", "most"]),
  component: lazyRouteComponent(
    () => import("../back-end/write-off/many-write-offs-page.tsx"),
    "ManyWriteOffsPage",
  ),
});

export const depositSlips = createRoute({
  getParentRoute: () => practice,
  path: "deposit-slips",
  validateSearch: (search) => pickSearch(search, ["open"]),
  component: lazyRouteComponent(() => import("../books/deposit/slips-page.tsx"), "SlipsPage"),
});

export const cardGateway = createRoute({
  getParentRoute: () => practice,
  path: "card-gateway",
  component: lazyRouteComponent(
    () => import("../back-end/patient-account/card-gateway-page.tsx"),
    "CardGatewayPage",
  ),
});
