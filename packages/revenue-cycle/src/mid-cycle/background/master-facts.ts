import {
  type EligibilityOnDay,
  isOtherPlan,
} from "../../front-end/eligibility/eligibility-on-day.ts";
import { type Enrollment, isEnrolledOn } from "../../masters/enrollment/enrollment.ts";
import type { WholeFacts } from "../../work/edit/facts.ts";
import { known, unknown } from "./background.ts";
import type { JudgedService } from "./judged-service.ts";

/** What the masters say of whom a service concerns. What nobody stated is undefined. */
export type MasterGround = {
  readonly patient:
    | {
        readonly phone: string | undefined;
        readonly dateOfDeath: string | undefined;
        readonly hasGuarantor: boolean;
        /** Whether any coverage of the patient is on file. */
        readonly hasCoverages: boolean;
      }
    | undefined;
  readonly payer:
    | {
        readonly identifierKey: string;
        readonly lineOfBusiness: string | undefined;
        readonly claimRoute: string;
      }
    | undefined;
  /** The coverage of the payer that the claim means, on its day if it has one then. */
  readonly coverage:
    | {
        readonly coverageId: number;
        readonly effectiveFrom: string | undefined;
        readonly effectiveTo: string | undefined;
      }
    | undefined;
  readonly plan:
    | {
        readonly planId: number;
        readonly name: string;
        readonly needsReferral: boolean;
        readonly needsAuthorization: boolean;
      }
    | undefined;
  readonly rendering:
    | {
        readonly providerId: number;
        readonly isRendering: boolean;
        readonly credential: string | undefined;
        readonly effectiveFrom: string | undefined;
        readonly effectiveTo: string | undefined;
      }
    | undefined;
  readonly billing: { readonly providerId: number; readonly state: string | undefined } | undefined;
};

/** The facts of patient, payer, plan and provider on the day of service. */
export function masterFacts(
  service: JudgedService,
  ground: MasterGround,
  enrollments: readonly Enrollment[],
): WholeFacts {
  const { patient, payer, plan, rendering } = ground;
  return {
    "patient.phone": patient ? patient.phone : unknown("patient"),
    "patient.dateOfDeath": patient ? patient.dateOfDeath : unknown("patient"),
    "patient.hasGuarantor": known(patient?.hasGuarantor, "patient"),
    "payer.lineOfBusiness": known(payer?.lineOfBusiness, "payer's line of business"),
    "payer.claimRoute": known(payer?.claimRoute, "payer"),
    "payer.claimEnrollment": claimEnrollment(service, ground, enrollments),
    "plan.id": plan ? plan.planId : unknown("plan"),
    "plan.needsReferral": known(plan?.needsReferral, "plan"),
    "plan.needsAuthorization": known(plan?.needsAuthorization, "plan"),
    "renderingProvider.isOnFile": rendering?.isRendering ?? false,
    "renderingProvider.credential": rendering ? rendering.credential : unknown("provider"),
    "renderingProvider.effectiveFrom": rendering ? rendering.effectiveFrom : unknown("provider"),
    "renderingProvider.effectiveTo": rendering ? rendering.effectiveTo : unknown("provider"),
    "renderingProvider.isEnrolled": participation(service, ground, enrollments),
    ...coverageFacts(ground),
  };
}

function coverageFacts({ patient, coverage, plan }: MasterGround): WholeFacts {
  const isKnown = coverage !== undefined || patient?.hasCoverages === true;
  return {
    "coverage.isOnFile": isKnown ? coverage !== undefined : unknown("coverage"),
    "coverage.effectiveFrom": coverage ? coverage.effectiveFrom : unknown("coverage"),
    "coverage.effectiveTo": coverage ? coverage.effectiveTo : unknown("coverage"),
    "coverage.planName": coverage ? plan?.name : unknown("coverage"),
  };
}

function participation(
  { payerId, serviceFrom: on }: JudgedService,
  { rendering }: MasterGround,
  enrollments: readonly Enrollment[],
) {
  if (payerId === undefined || rendering === undefined || on === undefined) {
    return unknown("enrollment");
  }
  const { providerId } = rendering;
  const transaction = "participation";
  const answer = isEnrolledOn(enrollments, { payerId, providerId, transaction, on });
  return answer.is === "unknown" ? unknown("enrollment") : answer.is === "yes";
}

const enrollmentWords = {
  ACTIVE: "active",
  NOT_NEEDED: "not-needed",
  NOT_YET: "requested",
  REQUESTED: "requested",
  ENDED: "ended",
  REFUSED: "refused",
  NOT_RECORDED: undefined,
} as const;

function claimEnrollment(
  { payerId, serviceFrom: on }: JudgedService,
  { billing }: MasterGround,
  enrollments: readonly Enrollment[],
) {
  if (payerId === undefined || billing === undefined || on === undefined) {
    return unknown("enrollment");
  }
  const { providerId } = billing;
  const answer = isEnrolledOn(enrollments, { payerId, providerId, transaction: "837P", on });
  return known(enrollmentWords[answer.reason], "enrollment");
}

/** What the payer's answers say of the day; nothing may be concluded where nobody asked about it. */
export function eligibilityFacts(
  eligibility: EligibilityOnDay | undefined,
  planOnFile: string | undefined,
): WholeFacts {
  if (eligibility === undefined) return {};
  const { status, checkedOn, planName, otherPayer, medicareAdvantagePlan } = eligibility;
  const isTold = status !== undefined;
  return {
    "eligibility.checkedOn": checkedOn,
    "eligibility.status": known(status, "eligibility on the day of service"),
    "eligibility.planName": isTold ? planName : unknown("eligibility on the day of service"),
    "eligibility.isOtherPlan": isTold
      ? isOtherPlan(planName, planOnFile)
      : unknown("eligibility on the day of service"),
    "eligibility.otherPayer": isTold ? otherPayer : unknown("eligibility on the day of service"),
    "eligibility.medicareAdvantagePlan": isTold
      ? medicareAdvantagePlan
      : unknown("eligibility on the day of service"),
  };
}
