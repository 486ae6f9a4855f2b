import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  authorizationsOfCoverages,
  loadUses,
} from "../../front-end/authorization/authorization.store.ts";
import { authorizationRulesOf } from "../../front-end/authorization-rule/list-authorization-rules.query.ts";
import { answersOfCoverages } from "../../front-end/eligibility/answers-of-coverages.query.ts";
import { eligibilityOn } from "../../front-end/eligibility/eligibility-on-day.ts";
import { loadCodingRules } from "../../masters/code-set/coding-rules.query.ts";
import { enrollmentsWith } from "../../masters/enrollment/list-enrollments.query.ts";
import { loadFilingLimits } from "../../masters/filing-limit/filing-limit.store.ts";
import type { LineFacts } from "../../work/edit/facts.ts";
import { authorizationFacts, linesWanting } from "./authorization-facts.ts";
import { type Background, nothingLookedUp, nothingOfLine, unknown } from "./background.ts";
import { codesByDay, codingFacts } from "./coding-facts.ts";
import { filingFacts } from "./filing-facts.ts";
import type { JudgedService } from "./judged-service.ts";
import { eligibilityFacts, type MasterGround, masterFacts } from "./master-facts.ts";
import { loadMasterGrounds } from "./master-grounds.query.ts";
import {
  type BilledLine,
  earlierCodes,
  globalPeriodFacts,
  longestGlobalDays,
  otherLines,
  repeatedFacts,
} from "./other-services.ts";

/**
 * What the practice knows of services beside what their claims say, by their id. However many services,
 * every table is asked once.
 */
export async function loadBackgrounds(
  transaction: PracticeTransaction,
  services: readonly JudgedService[],
): Promise<Map<number, Background>> {
  if (services.length === 0) return new Map();
  const loaded = await loadAll(transaction, services);
  return new Map(services.map((service) => [service.id, backgroundOf(service, loaded)]));
}

async function loadAll(transaction: PracticeTransaction, services: readonly JudgedService[]) {
  const grounds = await loadMasterGrounds(transaction, services);
  const payerIds = unique(services.map(({ payerId }) => payerId));
  const coverageIds = unique([...grounds.values()].map(({ coverage }) => coverage?.coverageId));
  const authorizations = await authorizationsOfCoverages(transaction, coverageIds);
  const authorizationIds = [...authorizations.values()].flatMap((all) =>
    all.map(({ authorizationId }) => authorizationId),
  );
  const billed = await billedLines(transaction, services);
  const others = new Map(
    services.map((service) => [
      service.id,
      otherLines(service, billed.get(service.patientId) ?? []),
    ]),
  );
  return {
    grounds,
    authorizations,
    others,
    uses: await loadUses(transaction, authorizationIds),
    answers: await answersOfCoverages(transaction, coverageIds),
    enrollments: await enrollmentsWith(transaction, payerIds),
    limits: await loadFilingLimits(transaction, payerIds),
    rules: await authorizationRulesOf(transaction, payerIds),
    coding: await loadCodingRules(
      transaction,
      services.flatMap((service) => [
        ...codesByDay(service.lines),
        ...earlierCodes(service, others.get(service.id) ?? []),
      ]),
    ),
  };
}

type Loaded = Awaited<ReturnType<typeof loadAll>>;

const noGround: MasterGround = {
  patient: undefined,
  payer: undefined,
  coverage: undefined,
  plan: undefined,
  rendering: undefined,
  billing: undefined,
};

function backgroundOf(service: JudgedService, loaded: Loaded): Background {
  const ground = loaded.grounds.get(service.id) ?? noGround;
  const { coverage, plan, rendering, payer, billing } = ground;
  const others = loaded.others.get(service.id) ?? [];
  const repeated = repeatedFacts(service, others);
  const { payerId, serviceFrom } = service;
  const consent = {
    coverageId: coverage?.coverageId,
    planId: plan?.planId,
    planNeedsAuthorization: plan?.needsAuthorization,
    renderingId: rendering?.providerId,
    authorizations: loaded.authorizations.get(coverage?.coverageId ?? 0) ?? [],
    rules: loaded.rules,
    uses: loaded.uses,
  };
  const wanting = linesWanting(service, consent);
  const filedWith =
    payer === undefined || payerId === undefined
      ? undefined
      : {
          payerId,
          payerKey: payer.identifierKey,
          planId: plan?.planId,
          lineOfBusiness: payer.lineOfBusiness,
          state: billing?.state,
        };
  const answered =
    coverage === undefined || serviceFrom === undefined
      ? undefined
      : eligibilityOn(loaded.answers.get(coverage.coverageId) ?? [], serviceFrom);
  return {
    whole: {
      ...nothingLookedUp.whole,
      ...masterFacts(service, ground, loaded.enrollments),
      ...eligibilityFacts(answered, plan?.name),
      ...authorizationFacts(service, consent, wanting),
      ...filingFacts(service, loaded.limits, filedWith),
      ...repeated.whole,
      "claim.firstSubmittedOn": undefined,
    },
    lines: service.lines.map(
      (line, at): LineFacts => ({
        ...nothingOfLine,
        ...codingFacts(line, service.lines, loaded.coding),
        ...globalPeriodFacts(line, service, { others, rules: loaded.coding }),
        ...repeated.lines[at],
        "line.needsAuthorization": wanting[at] ?? unknown("authorization rules"),
      }),
    ),
  };
}

function unique(ids: readonly (number | undefined)[]): number[] {
  return [...new Set(ids.flatMap((id) => (id === undefined ? [] : [id])))];
}

/** Lines of the patients' standing claims from the longest global period before on, by patient. */
async function billedLines(
  transaction: PracticeTransaction,
  services: readonly JudgedService[],
): Promise<Map<number, BilledLine[]>> {
  const days = services.flatMap((service) => [
    ...(service.serviceFrom === undefined ? [] : [service.serviceFrom]),
    ...service.lines.flatMap(({ serviceFrom }) => serviceFrom ?? []),
  ]);
  const [first] = days.sort();
  const last = days.at(-1);
  const byPatient = new Map<number, BilledLine[]>();
  if (first === undefined || last === undefined) return byPatient;
  const from = addCalendarDays(first, -longestGlobalDays);
  const patients = unique(services.map(({ patientId }) => patientId));
  const rows = await transaction.query<BilledLine>(sql`
    select c.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      c.payer_id as "payerId", c.patient_id as "patientId",
      coalesce(nullif(c.rendering_npi, ''), c.billing_provider_npi) as "renderingNpi",
      c.state not in ('draft', 'held', 'ready') as "isSent", l.procedure_code as "procedureCode",
      l.modifiers, l.service_from as "serviceFrom"
    from (select * from claims
      where practice_id = ${transaction.practiceId} and patient_id = any (${patients}::bigint[])
        and state not in ('replaced', 'void', 'rejected') offset 0) c
    cross join lateral (select * from service_lines line
      where line.practice_id = c.practice_id and line.claim_id = c.claim_id
        and line.procedure_code is not null
        and line.service_from between ${from} and ${last} offset 0) l
    order by c.claim_id, l.line_number`);
  for (const row of rows) {
    const known = byPatient.get(row.patientId);
    if (known === undefined) byPatient.set(row.patientId, [row]);
    else known.push(row);
  }
  return byPatient;
}
