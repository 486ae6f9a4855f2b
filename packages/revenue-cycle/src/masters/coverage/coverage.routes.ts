import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { idQuery, optionalDate } from "../list-query.ts";
import type { RegistrationSaved } from "../patient/patient.routes.ts";
import { coveragesOf, coveragesOnDay } from "./coverage.store.ts";
import {
  type CoverageAnswer,
  type CoveragesAnswer,
  coverageDraftSchema,
  coverageOrderSchema,
  coverageSchema,
  coverageSuggestionSchema,
  coveragesSchema,
} from "./coverage-answers.ts";
import { type CoverageOverlap, coverageFaults, gapsOf } from "./decide-coverage.ts";
import { suggestedCoverages } from "./named-coverage.store.ts";
import {
  addCoverage,
  type CoverageResult,
  changeCoverage,
  orderCoverages,
} from "./record-coverage.command.ts";

const params = z.object({ patient: idQuery });
const oneParams = params.extend({ coverage: idQuery });

const list = practiceRoute({
  method: "GET",
  url: "/patients/:patient/coverages",
  summary: "A patient's coverages by rank, all of them or those of one day",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params, query: z.object({ on: optionalDate }), response: coveragesSchema },
  handler: async ({ transaction, params: { patient }, query: { on }, audits }) => {
    audits("patient", [patient]);
    return on === undefined
      ? allOf(transaction, patient)
      : { rows: await coveragesOnDay(transaction, patient, on), gaps: [] };
  },
});

const suggestions = practiceRoute({
  method: "GET",
  url: "/patients/:patient/coverages/suggestions",
  summary: "What claims said of a patient's coverages and is not on file, with the claim",
  permission: "patient.read",
  audit: { action: "read", category: "patient" },
  schema: { params, response: z.object({ rows: z.array(coverageSuggestionSchema) }) },
  handler: async ({ transaction, params: { patient }, audits }) => {
    audits("patient", [patient]);
    return { rows: await suggestedCoverages(transaction, patient) };
  },
});

const add = (saved: RegistrationSaved) =>
  practiceRoute({
    method: "POST",
    url: "/patients/:patient/coverages",
    summary: "Add a coverage",
    status: 201,
    permission: "patient.write",
    audit: { action: "create", category: "patient" },
    schema: { params, body: coverageDraftSchema, response: coverageSchema },
    handler: async ({ transaction, practice, params: { patient }, body, audits, etag }) => {
      const wanted = { typed: body, today: practice.today };
      const coverage = settled(await addCoverage(transaction, patient, wanted));
      await saved(transaction, [patient], practice.today);
      audits("patient", [patient]);
      etag(coverage.revision);
      return coverage;
    },
  });

const change = (saved: RegistrationSaved) =>
  practiceRoute({
    method: "PUT",
    url: "/patients/:patient/coverages/:coverage",
    summary: "Describe a coverage anew; a last day ends it",
    permission: "patient.write",
    audit: { action: "change", category: "patient" },
    schema: { params: oneParams, body: coverageDraftSchema, response: coverageSchema },
    handler: async ({
      transaction,
      practice,
      params: of,
      body,
      expectedRevision,
      audits,
      etag,
    }) => {
      const one = { patientId: of.patient, coverageId: of.coverage, revision: expectedRevision() };
      const wanted = { typed: body, today: practice.today };
      const coverage = settled(await changeCoverage(transaction, one, wanted));
      await saved(transaction, [of.patient], practice.today);
      audits("patient", [of.patient]);
      etag(coverage.revision);
      return coverage;
    },
  });

const order = (saved: RegistrationSaved) =>
  practiceRoute({
    method: "PUT",
    url: "/patients/:patient/coverages/order",
    summary: "Put coverages in the order in which they are billed",
    permission: "patient.write",
    audit: { action: "change", category: "patient" },
    schema: { params, body: coverageOrderSchema, response: coveragesSchema },
    handler: async ({ transaction, practice, params: { patient }, body, audits }) => {
      const result = await orderCoverages(transaction, patient, body.order);
      if (result.is !== "ordered") throw refusal(result);
      await saved(transaction, [patient], practice.today);
      audits("patient", [patient]);
      return allOf(transaction, patient);
    },
  });

async function allOf(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<CoveragesAnswer> {
  const rows = await coveragesOf(transaction, patientId);
  return { rows, gaps: gapsOf(rows) };
}

function settled(result: CoverageResult): CoverageAnswer {
  if (result.is === "recorded") return result.coverage;
  throw refusal(result);
}

function refusal(result: Exclude<CoverageResult, { is: "recorded" }>) {
  if (result.is === "refused") return problem(result.code);
  if (result.is === "overlap") {
    return problem("coverage_overlap", { fields: result.overlaps.map(overlapField) });
  }
  return problem("coverage_invalid", {
    fields: result.faults.map(({ field, code }) => ({
      field,
      code,
      message: coverageFaults[code],
    })),
  });
}

function overlapField({ rank, ids, from }: CoverageOverlap) {
  const named = ids.filter((id) => id !== 0).map((id) => `coverage ${id}`);
  const since = from === null ? "from the beginning" : `from ${from}`;
  return {
    field: "rank",
    code: "RANK_TAKEN",
    message: `Place ${rank} is taken ${since}: ${named.join(" and ")}.`,
  };
}

/** `saved` is what a later stage does when registrations were saved. */
export function coverageRoutes(saved: RegistrationSaved): RouteModule {
  return {
    name: "coverages",
    routes: [list, suggestions, add(saved), change(saved), order(saved)],
    problems,
  };
}

const problems = {
  coverage_invalid: { status: 422, title: "The coverage is not described rightly" },
  coverage_overlap: {
    status: 409,
    title: "Two coverages would stand at the same place of the order on one day",
  },
};
