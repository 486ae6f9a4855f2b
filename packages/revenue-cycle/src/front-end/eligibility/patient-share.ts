import type { BenefitFact } from "./eligibility.ts";

/** A figure of the benefits: stated with the benefits it rests on, not stated, or stated differently twice. */
export type Stated<Value> =
  | { readonly is: "stated"; readonly value: Value; readonly benefits: readonly number[] }
  | { readonly is: "not-stated" }
  | { readonly is: "unclear"; readonly benefits: readonly number[] };

/** What the patient pays by the benefits; cents, and the coinsurance as decimal text. */
export type PatientShare = {
  readonly copay: Stated<number>;
  readonly coinsurance: Stated<string>;
  readonly deductible: Stated<number>;
  readonly deductibleRemaining: Stated<number>;
  readonly outOfPocket: Stated<number>;
  readonly outOfPocketRemaining: Stated<number>;
};

/** A benefit under its number in the answer. */
export type NumberedBenefit = BenefitFact & { readonly benefitNumber: number };

type Sought = {
  /** Service types in the order in which they are taken, before the whole plan (30). */
  readonly serviceTypes: readonly string[];
  /** With whom the service is rendered. */
  readonly network: "in" | "out";
};

/**
 * What the patient's share is for a service. A benefit of the very service type stands before one of the
 * whole plan (30), one of the network sought before one that names none, the individual before the
 * family. Two benefits of equal standing that differ make the figure unclear; it is never guessed.
 */
export function patientShare(benefits: readonly NumberedBenefit[], sought: Sought): PatientShare {
  const search = { benefits, sought };
  return {
    copay: nearest(search, { code: "B", value: ({ cents }) => cents, fits: () => true }),
    coinsurance: nearest(search, { code: "A", value: ({ share }) => share, fits: () => true }),
    deductible: totalOf(search, "C"),
    deductibleRemaining: remainingOf(search, "C"),
    outOfPocket: totalOf(search, "G"),
    outOfPocketRemaining: remainingOf(search, "G"),
  };
}

type Search = { readonly benefits: readonly NumberedBenefit[]; readonly sought: Sought };
type Wanted<Value> = {
  readonly code: string;
  readonly value: (benefit: NumberedBenefit) => Value | undefined;
  readonly fits: (benefit: NumberedBenefit) => boolean;
};

const remainingPeriods = ["29", "33"];
const spentPeriods = ["24"];

function totalOf(search: Search, code: string): Stated<number> {
  const isTotal = ({ timePeriod = "23" }: NumberedBenefit) =>
    !remainingPeriods.includes(timePeriod) && !spentPeriods.includes(timePeriod);
  return nearest(search, { code, value: ({ cents }) => cents, fits: isTotal });
}

/**
 * What is left of a yearly amount. Of individual and family the smaller counts: a family that has met
 * its amount has met it for each of its members. Where only the total and what was spent are given,
 * the difference is left.
 */
function remainingOf(search: Search, code: string): Stated<number> {
  const ofLevel = (isFamily: boolean): Stated<number> => {
    const fits = (periods: readonly string[]) => (benefit: NumberedBenefit) =>
      periods.includes(benefit.timePeriod ?? "") && (benefit.coverageLevel === "FAM") === isFamily;
    const value = ({ cents }: NumberedBenefit) => cents;
    const left = nearest(search, { code, value, fits: fits(remainingPeriods) });
    if (left.is !== "not-stated") return left;
    const total = nearest(search, { code, value, fits: fits(["22", "23", "25"]) });
    const spent = nearest(search, { code, value, fits: fits(spentPeriods) });
    if (total.is === "stated" && total.value === 0) return total;
    if (total.is !== "stated" || spent.is !== "stated") return { is: "not-stated" };
    const difference = Math.max(0, total.value - spent.value);
    return { is: "stated", value: difference, benefits: [...total.benefits, ...spent.benefits] };
  };
  const [individual, family] = [ofLevel(false), ofLevel(true)];
  if (individual.is !== "stated" || family.is !== "stated") {
    return individual.is === "not-stated" ? family : individual;
  }
  return family.value < individual.value ? family : individual;
}

function nearest<Value>({ benefits, sought }: Search, wanted: Wanted<Value>): Stated<Value> {
  const candidates = benefits.flatMap((benefit) => {
    const value = wanted.value(benefit);
    const rank = rankOf(benefit, sought);
    const isOne = benefit.benefitCode === wanted.code && wanted.fits(benefit);
    return isOne && value !== undefined && rank !== undefined ? [{ benefit, value, rank }] : [];
  });
  const best = Math.min(...candidates.map(({ rank }) => rank));
  const chosen = candidates.filter(({ rank }) => rank === best);
  const [first] = chosen;
  if (first === undefined) return { is: "not-stated" };
  const numbers = chosen.map(({ benefit }) => benefit.benefitNumber);
  const isOneValue = chosen.every(({ value }) => value === first.value);
  if (!isOneValue) return { is: "unclear", benefits: numbers };
  return { is: "stated", value: first.value, benefits: numbers };
}

/** The smaller, the nearer to what is sought; undefined where the benefit is not about it. */
function rankOf(benefit: NumberedBenefit, { serviceTypes, network }: Sought): number | undefined {
  const other = network === "in" ? "out" : "in";
  if (benefit.network === other) return undefined;
  const types = benefit.serviceTypes;
  const named = serviceTypes.findIndex((type) => types.includes(type));
  const general = serviceTypes.length + (types.length === 0 ? 1 : 0);
  if (named < 0 && types.length > 0 && !types.includes("30")) return undefined;
  const byType = named >= 0 ? named : general;
  const byNetwork = benefit.network === network ? 0 : 1;
  const byLevel = benefit.coverageLevel === "FAM" ? 1 : 0;
  return byType * 4 + byNetwork * 2 + byLevel;
}

/**
 * Whether the payer wants an authorization for a service type or a procedure: the benefit of the very
 * procedure decides before that of the service type, and one that says nothing decides nothing (EB11).
 */
export function authorizationNeed(
  benefits: readonly NumberedBenefit[],
  sought: { readonly serviceTypes: readonly string[]; readonly procedureCodes: readonly string[] },
): { readonly is: "yes" | "no" | "unknown"; readonly benefits: readonly number[] } {
  const spoken = benefits.filter(({ needsAuthorization }) => needsAuthorization !== "unknown");
  const ofProcedure = spoken.filter(
    ({ procedureCode }) =>
      procedureCode !== undefined && sought.procedureCodes.includes(procedureCode),
  );
  const ofType = spoken.filter(
    ({ procedureCode, serviceTypes }) =>
      procedureCode === undefined &&
      serviceTypes.some((type) => sought.serviceTypes.includes(type)),
  );
  const deciding = ofProcedure.length > 0 ? ofProcedure : ofType;
  const yes = deciding.filter(({ needsAuthorization }) => needsAuthorization === "yes");
  const numbers = (some: readonly NumberedBenefit[]) => some.map((one) => one.benefitNumber);
  if (yes.length > 0) return { is: "yes", benefits: numbers(yes) };
  return deciding.length > 0
    ? { is: "no", benefits: numbers(deciding) }
    : { is: "unknown", benefits: [] };
}
