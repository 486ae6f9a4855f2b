import type { WholeFacts } from "../../work/edit/facts.ts";

/** What is on file of a patient whose registration is judged; null is not stated. */
export type RegistrationGround = {
  readonly patientId: number;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly dateOfBirth: string | null;
  readonly dateOfDeath: string | null;
  readonly gender: string | null;
  readonly addressLine1: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  /** Two letters; null is the United States. */
  readonly country: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hasGuarantor: boolean;
  readonly balanceCents: number;
  readonly coverage: RegisteredCoverage | null;
};

/** The coverage that is billed first on the day; where none holds then, the nearest on file. */
export type RegisteredCoverage = {
  readonly rank: number;
  readonly memberId: string | null;
  readonly groupNumber: string | null;
  readonly relationship: string | null;
  readonly filingIndicator: string | null;
  readonly medicareSecondaryType: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly subscriberLastName: string | null;
  readonly subscriberFirstName: string | null;
  readonly subscriberDateOfBirth: string | null;
  readonly subscriberGender: string | null;
  readonly subscriberAddressLine1: string | null;
  readonly payerId: number;
  readonly payer: string | null;
  readonly payerIdentifier: string | null;
  readonly lineOfBusiness: string | null;
  readonly claimRoute: string | null;
  readonly planId: number | null;
  readonly plan: string | null;
  readonly needsReferral: boolean | null;
  readonly needsAuthorization: boolean | null;
};

/** Another patient on file who is likely the same: his number, none, or nobody compared them. */
export type LikelySame = number | undefined | "not-compared";

/** What a registration states, for the edits that run when it is saved. */
export function registrationFacts(ground: RegistrationGround, likelySame: LikelySame): WholeFacts {
  return {
    ...personFacts(ground),
    ...coverageFacts(ground.coverage),
    "patient.likelySameAs":
      likelySame === "not-compared" ? { missing: "comparison with other patients" } : likelySame,
    "patient.openBalanceCents": ground.balanceCents,
  };
}

/** Who the patient is and where he lives. Abroad neither state nor ZIP code nor number has our forms. */
export function personFacts(
  ground: Omit<RegistrationGround, "patientId" | "balanceCents" | "coverage">,
): WholeFacts {
  const isAbroad = ground.country !== null && ground.country !== "US";
  const abroad = { missing: "form of another country" };
  return {
    "patient.lastName": ground.lastName ?? undefined,
    "patient.firstName": ground.firstName ?? undefined,
    "patient.dateOfBirth": ground.dateOfBirth ?? undefined,
    "patient.dateOfDeath": ground.dateOfDeath ?? undefined,
    "patient.gender": ground.gender ?? undefined,
    "patient.addressLine1": ground.addressLine1 ?? undefined,
    "patient.city": ground.city ?? undefined,
    "patient.state": isAbroad ? abroad : (ground.state ?? undefined),
    "patient.postalCode": isAbroad ? abroad : (ground.postalCode ?? undefined),
    "patient.phone": isAbroad && ground.phone ? abroad : (ground.phone ?? undefined),
    "patient.hasGuarantor": ground.hasGuarantor,
  };
}

/** What the coverage, its plan and its payer state. Of no coverage nothing is known but that it lacks. */
export function coverageFacts(coverage: RegisteredCoverage | null): WholeFacts {
  if (coverage === null) return { "coverage.isStated": false };
  return {
    "coverage.isStated": true,
    "coverage.isOnFile": true,
    "coverage.rank": coverage.rank,
    "coverage.memberId": coverage.memberId ?? undefined,
    "coverage.groupNumber": coverage.groupNumber ?? undefined,
    "coverage.relationship": coverage.relationship ?? undefined,
    "coverage.filingIndicator": coverage.filingIndicator ?? undefined,
    "coverage.medicareSecondaryType": coverage.medicareSecondaryType ?? undefined,
    "coverage.effectiveFrom": coverage.effectiveFrom ?? undefined,
    "coverage.effectiveTo": coverage.effectiveTo ?? undefined,
    "coverage.planName": coverage.plan ?? undefined,
    "subscriber.lastName": coverage.subscriberLastName ?? undefined,
    "subscriber.firstName": coverage.subscriberFirstName ?? undefined,
    "subscriber.dateOfBirth": coverage.subscriberDateOfBirth ?? undefined,
    "subscriber.gender": coverage.subscriberGender ?? undefined,
    "subscriber.addressLine1": coverage.subscriberAddressLine1 ?? undefined,
    "payer.id": coverage.payerId,
    "payer.name": coverage.payer ?? undefined,
    "payer.identifier": coverage.payerIdentifier ?? undefined,
    "payer.lineOfBusiness": coverage.lineOfBusiness ?? { missing: "payer's line of business" },
    "payer.claimRoute": coverage.claimRoute ?? undefined,
    "plan.id": coverage.planId ?? { missing: "plan" },
    "plan.needsReferral": coverage.needsReferral ?? { missing: "plan" },
    "plan.needsAuthorization": coverage.needsAuthorization ?? { missing: "plan" },
  };
}
