import { auditRoutes } from "@headwater/platform/audit/audit-routes.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import type { RouteModule } from "@headwater/platform/http/route.ts";
import { identityRoutes } from "@headwater/platform/identity/identity-routes.ts";
import type { IdentityServices } from "@headwater/platform/identity/services.ts";
import type { DiskRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { approvalRoutes } from "@headwater/revenue-cycle/back-end/approval/approval.routes.ts";
import { cardPaymentRoutes } from "@headwater/revenue-cycle/back-end/card-payment/card-payment.routes.ts";
import { claimStatusRoutes } from "@headwater/revenue-cycle/back-end/claim-status/claim-status.routes.ts";
import { denialRoutes } from "@headwater/revenue-cycle/back-end/denial/denial.routes.ts";
import { ownPolicyRoutes } from "@headwater/revenue-cycle/back-end/denial/own-policy.routes.ts";
import { exceptionRoutes } from "@headwater/revenue-cycle/back-end/exception/exception.routes.ts";
import { answerSegmentRoutes } from "@headwater/revenue-cycle/back-end/file/answer-segments.routes.ts";
import { fileRoutes } from "@headwater/revenue-cycle/back-end/file/file.routes.ts";
import { importRoutes } from "@headwater/revenue-cycle/back-end/file/import.routes.ts";
import { openCodeArchive } from "@headwater/revenue-cycle/back-end/file/open-code-archive.command.ts";
import { previewRoutes } from "@headwater/revenue-cycle/back-end/file/preview.routes.ts";
import { paperRemittanceRoutes } from "@headwater/revenue-cycle/back-end/paper-remittance/paper-remittance.routes.ts";
import { patientAccountRoutes } from "@headwater/revenue-cycle/back-end/patient-account/patient-account.routes.ts";
import { patientPaymentRoutes } from "@headwater/revenue-cycle/back-end/patient-account/patient-payment.routes.ts";
import { smallBalanceRoutes } from "@headwater/revenue-cycle/back-end/patient-account/small-balance.routes.ts";
import { patientJoinRoutes } from "@headwater/revenue-cycle/back-end/patient-join/patient-join.routes.ts";
import { matchByPersonRoutes } from "@headwater/revenue-cycle/back-end/posting/match-by-person.routes.ts";
import { unbalancedRoutes } from "@headwater/revenue-cycle/back-end/posting/unbalanced.routes.ts";
import { refundRoutes } from "@headwater/revenue-cycle/back-end/refund/refund.routes.ts";
import { remittanceRoutes } from "@headwater/revenue-cycle/back-end/remittance/remittance.routes.ts";
import { responsibilityRoutes } from "@headwater/revenue-cycle/back-end/responsibility/responsibility.routes.ts";
import { searchRoutes } from "@headwater/revenue-cycle/back-end/search/search.routes.ts";
import { secondaryRoutes } from "@headwater/revenue-cycle/back-end/secondary/secondary.routes.ts";
import { statementRoutes } from "@headwater/revenue-cycle/back-end/statement/statement.routes.ts";
import { submissionRoutes } from "@headwater/revenue-cycle/back-end/submission/submission.routes.ts";
import { writeOffRoutes } from "@headwater/revenue-cycle/back-end/write-off/write-off.routes.ts";
import { accountRoutes } from "@headwater/revenue-cycle/books/account/account.routes.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { cashRoutes } from "@headwater/revenue-cycle/books/cash/cash.routes.ts";
import { depositRoutes } from "@headwater/revenue-cycle/books/deposit/deposit.routes.ts";
import { slipRoutes } from "@headwater/revenue-cycle/books/deposit/slip.routes.ts";
import { generalLedgerRoutes } from "@headwater/revenue-cycle/books/general-ledger/general-ledger.routes.ts";
import { periodRoutes } from "@headwater/revenue-cycle/books/period/period.routes.ts";
import { appointmentRoutes } from "@headwater/revenue-cycle/front-end/appointment/appointment.routes.ts";
import { authorizationRoutes } from "@headwater/revenue-cycle/front-end/authorization/authorization.routes.ts";
import { authorizationRuleRoutes } from "@headwater/revenue-cycle/front-end/authorization-rule/authorization-rule.routes.ts";
import { checkInRoutes } from "@headwater/revenue-cycle/front-end/check-in/check-in.routes.ts";
import { eligibilityRoutes } from "@headwater/revenue-cycle/front-end/eligibility/eligibility.routes.ts";
import { estimateRoutes } from "@headwater/revenue-cycle/front-end/estimate/estimate.routes.ts";
import { registrationRoutes } from "@headwater/revenue-cycle/front-end/registration/registration.routes.ts";
import { registrationSaved } from "@headwater/revenue-cycle/front-end/registration/registration-saved.command.ts";
import { chargeItemRoutes } from "@headwater/revenue-cycle/masters/charge-master/charge-item.routes.ts";
import { codeSetRoutes } from "@headwater/revenue-cycle/masters/code-set/code-set.routes.ts";
import { coverageRoutes } from "@headwater/revenue-cycle/masters/coverage/coverage.routes.ts";
import { enrollmentRoutes } from "@headwater/revenue-cycle/masters/enrollment/enrollment.routes.ts";
import { facilityRoutes } from "@headwater/revenue-cycle/masters/facility/facility.routes.ts";
import { feeScheduleRoutes } from "@headwater/revenue-cycle/masters/fee-schedule/fee-schedule.routes.ts";
import { filingLimitRoutes } from "@headwater/revenue-cycle/masters/filing-limit/filing-limit.routes.ts";
import { guarantorRoutes } from "@headwater/revenue-cycle/masters/guarantor/guarantor.routes.ts";
import { patientRoutes } from "@headwater/revenue-cycle/masters/patient/patient.routes.ts";
import { payerRoutes } from "@headwater/revenue-cycle/masters/payer/payer.routes.ts";
import { planRoutes } from "@headwater/revenue-cycle/masters/plan/plan.routes.ts";
import { practiceProfileRoutes } from "@headwater/revenue-cycle/masters/practice/practice-profile.routes.ts";
import { providerRoutes } from "@headwater/revenue-cycle/masters/provider/provider.routes.ts";
import { claimBackgrounds } from "@headwater/revenue-cycle/mid-cycle/background/claim-backgrounds.query.ts";
import { claimRoutes } from "@headwater/revenue-cycle/mid-cycle/claim/claim.routes.ts";
import { claimContentRoutes } from "@headwater/revenue-cycle/mid-cycle/claim/claim-content.routes.ts";
import { patientClaimRoutes } from "@headwater/revenue-cycle/mid-cycle/claim/patient-claims.routes.ts";
import { encounterRoutes } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter.routes.ts";
import { reportRoutes } from "@headwater/revenue-cycle/strategy/kpi/report.routes.ts";
import { kpiRoutes } from "@headwater/revenue-cycle/strategy/rollup/kpi.routes.ts";
import { tourRoutes } from "@headwater/revenue-cycle/strategy/tour/tour.routes.ts";
import { attachmentRoutes } from "@headwater/revenue-cycle/work/attachment/attachment.routes.ts";
import { editRoutes } from "@headwater/revenue-cycle/work/edit/edit.routes.ts";
import { holdRoutes } from "@headwater/revenue-cycle/work/hold/hold.routes.ts";
import { noteRoutes } from "@headwater/revenue-cycle/work/note/note.routes.ts";
import { savedFilterRoutes } from "@headwater/revenue-cycle/work/saved-filter/saved-filter.routes.ts";
import { workItemRoutes } from "@headwater/revenue-cycle/work/work-item/work-item.routes.ts";

import { demoRoutes } from "./demo-routes.ts";

/** What the route modules are built from. */
export interface RouteServices {
  readonly database: Database;
  readonly identity: IdentityServices;
  /** Largest file taken over HTTP, in bytes. */
  readonly uploadLimitBytes: number;
  /** Where the program writes, and how much of it stays free. */
  readonly room?: DiskRoom;
  /** Folder in which all connections through folders lie. */
  readonly connectionsFolder: string;
}

/** Patients, what pays for them and who answers for them. */
const patientModules: readonly RouteModule[] = [
  patientRoutes(registrationSaved),
  registrationRoutes,
  patientJoinRoutes,
  patientClaimRoutes,
  searchRoutes,
  guarantorRoutes,
  coverageRoutes(registrationSaved),
];

/** Every route of the server, module by module. */
export function routeModules(services: RouteServices): readonly RouteModule[] {
  const { database, identity } = services;
  return [
    identityRoutes(identity, async ({ actor, ...wanted }) => {
      const result = await createPractice(database, wanted, { actor, random: identity.random });
      return result.is === "created" ? result.practice : undefined;
    }),
    auditRoutes(),
    importRoutes(services),
    demoRoutes,
    fileRoutes,
    appointmentRoutes,
    authorizationRoutes,
    eligibilityRoutes,
    answerSegmentRoutes,
    estimateRoutes,
    checkInRoutes,
    claimRoutes,
    claimContentRoutes,
    secondaryRoutes,
    encounterRoutes,
    submissionRoutes(() => services.connectionsFolder),
    claimStatusRoutes,
    noteRoutes,
    attachmentRoutes,
    denialRoutes,
    remittanceRoutes,
    previewRoutes,
    matchByPersonRoutes,
    unbalancedRoutes,
    approvalRoutes,
    writeOffRoutes,
    exceptionRoutes,
    refundRoutes,
    ownPolicyRoutes,
    depositRoutes,
    slipRoutes,
    paperRemittanceRoutes,
    responsibilityRoutes,
    generalLedgerRoutes,
    smallBalanceRoutes,
    patientAccountRoutes,
    patientPaymentRoutes,
    cardPaymentRoutes,
    statementRoutes,
    cashRoutes,
    periodRoutes,
    reportRoutes,
    tourRoutes,
    kpiRoutes,
    workItemRoutes,
    editRoutes(claimBackgrounds),
    holdRoutes,
    savedFilterRoutes,
    ...patientModules,
    practiceProfileRoutes,
    facilityRoutes,
    payerRoutes,
    planRoutes,
    enrollmentRoutes,
    filingLimitRoutes,
    authorizationRuleRoutes,
    chargeItemRoutes,
    feeScheduleRoutes,
    providerRoutes,
    codeSetRoutes({ uploadLimitBytes: services.uploadLimitBytes, openMembers: openCodeArchive }),
    accountRoutes,
  ];
}
