import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { denialSearchNames } from "../back-end/denial/denial-search-params.ts";
import { balanceSearchNames } from "../back-end/patient-account/balance-search-params.ts";
import { cashSearchNames } from "../books/cash/cash-search-params.ts";
import { depositSearchNames } from "../books/deposit/deposit-search-params.ts";
import {
  calendarSearchNames,
  notClearSearchNames,
} from "../front-end/appointment/calendar-search-params.ts";
import { codeSetSearchNames } from "../masters/code-set/code-set-search-params.ts";
import { patientSearchNames } from "../masters/patient/patient-search-params.ts";
import { claimSearchNames } from "../mid-cycle/claim/claim-search-params.ts";
import { reportSearchNames } from "../strategy/report/report-search-params.ts";
import { editSearchNames } from "../work/edit/edit-search-params.ts";
import { workSearchNames } from "../work/work-item/work-search-params.ts";
import { first, ownFiles, practice, root, signIn, whenSignedOut } from "./base-routes.tsx";
import {
  accountNumbers,
  approvalLimits,
  cardGateway,
  depositSlips,
  manyWriteOffs,
  paperRemittance,
  paperRemittances,
  smallBalances,
  transfers,
} from "./money-routes.ts";
import { invitation, joinPatients, patient, registerPatient } from "./people-routes.ts";
import { remittance, remittancePreview, remittances } from "./remittance-routes.ts";
import { parseSearch, pickSearch, stringifySearch } from "./search-params.ts";
import { kpis } from "./strategy-routes.ts";
import { tour } from "./tour-routes.ts";

const work = createRoute({
  getParentRoute: () => practice,
  path: "work",
  validateSearch: (search) => pickSearch(search, workSearchNames),
  component: lazyRouteComponent(() => import("../work/work-item/work-page.tsx"), "WorkPage"),
});

const calendar = createRoute({
  getParentRoute: () => practice,
  path: "calendar",
  validateSearch: (search) => pickSearch(search, calendarSearchNames),
  component: lazyRouteComponent(
    () => import("../front-end/appointment/calendar-page.tsx"),
    "CalendarPage",
  ),
});

const notClear = createRoute({
  getParentRoute: () => practice,
  path: "not-clear",
  validateSearch: (search) => pickSearch(search, notClearSearchNames),
  component: lazyRouteComponent(
    () => import("../front-end/appointment/not-clear-page.tsx"),
    "NotClearPage",
  ),
});

const authorizations = createRoute({
  getParentRoute: () => practice,
  path: "authorizations",
  validateSearch: (search) => pickSearch(search, ["state", "open"]),
  component: lazyRouteComponent(
    () => import("../front-end/authorization/authorizations-page.tsx"),
    "AuthorizationsPage",
  ),
});

const report = createRoute({
  getParentRoute: () => practice,
  path: "report",
  validateSearch: (search) => pickSearch(search, reportSearchNames),
  component: lazyRouteComponent(() => import("../strategy/report/report-page.tsx"), "ReportPage"),
});

const patients = createRoute({
  getParentRoute: () => practice,
  path: "patients",
  validateSearch: (search) => pickSearch(search, patientSearchNames),
  component: lazyRouteComponent(
    () => import("../masters/patient/patients-page.tsx"),
    "PatientsPage",
  ),
});

const claims = createRoute({
  getParentRoute: () => practice,
  path: "claims",
  validateSearch: (search) => pickSearch(search, claimSearchNames),
  component: lazyRouteComponent(() => import("../mid-cycle/claim/claims-page.tsx"), "ClaimsPage"),
});

const claim = createRoute({
  getParentRoute: () => practice,
  path: "claims/$claim",
  validateSearch: (search) => pickSearch(search, ["amount", "line"]),
  component: lazyRouteComponent(() => import("../mid-cycle/claim/claim-page.tsx"), "ClaimPage"),
});

const claimForm = createRoute({
  getParentRoute: () => practice,
  path: "claims/$claim/form",
  validateSearch: (search) => pickSearch(search, ["fact", "line"]),
  component: lazyRouteComponent(
    () => import("../mid-cycle/claim/claim-form-page.tsx"),
    "ClaimFormPage",
  ),
});

const encounters = createRoute({
  getParentRoute: () => practice,
  path: "encounters",
  validateSearch: (search) => pickSearch(search, ["state"]),
  component: lazyRouteComponent(
    () => import("../mid-cycle/encounter/encounters-page.tsx"),
    "EncountersPage",
  ),
});

const encounter = createRoute({
  getParentRoute: () => practice,
  path: "encounters/$encounter",
  validateSearch: (search) => pickSearch(search, ["appointment"]),
  component: lazyRouteComponent(
    () => import("../mid-cycle/encounter/encounter-page.tsx"),
    "EncounterPage",
  ),
});

const batches = createRoute({
  getParentRoute: () => practice,
  path: "batches",
  validateSearch: (search) => pickSearch(search, ["open"]),
  component: lazyRouteComponent(
    () => import("../back-end/submission/batches-page.tsx"),
    "BatchesPage",
  ),
});

