import type { CrossoverWait, ProviderAdjustmentCode, ReferenceTables } from "@headwater/code-sets";
import { buildEffectiveLookup, type EffectiveLookup } from "@headwater/code-sets";
import { type AccountKind, isAccountKind } from "@headwater/ledger";
import { treatAdjustment } from "../denial/adjustment-policy.ts";
import { buildDenialFacts, type DenialFacts } from "../denial/denial-facts.ts";
import { type OwnPolicy, ownTreatment } from "../denial/own-policy.ts";
import {
  isReversal,
  type RemittanceAdjustment,
  type RemittanceClaim,
} from "../remittance/remittance.ts";
import type { TreatedAdjustment, TreatedClaim, Treatment } from "./posting.ts";

/** The reference tables as posting looks them up; built once per import. */
export type PostingFacts = {
  readonly denial: DenialFacts;
  readonly providerAdjustmentCodes: EffectiveLookup<ProviderAdjustmentCode>;
  readonly crossoverWaits: EffectiveLookup<CrossoverWait>;
};

/** Indexes the reference tables once, for many decisions. */
export function buildPostingFacts(tables: ReferenceTables): PostingFacts {
  return {
    denial: buildDenialFacts(tables),
    providerAdjustmentCodes: buildEffectiveLookup(
      "provider-adjustment-codes",
      tables.providerAdjustmentCodes,
      (row) => row.code,
    ),
    crossoverWaits: buildEffectiveLookup(
      "crossover-waits",
      tables.crossoverWaits,
      (row) => row.filingIndicator ?? "*",
    ),
  };
}

export type TreatmentContext = {
  readonly on: string;
  readonly hasCapitationContract: boolean;
  /** Who pays, and how the practice reads his adjustments where the common table does not fit. */
  readonly payerId?: number;
  readonly ownPolicies?: readonly OwnPolicy[];
};

const patientShareReasons = new Set(["1", "2", "3"]);

type Surroundings = {
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly remarkCodes: readonly string[];
};

/** Reads every adjustment of a claim by the policy in force; a reversal's by the original's sign. */
export function treatClaim(
  claim: RemittanceClaim,
  context: TreatmentContext,
  facts: DenialFacts,
): TreatedClaim {
  const sign = isReversal(claim) ? -1 : 1;
  const treat = (level: Surroundings): TreatedAdjustment[] => {
    if (level.adjustments.length === 0) return [];
    let patientShare = 0;
    for (const { groupCode, reasonCode, cents } of level.adjustments) {
      if (groupCode === "PR" && patientShareReasons.has(reasonCode)) patientShare += cents * sign;
    }
    return level.adjustments.map((adjustment) => ({
      ...adjustment,
      treatment: treatmentOf(
        {
          payerId: context.payerId,
          ownPolicies: context.ownPolicies ?? [],
          groupCode: adjustment.groupCode,
          reasonCode: adjustment.reasonCode,
          cents: adjustment.cents * sign,
          remarkCodes: level.remarkCodes,
          filingIndicator: claim.filingIndicator,
          lineChargedCents: level.chargedCents * sign,
          linePaidCents: level.paidCents * sign,
          linePatientShareCents: patientShare,
          hasCapitationContract: context.hasCapitationContract,
          on: context.on,
        },
        facts,
      ),
    }));
  };
  return {
    ...claim,
    adjustments: treat(claim),
    lines: claim.lines.map((line) => ({
      ...line,
      adjustments: treat({ ...line, remarkCodes: [...line.remarkCodes, ...claim.remarkCodes] }),
    })),
  };
}

type AdjustmentToTreat = Parameters<typeof treatAdjustment>[0] & {
  readonly linePatientShareCents: number;
  readonly payerId: number | undefined;
  readonly ownPolicies: readonly OwnPolicy[];
};

const knownTreatments = new WeakMap<DenialFacts, Map<string, Treatment>>();
const knownTreatmentsMost = 10_000;

/**
 * The treatment by the policy, remembered by everything it depends on: the same few reasons come
 * back a hundred thousand times in one remittance.
 */
function treatmentOf(adjustment: AdjustmentToTreat, facts: DenialFacts): Treatment {
  const own = ownTreatment(adjustment.ownPolicies, adjustment);
  if (own !== undefined) return own;
  const { cents, linePaidCents, lineChargedCents, linePatientShareCents } = adjustment;
  const key = [
    adjustment.groupCode,
    adjustment.reasonCode,
    Math.sign(cents),
    linePaidCents === 0 && cents >= lineChargedCents,
    linePaidCents + linePatientShareCents > 0,
    adjustment.filingIndicator,
    adjustment.hasCapitationContract,
    adjustment.on,
    ...adjustment.remarkCodes,
  ].join("|");
  const known = knownTreatments.get(facts) ?? new Map<string, Treatment>();
  knownTreatments.set(facts, known);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  if (known.size >= knownTreatmentsMost) known.clear();
  const { treatment } = treatAdjustment(adjustment, facts);
  known.set(key, treatment);
  return treatment;
}

export type ProviderAdjustmentReading = {
  readonly account: AccountKind;
  /** A person must look: the code is unknown, or what it means is not in the remittance. */
  readonly needsReview: boolean;
};

/** The account that a PLB amount moves against cash. An unknown code waits in suspense. */
export function readProviderAdjustment(
  reasonCode: string,
  on: string,
  facts: PostingFacts,
): ProviderAdjustmentReading {
  const row = facts.providerAdjustmentCodes.nearest(reasonCode, on)?.row;
  if (row === undefined || !isAccountKind(row.accountKind)) {
    return { account: "suspense", needsReview: true };
  }
  return { account: row.accountKind, needsReview: row.needsReview };
}
