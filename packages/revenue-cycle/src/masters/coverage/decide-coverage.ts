import { addCalendarDays, isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { genders } from "../patient/decide-patient.ts";
import { isFilingIndicator, type LineOfBusiness } from "../payer/filing-indicator.ts";
import {
  type AddressFaultCode,
  addressFaults,
  addressFaultsOf,
  tidyDigits,
  tidyWords,
} from "../postal-address.ts";
import { isRelationship, self } from "../relationship.ts";

/** A coverage as a person describes it; empty text is not stated. */
export type CoverageDraft = {
  readonly payerId: number;
  readonly planId: number | null;
  /** 1 is billed first. */
  readonly rank: number;
  readonly memberId: string;
  readonly groupNumber: string;
  readonly groupName: string;
  /** SBR09, where it is not that of the plan or the payer. */
  readonly filingIndicator: string;
  readonly medicareSecondaryType: string;
  readonly relationship: string;
  readonly subscriberLastName: string;
  readonly subscriberFirstName: string;
  readonly subscriberMiddleName: string;
  readonly subscriberSuffix: string;
  readonly subscriberDateOfBirth: string;
  readonly subscriberGender: string;
  readonly subscriberAddressLine1: string;
  readonly subscriberAddressLine2: string;
  readonly subscriberCity: string;
  readonly subscriberState: string;
  readonly subscriberPostalCode: string;
  readonly casualtyClaimNumber: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
};

export const coverageFaults = {
  ...addressFaults,
  PAYER_UNKNOWN: "The practice has no such payer.",
  PLAN_OF_OTHER_PAYER: "This plan is not one of the payer's.",
  RANK_INVALID: "The order goes from 1, which is billed first, to 11.",
  MEMBER_ID_MISSING: "State the member id as the card has it.",
  MEMBER_ID_INVALID: "A member id has 2 to 80 letters, digits and marks, without * ~ : and ^.",
  MEDICARE_ID_INVALID:
    "A Medicare number has eleven places in a fixed pattern and never the letters S, L, O, I, B and Z.",
  TRICARE_ID_INVALID: "TRICARE knows its members by 9 to 11 digits.",
  FILING_INDICATOR_UNKNOWN: "This is not a claim filing indicator.",
  RELATIONSHIP_UNKNOWN: "Choose how the patient stands to the subscriber.",
  MEDICARE_SUBSCRIBER: "Under Medicare and Medicaid the patient is always the subscriber.",
  SECONDARY_TYPE_MISSING: "Medicare is not billed first: say why another payer stands before it.",
  SECONDARY_TYPE_UNKNOWN: "This is not a reason why Medicare pays second.",
  SECONDARY_TYPE_NOT_NEEDED: "Only Medicare that is not billed first needs this reason.",
  SUBSCRIBER_MISSING: "The patient is not the subscriber: state the subscriber's name.",
  SUBSCRIBER_BIRTH_MISSING: "State the subscriber's date of birth.",
  GENDER_UNKNOWN: "Choose female, male or unknown.",
  DATE_INVALID: "This is not a day.",
  BIRTH_IN_FUTURE: "The date of birth lies in the future.",
  DAYS_REVERSED: "The last day is before the first.",
} as const;
export type CoverageFaultCode = keyof typeof coverageFaults;

export type CoverageFault = {
  readonly field: keyof CoverageDraft;
  readonly code: CoverageFaultCode;
};

/** SBR05: why another payer stands before Medicare (42 CFR 411), in our own words. */
export const medicareSecondaryTypes = {
  "12": "works, or the spouse does; employer's plan",
  "13": "end-stage renal disease, first months",
  "14": "no-fault insurance",
  "15": "workers' compensation",
  "16": "federal health agency",
  "41": "black lung",
  "42": "veterans' affairs",
  "43": "disabled; large employer's plan",
  "47": "liability insurance",
} as const;

/** What the masters say of the payer and plan that a draft names. */
export type CoveragePayer = {
  readonly lineOfBusiness: LineOfBusiness | undefined;
  /** SBR09 of plan or payer, where they have one. */
  readonly filingIndicator: string | undefined;
  readonly planIsOfPayer: boolean;
};

const subscriberFields = [
  "subscriberLastName",
  "subscriberFirstName",
  "subscriberMiddleName",
  "subscriberSuffix",
  "subscriberDateOfBirth",
  "subscriberGender",
  "subscriberAddressLine1",
  "subscriberAddressLine2",
  "subscriberCity",
  "subscriberState",
  "subscriberPostalCode",
] as const;

/** The draft in the form in which it is kept; of a patient who is the subscriber nothing is said twice. */
export function tidyCoverage(draft: CoverageDraft): CoverageDraft {
  const isSelf = draft.relationship === self;
  const subscriber = subscriberFields.map((field) => [
    field,
    isSelf ? "" : tidyWords(draft[field]),
  ]);
  const tidy: CoverageDraft = {
    ...draft,
    ...(Object.fromEntries(subscriber) as Pick<CoverageDraft, (typeof subscriberFields)[number]>),
    memberId: tidyMemberId(draft.memberId),
    groupNumber: tidyWords(draft.groupNumber),
    groupName: tidyWords(draft.groupName),
    filingIndicator: draft.filingIndicator.trim().toUpperCase(),
    medicareSecondaryType: draft.medicareSecondaryType.trim(),
    casualtyClaimNumber: tidyWords(draft.casualtyClaimNumber),
    effectiveFrom: draft.effectiveFrom.trim(),
    effectiveTo: draft.effectiveTo.trim(),
  };
  return {
    ...tidy,
    subscriberState: tidy.subscriberState.toUpperCase(),
    subscriberGender: tidy.subscriberGender.toUpperCase(),
    subscriberPostalCode: tidyDigits(tidy.subscriberPostalCode),
  };
}

/** Cards print a Medicare number with hyphens; claims carry it without. */
function tidyMemberId(text: string): string {
  const memberId = tidyWords(text).toUpperCase();
  return isMedicareId(memberId) ? memberId.replace(/[\s-]/g, "") : memberId;
}

/** Everything wrong with a tidy draft, in the order of its fields. */
export function coverageFaultsOf(
  draft: CoverageDraft,
  payer: CoveragePayer,
  today: string,
): CoverageFault[] {
  return [
    ...faults([
      [!payer.planIsOfPayer, "planId", "PLAN_OF_OTHER_PAYER"],
      [!Number.isInteger(draft.rank) || draft.rank < 1 || draft.rank > 11, "rank", "RANK_INVALID"],
    ]),
    ...memberFaults(draft, payer),
    ...medicareFaults(draft, payer),
    ...subscriberFaults(draft, today),
    ...dayFaults(draft),
  ];
}

/** CMS: the eleven places of a Medicare Beneficiary Identifier; S, L, O, I, B and Z are not used. */
const beneficiaryId =
  /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;

/** A Medicare number as it is checked: cards print it with hyphens. */
export function isMedicareId(memberId: string): boolean {
  return beneficiaryId.test(memberId.replace(/[\s-]/g, ""));
}

/** Whether a draft is for original Medicare: by the payer's line of business, or its filing indicator. */
export function isMedicare(draft: CoverageDraft, payer: CoveragePayer): boolean {
  const indicator = draft.filingIndicator || payer.filingIndicator;
  if (payer.lineOfBusiness !== undefined) return payer.lineOfBusiness === "medicare";
  return indicator === "MA" || indicator === "MB";
}

function memberFaults(draft: CoverageDraft, payer: CoveragePayer): CoverageFault[] {
  const { memberId, filingIndicator } = draft;
  const isWritten = /^[^*~:^]{2,80}$/.test(memberId) && /[A-Z0-9]/.test(memberId);
  const isTricare = payer.lineOfBusiness === "tricare";
  return faults([
    [memberId === "", "memberId", "MEMBER_ID_MISSING"],
    [memberId !== "" && !isWritten, "memberId", "MEMBER_ID_INVALID"],
    [
      isWritten && isMedicare(draft, payer) && !isMedicareId(memberId),
      "memberId",
      "MEDICARE_ID_INVALID",
    ],
    [
      isWritten && isTricare && !/^\d{9,11}$/.test(tidyDigits(memberId)),
      "memberId",
      "TRICARE_ID_INVALID",
    ],
    [
      filingIndicator !== "" && !isFilingIndicator(filingIndicator),
      "filingIndicator",
      "FILING_INDICATOR_UNKNOWN",
    ],
  ]);
}

/** 005010X222A1 2000B SBR05; CMS Pub 100-04 chapter 24: the patient of Medicare is the subscriber. */
function medicareFaults(draft: CoverageDraft, payer: CoveragePayer): CoverageFault[] {
  const { medicareSecondaryType: type, relationship, rank } = draft;
  const medicare = isMedicare(draft, payer);
  const isSecond = medicare && rank > 1;
  const ofPatient = medicare || payer.lineOfBusiness === "medicaid";
  return faults([
    [isSecond && type === "", "medicareSecondaryType", "SECONDARY_TYPE_MISSING"],
    [type !== "" && !isSecond, "medicareSecondaryType", "SECONDARY_TYPE_NOT_NEEDED"],
    [
      type !== "" && isSecond && !Object.hasOwn(medicareSecondaryTypes, type),
      "medicareSecondaryType",
      "SECONDARY_TYPE_UNKNOWN",
    ],
    [!isRelationship(relationship), "relationship", "RELATIONSHIP_UNKNOWN"],
    [
      isRelationship(relationship) && ofPatient && relationship !== self,
      "relationship",
      "MEDICARE_SUBSCRIBER",
    ],
  ]);
}

function subscriberFaults(draft: CoverageDraft, today: string): CoverageFault[] {
  if (!isRelationship(draft.relationship) || draft.relationship === self) return [];
  const { subscriberDateOfBirth: birth, subscriberGender: gender } = draft;
  const isBirth = isCivilDate(birth);
  const address = addressFaultsOf({
    addressLine1: draft.subscriberAddressLine1,
    addressLine2: draft.subscriberAddressLine2,
    city: draft.subscriberCity,
    state: draft.subscriberState,
    postalCode: draft.subscriberPostalCode,
  });
  return [
    ...faults([
      [draft.subscriberLastName === "", "subscriberLastName", "SUBSCRIBER_MISSING"],
      [draft.subscriberFirstName === "", "subscriberFirstName", "SUBSCRIBER_MISSING"],
      [birth === "", "subscriberDateOfBirth", "SUBSCRIBER_BIRTH_MISSING"],
      [birth !== "" && !isBirth, "subscriberDateOfBirth", "DATE_INVALID"],
      [isBirth && birth > today, "subscriberDateOfBirth", "BIRTH_IN_FUTURE"],
      [!(genders as readonly string[]).includes(gender), "subscriberGender", "GENDER_UNKNOWN"],
    ]),
    ...address.map(({ field, code }) => ({ field: subscriberAddress[field], code })),
  ];
}

const subscriberAddress = {
  addressLine1: "subscriberAddressLine1",
  addressLine2: "subscriberAddressLine2",
  city: "subscriberCity",
  state: "subscriberState",
  postalCode: "subscriberPostalCode",
} as const;

function dayFaults({ effectiveFrom: from, effectiveTo: to }: CoverageDraft): CoverageFault[] {
  const isDay = (text: string) => text === "" || isCivilDate(text);
  return faults([
    [!isDay(from), "effectiveFrom", "DATE_INVALID"],
    [!isDay(to), "effectiveTo", "DATE_INVALID"],
    [
      from !== "" && to !== "" && isDay(from) && isDay(to) && to < from,
      "effectiveTo",
      "DAYS_REVERSED",
    ],
  ]);
}

function faults(
  checks: readonly (readonly [
    boolean,
    keyof CoverageDraft,
    CoverageFaultCode | AddressFaultCode,
  ])[],
): CoverageFault[] {
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

/** A coverage in time: null is open. */
export type RankedDays = {
  readonly id: number;
  readonly rank: number;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
};

/** Two coverages of one rank that both hold from a day on; null is from the beginning. */
export type CoverageOverlap = {
  readonly rank: number;
  readonly ids: readonly [number, number];
  readonly from: string | null;
};

const beginning = "0000-01-01";
const end = "9999-12-31";

/** Coverages of the same rank on one day: which would be billed first cannot be told. */
export function overlapsOf(coverages: readonly RankedDays[]): CoverageOverlap[] {
  return coverages.flatMap((one, at) =>
    coverages.slice(at + 1).flatMap((other) => {
      const from = later(one.effectiveFrom, other.effectiveFrom);
      const isBoth =
        (from ?? beginning) <= (one.effectiveTo ?? end) &&
        (from ?? beginning) <= (other.effectiveTo ?? end);
      return one.rank === other.rank && isBoth
        ? [{ rank: one.rank, ids: [one.id, other.id] as const, from }]
        : [];
    }),
  );
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** A time in which a later coverage holds and none stands at an earlier place of the order. */
export type CoverageGap = {
  readonly missingRank: number;
  readonly from: string | null;
  readonly to: string | null;
};

/** Times in which the order of the coverages has a hole, the earliest first. */
export function gapsOf(coverages: readonly RankedDays[]): CoverageGap[] {
  const starts = coverages.flatMap(({ effectiveFrom, effectiveTo }) => [
    effectiveFrom ?? beginning,
    ...(effectiveTo === null || effectiveTo >= end ? [] : [addCalendarDays(effectiveTo, 1)]),
  ]);
  const days = [...new Set(starts)].sort();
  const gaps: CoverageGap[] = [];
  days.forEach((day, at) => {
    const next = days[at + 1];
    const missingRank = missingRankOn(coverages, day);
    if (missingRank === undefined) return;
    const to = next === undefined ? null : addCalendarDays(next, -1);
    const last = gaps.at(-1);
    const isContinued =
      last !== undefined &&
      last.missingRank === missingRank &&
      last.to !== null &&
      addCalendarDays(last.to, 1) === day;
    if (isContinued) gaps[gaps.length - 1] = { ...last, to };
    else gaps.push({ missingRank, from: day === beginning ? null : day, to });
  });
  return gaps;
}

function missingRankOn(coverages: readonly RankedDays[], day: string): number | undefined {
  const ranks = coverages
    .filter((one) => (one.effectiveFrom ?? beginning) <= day && day <= (one.effectiveTo ?? end))
    .map((one) => one.rank);
  const highest = Math.max(0, ...ranks);
  return Array.from({ length: highest }, (_, index) => index + 1).find(
    (rank) => !ranks.includes(rank),
  );
}