const denials = createRoute({
  getParentRoute: () => practice,
  path: "denials",
  validateSearch: (search) => pickSearch(search, denialSearchNames),
  component: lazyRouteComponent(() => import("../back-end/denial/denials-page.tsx"), "DenialsPage"),
});

const denial = createRoute({
  getParentRoute: () => practice,
  path: "denials/$denial",
  component: lazyRouteComponent(() => import("../back-end/denial/denial-page.tsx"), "DenialPage"),
});

const exceptions = createRoute({
  getParentRoute: () => practice,
  path: "exceptions",
  validateSearch: (search) => pickSearch(search, ["class"]),
  component: lazyRouteComponent(
    () => import("../back-end/exception/exceptions-page.tsx"),
    "ExceptionsPage",
  ),
});

const approvals = createRoute({
  getParentRoute: () => practice,
  path: "approvals",
  validateSearch: (search) => pickSearch(search, ["state", "open"]),
  component: lazyRouteComponent(
    () => import("../back-end/approval/approvals-page.tsx"),
    "ApprovalsPage",
  ),
});

const creditList = createRoute({
  getParentRoute: () => practice,
  path: "credits",
  validateSearch: (search) => pickSearch(search, ["view", "open"]),
  component: lazyRouteComponent(() => import("../back-end/refund/credits-page.tsx"), "CreditsPage"),
});

const adjustmentPolicies = createRoute({
  getParentRoute: () => practice,
  path: "adjustment-policy",
  validateSearch: (search) => pickSearch(search, ["reason", "own"]),
  component: lazyRouteComponent(
    () => import("../back-end/denial/adjustment-policy-page.tsx"),
    "AdjustmentPolicyPage",
  ),
});

const writeOffs = createRoute({
  getParentRoute: () => practice,
  path: "write-offs",
  validateSearch: (search) => pickSearch(search, ["reason", "avoidable", "from", "through"]),
  component: lazyRouteComponent(
    () => import("../back-end/write-off/write-offs-page.tsx"),
    "WriteOffsPage",
  ),
});

const deposits = createRoute({
  getParentRoute: () => practice,
  path: "deposits",
  validateSearch: (search) => pickSearch(search, depositSearchNames),
  component: lazyRouteComponent(() => import("../books/deposit/deposits-page.tsx"), "DepositsPage"),
});

const cash = createRoute({
  getParentRoute: () => practice,
  path: "cash",
  validateSearch: (search) => pickSearch(search, cashSearchNames),
  component: lazyRouteComponent(() => import("../books/cash/cash-page.tsx"), "CashPage"),
});

const months = createRoute({
  getParentRoute: () => practice,
  path: "months",
  component: lazyRouteComponent(() => import("../books/period/months-page.tsx"), "MonthsPage"),
});

const month = createRoute({
  getParentRoute: () => practice,
  path: "months/$month",
  component: lazyRouteComponent(() => import("../books/period/month-page.tsx"), "MonthPage"),
});

const files = createRoute({
  getParentRoute: () => practice,
  path: "files",
  validateSearch: (search) => pickSearch(search, ["search", "verdict", "import"]),
  component: lazyRouteComponent(() => import("../files/files-page.tsx"), "FilesPage"),
});

const file = createRoute({
  getParentRoute: () => practice,
  path: "files/$file",
  validateSearch: (search) => pickSearch(search, ["from", "to", "issue"]),
  component: lazyRouteComponent(() => import("../files/file-page.tsx"), "FilePage"),
});

const importProgress = createRoute({
  getParentRoute: () => practice,
  path: "imports/$import",
  component: lazyRouteComponent(() => import("../files/import-page.tsx"), "ImportPage"),
});

const accounts = createRoute({
  getParentRoute: () => practice,
  path: "accounts",
  validateSearch: (search) => pickSearch(search, ["open", "from", "through"]),
  component: lazyRouteComponent(() => import("../books/account/accounts-page.tsx"), "AccountsPage"),
});

const providers = createRoute({
  getParentRoute: () => practice,
  path: "providers",
  validateSearch: (search) => pickSearch(search, ["search", "role", "open"]),
  component: lazyRouteComponent(
    () => import("../masters/provider/providers-page.tsx"),
    "ProvidersPage",
  ),
});

const practiceProfile = createRoute({
  getParentRoute: () => practice,
  path: "practice",
  component: lazyRouteComponent(
    () => import("../masters/practice/practice-page.tsx"),
    "PracticePage",
  ),
});

const facilities = createRoute({
  getParentRoute: () => practice,
  path: "facilities",
  validateSearch: (search) => pickSearch(search, ["search", "open"]),
  component: lazyRouteComponent(
    () => import("../masters/facility/facilities-page.tsx"),
    "FacilitiesPage",
  ),
});

const payers = createRoute({
  getParentRoute: () => practice,
  path: "payers",
  validateSearch: (search) => pickSearch(search, ["search", "lineOfBusiness", "view", "open"]),
  component: lazyRouteComponent(() => import("../masters/payer/payers-page.tsx"), "PayersPage"),
});

