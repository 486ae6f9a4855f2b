import type { GuideTable } from "../guide-table.ts";
import { guideTables } from "../guides/tables.ts";
import {
  claimAcknowledgmentRules,
  implementationAcknowledgmentRules,
} from "./acknowledgment-rules.ts";
import { addressSituations } from "./address-situations.ts";
import { enrollmentRules } from "./answers/enrollment-rules.ts";
import {
  attachmentSituations,
  claimAcknowledgmentSituations,
  eligibilityAnswerSituations,
  eligibilityInquirySituations,
  enrollmentSituations,
  premiumSituations,
  servicesReviewSituations,
  statusAnswerSituations,
  statusInquirySituations,
} from "./answers/inquiry-situations.ts";
import { premiumRules } from "./answers/premium-rules.ts";
import { claimBalanceRules } from "./claims/claim-balance.ts";
import { claimReferenceRules } from "./claims/claim-references.ts";
import {
  dentalSituations,
  institutionalSituations,
  professionalSituations,
} from "./claims/claim-situations.ts";
import { institutionalCodeRules } from "./claims/institutional-codes.ts";
import { dentalRules, institutionalRules } from "./claims/institutional-rules.ts";
import { medicareSecondaryRules } from "./claims/medicare-secondary.ts";
import {
  institutionalPayerSituations,
  professionalPayerSituations,
} from "./claims/payer-situations.ts";
import { professionalRules } from "./claims/professional-rules.ts";
import { professionalServiceRules } from "./claims/professional-services.ts";
import { providerRules } from "./claims/provider-rules.ts";
import { serviceRules } from "./claims/service-rules.ts";
import { serviceUnitRules } from "./claims/service-units.ts";
import { compileTable } from "./compile-table.ts";
import { remittanceRules } from "./remittance/remittance-rules.ts";
import { remittanceSituations } from "./remittance/remittance-situations.ts";
import type { OpenRuleSet } from "./rule-set.ts";
import type { GuideRules } from "./set-validator.ts";
import { compileSituations, type SituationRule } from "./situation.ts";

type TransactionRules = {
  readonly situations: readonly SituationRule[];
  readonly rules: readonly OpenRuleSet[];
};

const claimRules = [claimBalanceRules, claimReferenceRules, providerRules, serviceUnitRules];

/** By the name of a guide's table. */
const transactionRules: Readonly<Record<string, TransactionRules>> = {
  "837P": {
    situations: [...professionalSituations, ...professionalPayerSituations],
    rules: [
      ...claimRules,
      professionalRules,
      serviceRules(professionalServiceRules),
      medicareSecondaryRules,
    ],
  },
  "837I": {
    situations: [...institutionalSituations, ...institutionalPayerSituations],
    rules: [...claimRules, institutionalRules, institutionalCodeRules],
  },
  "837D": { situations: dentalSituations, rules: [...claimRules, dentalRules] },
  "835": { situations: remittanceSituations, rules: [remittanceRules] },
  "999": { situations: [], rules: [implementationAcknowledgmentRules] },
  "277CA": { situations: claimAcknowledgmentSituations, rules: [claimAcknowledgmentRules] },
  "270": { situations: eligibilityInquirySituations, rules: [] },
  "271": { situations: eligibilityAnswerSituations, rules: [] },
  "276": { situations: statusInquirySituations, rules: [] },
  "277": { situations: statusAnswerSituations, rules: [] },
  "278": { situations: servicesReviewSituations, rules: [] },
  "834": { situations: enrollmentSituations, rules: [enrollmentRules] },
  "820": { situations: premiumSituations, rules: [premiumRules] },
  "275": { situations: attachmentSituations, rules: [] },
  "275 006020": { situations: attachmentSituations, rules: [] },
};

/** Situational rules of trading partners (SNIP type 7), by the name of a guide's table. */
export type PartnerRules = Readonly<Record<string, readonly SituationRule[]>>;

/** The guide that judges a set, by ST01 and the version of ST03 or GS08. */
export function tableFor(setId: string, version: string): GuideTable | undefined {
  return guideTables.find((table) => table.setId === setId && table.versions.includes(version));
}

const compiled = new WeakMap<GuideTable, GuideRules>();

/** A guide's table with all its rules, compiled; once where no partner adds to them. */
export function compileRules(table: GuideTable, partners: PartnerRules = {}): GuideRules {
  const added = partners[table.name];
  const known = added === undefined ? compiled.get(table) : undefined;
  if (known !== undefined) return known;
  const guide = compileTable(table);
  const { situations = [], rules = [] } = transactionRules[table.name] ?? {};
  const all = [...situations, ...addressSituations(table), ...(added ?? [])];
  const compiledRules = { guide, situations: compileSituations(guide, all), rules };
  if (added === undefined) compiled.set(table, compiledRules);
  return compiledRules;
}
