import type { VisitCheck } from "../appointment/visit.ts";
import type { PatientShare, Stated } from "../eligibility/patient-share.ts";
import type { EstimateAnswer, EstimateInput } from "./estimate-answers.ts";
import { type EstimateService, estimateVisit } from "./estimate-visit.ts";
import { goodFaithDue } from "./good-faith-due.ts";

/** What the estimate of a visit is made from. */
export type EstimateFacts = {
  readonly day: string;
  readonly bookedOn: string;
  readonly services: readonly EstimateService[];
  /** Undefined: no coverage, the patient pays alone. */
  readonly share: PatientShare | undefined;
  readonly check: VisitCheck | null;
};

/** The estimate of a visit with every input, its source and its day. */
export function estimateOfVisit(facts: EstimateFacts): EstimateAnswer {
  const { share, services } = facts;
  const estimate = estimateVisit(services, share);
  const lines = estimate.lines.map((line) => ({
    ...line,
    chargedCents: line.chargedCents ?? null,
    allowedCents: line.allowedCents ?? null,
    patientCents: line.patientCents ?? null,
    missing: [...line.missing],
    steps: line.steps.map((step) => ({ ...step })),
  }));
  const isGoodFaith = estimate.kind === "good-faith";
  return {
    kind: estimate.kind,
    lines,
    chargedCents: estimate.chargedCents ?? null,
    allowedCents: estimate.allowedCents ?? null,
    patientCents: estimate.patientCents ?? null,
    missing: [...estimate.missing],
    assumptions: [...estimate.assumptions],
    inputs: [...services.flatMap(priceInputs), ...(share ? shareInputs(share, facts.check) : [])],
    dueOn: (isGoodFaith ? goodFaithDue(facts.bookedOn, facts.day) : undefined) ?? null,
  };
}

function priceInputs({ procedureCode, charge, allowed }: EstimateService): EstimateInput[] {
  return (["allowed", "price"] as const).map((name) => {
    const input = name === "allowed" ? allowed : charge;
    return {
      name,
      procedureCode,
      is: input === undefined ? "not-stated" : "stated",
      cents: input?.cents ?? null,
      share: null,
      source: input?.source ?? "none",
      benefits: [],
      asOf: input?.asOf ?? null,
    };
  });
}

function shareInputs(share: PatientShare, check: VisitCheck | null): EstimateInput[] {
  const asOf = check?.answeredOn ?? null;
  const source = check === null ? "none" : `eligibility-check:${check.id}`;
  const input = (name: EstimateInput["name"], stated: Stated<number | string>): EstimateInput => {
    const value = stated.is === "stated" ? stated.value : null;
    return {
      name,
      procedureCode: null,
      is: stated.is,
      cents: typeof value === "number" ? value : null,
      share: typeof value === "string" ? value : null,
      source,
      benefits: stated.is === "not-stated" ? [] : [...stated.benefits],
      asOf,
    };
  };
  return [
    input("copay", share.copay),
    input("deductible-remaining", share.deductibleRemaining),
    input("coinsurance", share.coinsurance),
    input("out-of-pocket-remaining", share.outOfPocketRemaining),
  ];
}