const payer = createRoute({
  getParentRoute: () => practice,
  path: "payers/$payer",
  component: lazyRouteComponent(() => import("../masters/payer/payer-page.tsx"), "PayerPage"),
});

const prices = createRoute({
  getParentRoute: () => practice,
  path: "prices",
  validateSearch: (search) => pickSearch(search, ["search", "on", "open"]),
  component: lazyRouteComponent(() => import("../masters/price/prices-page.tsx"), "PricesPage"),
});

const feeSchedules = createRoute({
  getParentRoute: () => practice,
  path: "fee-schedules",
  validateSearch: (search) => pickSearch(search, ["payer", "code", "on", "locality"]),
  component: lazyRouteComponent(
    () => import("../masters/fee-schedule/fee-schedules-page.tsx"),
    "FeeSchedulesPage",
  ),
});

const patientBalances = createRoute({
  getParentRoute: () => practice,
  path: "patient-balances",
  validateSearch: (search) => pickSearch(search, balanceSearchNames),
  component: lazyRouteComponent(
    () => import("../back-end/patient-account/patient-balances-page.tsx"),
    "PatientBalancesPage",
  ),
});

const patientAccount = createRoute({
  getParentRoute: () => practice,
  path: "patient-accounts/$account",
  component: lazyRouteComponent(
    () => import("../back-end/patient-account/patient-account-page.tsx"),
    "PatientAccountPage",
  ),
});

const receipt = createRoute({
  getParentRoute: () => practice,
  path: "receipts/$payment",
  component: lazyRouteComponent(
    () => import("../back-end/patient-account/receipt-page.tsx"),
    "ReceiptPage",
  ),
});

const statementRun = createRoute({
  getParentRoute: () => practice,
  path: "statement-run",
  component: lazyRouteComponent(
    () => import("../back-end/statement/statement-run-page.tsx"),
    "StatementRunPage",
  ),
});

const statement = createRoute({
  getParentRoute: () => practice,
  path: "statements/$statement",
  component: lazyRouteComponent(
    () => import("../back-end/statement/statement-page.tsx"),
    "StatementPage",
  ),
});

const takeIn = createRoute({
  getParentRoute: () => practice,
  path: "take-in",
  validateSearch: (search) => pickSearch(search, ["what"]),
  component: lazyRouteComponent(() => import("../masters/import/take-in-page.tsx"), "TakeInPage"),
});

const codeSets = createRoute({
  getParentRoute: () => practice,
  path: "code-sets",
  validateSearch: (search) => pickSearch(search, codeSetSearchNames),
  component: lazyRouteComponent(
    () => import("../masters/code-set/code-sets-page.tsx"),
    "CodeSetsPage",
  ),
});

const edits = createRoute({
  getParentRoute: () => practice,
  path: "edits",
  validateSearch: (search) => pickSearch(search, editSearchNames),
  component: lazyRouteComponent(() => import("../work/edit/edits-page.tsx"), "EditsPage"),
});

const people = createRoute({
  getParentRoute: () => practice,
  path: "people",
  validateSearch: (search) => pickSearch(search, ["open"]),
  component: lazyRouteComponent(() => import("../identity/people-page.tsx"), "PeoplePage"),
});

const audit = createRoute({
  getParentRoute: () => practice,
  path: "audit",
  validateSearch: (search) => pickSearch(search, ["action", "from", "through"]),
  component: lazyRouteComponent(() => import("../identity/audit-page.tsx"), "AuditPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    first,
    signIn,
    invitation,
    ownFiles,
    practice.addChildren([
      work,
      calendar,
      notClear,
      authorizations,
      report,
      tour,
      kpis,
      patients,
      joinPatients,
      registerPatient,
      patient,
      claims,
      claim,
      claimForm,
      encounters,
      encounter,
      batches,
      remittances,
      remittance,
      remittancePreview,
      paperRemittances,
      paperRemittance,
      accountNumbers,
      approvalLimits,
      smallBalances,
      depositSlips,
      cardGateway,
      transfers,
      manyWriteOffs,
      denials,
      denial,
      exceptions,
      approvals,
      adjustmentPolicies,
      creditList,
      writeOffs,
      deposits,
      cash,
      months,
      month,
      files,
      file,
      importProgress,
      accounts,
      practiceProfile,
      facilities,
      payers,
      payer,
      prices,
      feeSchedules,
      patientBalances,
      patientAccount,
      receipt,
      statementRun,
      statement,
      takeIn,
      providers,
      codeSets,
      edits,
      people,
      audit,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingMs: 300,
});

/** A session that ended sends to the sign-in page, which leads back to the same place. */
whenSignedOut(() => {
  const from = router.state.location.href;
  if (!from.startsWith("/sign-in")) void router.navigate({ to: "/sign-in", search: { from } });
});

/** Fetches the script of every page while nothing else is to do: a later press waits for data alone. */
export function preloadPages() {
  for (const { options } of Object.values(router.routesById)) {
    const { component } = options;
    if (component && "preload" in component) void component.preload?.();
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
