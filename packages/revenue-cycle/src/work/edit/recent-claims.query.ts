import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { collectionOf, type FactName, factNames, factOf, isDerived } from "./fact-catalogue.ts";
import type { LineFacts, NotEvaluable, SubjectFacts, WholeFacts } from "./facts.ts";

/** A claim on file with what is known of it, and what became of it. */
export type RecentClaim = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly serviceFrom: string | null;
  readonly payer: string | null;
  /** First answer of the payer: paid, partly-paid, denied, patient; rejected before that. */
  readonly outcome: string | null;
  readonly facts: SubjectFacts;
};

/** What a later stage knows of claims beside their content, by claim id. */
export type ClaimBackgrounds = (
  transaction: PracticeTransaction,
  claimIds: readonly number[],
) => Promise<
  ReadonlyMap<number, { readonly whole: WholeFacts; readonly lines: readonly LineFacts[] }>
>;

type ClaimRow = Omit<RecentClaim, "facts"> & {
  readonly whole: Readonly<Record<string, string | number | boolean | null>>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly diagnosisCodes: readonly string[];
};

/** What a claim of a file does not tell; an edit that asks for it cannot be judged on history. */
const notKept: NotEvaluable = { missing: "not kept with claims on file" };

/** The last claims of the practice by day of service, as facts of the stage of claims. */
export async function recentClaims(
  transaction: PracticeTransaction,
  most: number,
  backgrounds: ClaimBackgrounds,
): Promise<RecentClaim[]> {
  const rows = await transaction.query<ClaimRow>(sql`
    select c.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      c.service_from as "serviceFrom", y.name as payer,
      case when c.first_acceptance = 'rejected' then 'rejected' else c.first_outcome end as outcome,
      c.diagnosis_codes as "diagnosisCodes",
      json_build_object(
        'claim.kind', c.kind, 'claim.frequency', c.frequency_code,
        'claim.patientControlNumber', c.patient_control_number,
        'claim.originalReference', c.original_payer_claim_control_number,
        'claim.placeOfService', c.facility_code, 'claim.serviceFrom', c.service_from,
        'claim.serviceThrough', c.service_through, 'claim.chargedCents', c.charged_cents,
        'claim.isSecondary', c.coverage_sequence <> 'P',
        'claim.firstSubmittedOn', c.submitted_on,
        'authorization.number', c.prior_authorization,
        'billingProvider.npi', nullif(c.billing_provider_npi, ''),
        'renderingProvider.npi', c.rendering_npi,
        'coverage.memberId', c.member_id, 'coverage.filingIndicator', c.filing_indicator,
        'payer.id', c.payer_id, 'payer.name', y.name, 'payer.identifier', y.identifier,
        'payer.lineOfBusiness', y.line_of_business, 'payer.claimRoute', y.claim_route,
        'patient.lastName', p.last_name, 'patient.firstName', p.first_name,
        'patient.dateOfBirth', p.date_of_birth, 'patient.gender', p.gender,
        'patient.addressLine1', p.address_line1, 'patient.city', p.city,
        'patient.state', p.state, 'patient.postalCode', p.postal_code) as whole,
      coalesce((select json_agg(json_build_object(
          'line.procedureCode', l.procedure_code, 'line.modifiers', l.modifiers,
          'line.revenueCode', l.revenue_code, 'line.units', l.units::float8,
          'line.unitOfMeasure', l.unit_of_measure, 'line.chargedCents', l.charged_cents,
          'line.serviceFrom', l.service_from, 'line.serviceThrough', l.service_through,
          'line.placeOfService', l.place_of_service,
          'line.diagnosisPointers', l.diagnosis_pointers, 'line.ndc', l.ndc)
          order by l.line_number)
        from service_lines l
        where l.practice_id = c.practice_id and l.claim_id = c.claim_id), '[]') as lines
    from claims c
    join payers y on y.practice_id = c.practice_id and y.payer_id = c.payer_id
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    where c.practice_id = ${transaction.practiceId} and c.service_from is not null
    order by c.service_from desc, c.claim_id desc limit ${most}`);
  const known = await backgrounds(
    transaction,
    rows.map(({ claimId }) => claimId),
  );
  return rows.map(({ whole, lines, diagnosisCodes, ...claim }) => ({
    ...claim,
    facts: {
      whole: { ...unkeptWhole, ...known.get(claim.claimId)?.whole, ...stated(whole) } as WholeFacts,
      lines: lines.map(
        (line, at) =>
          ({
            ...unkeptLine,
            ...known.get(claim.claimId)?.lines[at],
            ...stated(line),
          }) as LineFacts,
      ),
      diagnoses: diagnosisCodes.map((code) => ({ "diagnosis.code": code })),
      serviceOn: claim.serviceFrom ?? undefined,
    },
  }));
}

const unkeptWhole = unkept((name) => collectionOf(name) === undefined);
const unkeptLine = unkept((name) => collectionOf(name) === "lines");

function unkept(isOf: (name: FactName) => boolean): Record<string, NotEvaluable> {
  const names = factNames.filter(
    (name) => isOf(name) && !isDerived(name) && factOf(name).stages.includes("claim"),
  );
  return Object.fromEntries(names.map((name) => [name, notKept]));
}

/** Columns that hold nothing are absent facts. */
function stated(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]));
}
