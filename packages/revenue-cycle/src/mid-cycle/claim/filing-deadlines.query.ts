import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadFilingLimits } from "../../masters/filing-limit/filing-limit.store.ts";
import type { FilingKind } from "../../masters/filing-limit/filing-limit.ts";
import { filingSpansOf } from "../../masters/filing-limit/filing-spans.ts";

/** States of claims that are still to be filed, or to be filed again. */
export const unfiledStates = ["draft", "held", "ready", "rejected"] as const;

type FiledPayer = {
  readonly payerId: number;
  readonly payerKey: string;
  readonly lineOfBusiness: string | null;
  /** State of the provider who bills for the practice. */
  readonly state: string | null;
};

const kinds: readonly (readonly [frequency: string, kind: FilingKind])[] = [
  ["1", "original"],
  ["7", "corrected"],
];

/**
 * The last day on which the claim `c` may be filed, as SQL: null for one that is filed, that has no
 * limit on file, or whose limit runs from a remittance. A limit of a single plan is not looked at.
 */
export async function filingDeadline(transaction: PracticeTransaction): Promise<Sql> {
  const { practiceId } = transaction;
  const payers = await transaction.query<FiledPayer>(sql`
    select p.payer_id as "payerId", p.identifier_key as "payerKey",
      p.line_of_business as "lineOfBusiness", billing.state
    from payers p
    left join practice_profiles profile on profile.practice_id = p.practice_id
    left join providers billing on billing.practice_id = p.practice_id
      and billing.provider_id = profile.billing_provider_id
    where p.practice_id = ${practiceId}`);
  const limits = await loadFilingLimits(
    transaction,
    payers.map(({ payerId }) => payerId),
  );
  const spans = payers.flatMap((payer) =>
    kinds.flatMap(([frequency, kind]) =>
      filingSpansOf(limits, {
        kind,
        payerId: payer.payerId,
        payerKey: payer.payerKey,
        planId: undefined,
        lineOfBusiness: payer.lineOfBusiness ?? undefined,
        state: payer.state ?? undefined,
      })
        .filter(({ limit }) => limit.basis !== "remittance")
        .map(({ from, to, limit }) => ({
          payer: payer.payerId,
          frequency,
          from,
          to: to ?? null,
          days: limit.unit === "days" ? limit.length : 0,
          months: limit.unit === "months" ? limit.length : 0,
        })),
    ),
  );
  return sql`(select (c.service_from + make_interval(months => span.months, days => span.days))::date
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as span (payer bigint, frequency text,
      "from" date, "to" date, days integer, months integer)
    where c.state = any (${[...unfiledStates]}::text[]) and span.payer = c.payer_id
      and span.frequency = c.frequency_code and c.service_from >= span."from"
      and (span."to" is null or c.service_from <= span."to")
    limit 1)`;
}
