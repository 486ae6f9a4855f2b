import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { priceOn } from "../../masters/charge-master/price.ts";
import { idQuery, optionalDate } from "../../masters/list-query.ts";
import { severities } from "../../work/edit/edit.ts";
import type { FactName } from "../../work/edit/fact-catalogue.ts";
import { listFindings } from "../../work/edit/list-findings.query.ts";
import { holdsOf } from "../../work/hold/find-holds.query.ts";
import { holdSchema } from "../../work/hold/hold-answers.ts";
import { chargeFieldOf } from "../charge/charge-field.ts";
import { chargeFaults } from "../charge/decide-charges.ts";
import { holdCharges } from "../charge/hold-charges.command.ts";
import { judgeCharges } from "../charge/judge-charges.query.ts";
import { buildClaims } from "../claim/build-claims.command.ts";
import { findEncounter, pricesOf } from "./encounter.store.ts";
import {
  type EncounterAnswer,
  encounterDraftSchema,
  encounterRowSchema,
  encounterSchema,
  encounterStates,
} from "./encounter-answers.ts";
import { listEncounters, listUncharged } from "./list-encounters.query.ts";
import {
  changeEncounter,
  type EncounterResult,
  recordEncounter,
  waiveCharge,
} from "./record-encounter.command.ts";

const params = z.object({ encounter: idQuery });

const chargeFindingsSchema = z.object({
  /** What was found when the visit was saved last, and what a person released of it. */
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(severities),
      message: z.string(),
      field: z.string().nullable(),
      ownerRole: z.string(),
      state: z.enum(["open", "released"]),
      settledBy: z.string().nullable(),
      settleReason: z.string().nullable(),
    }),
  ),
  /** The hold that stops the claim. */
  hold: holdSchema.nullable(),
  /** Edits that could not be judged, and what was missing. */
  notEvaluable: z.array(z.object({ code: z.string(), missing: z.array(z.string()) })),
});

/** A visit has few findings; more than these are no help to whoever mends it. */
const mostFindings = 100;

const list = listRoute({
  url: "/encounters",
  summary: "Visits by day, the latest first, with what they charge and their claims",
  permission: "claim.read",
  query: z.object({
    state: z.enum(encounterStates).optional(),
    patient: idQuery.optional(),
    serviceFrom: optionalDate,
    serviceThrough: optionalDate,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: encounterRowSchema,
  category: "encounter",
  auditId: (row) => row.id,
  fileName: "encounters",
  columns: [
    { title: "Day", kind: "date", value: (row) => row.serviceFrom },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Provider", kind: "text", value: (row) => row.renderingName },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Held for", kind: "text", value: (row) => row.heldFor },
    { title: "Charged", kind: "cents", value: (row) => row.chargedCents },
    { title: "Claim", kind: "text", value: (row) => row.patientControlNumber },
  ],
  page: ({ transaction, query }, page) => listEncounters(transaction, query, page),
});

const uncharged = listRoute({
  url: "/encounters/uncharged",
  summary: "Appointments that took place and have no charge, the oldest first",
  permission: "claim.read",
  query: z.object({}),
  cursor: z.tuple([z.string(), z.int()]),
  row: z.object({
    appointmentId: z.int(),
    encounterId: z.int().nullable(),
    patientId: z.int(),
    patientName: z.string(),
    providerId: z.int(),
    facilityId: z.int().nullable(),
    on: dateSchema,
    providerName: z.string().nullable(),
    services: z.array(
      z.object({ procedureCode: z.string(), modifiers: z.array(z.string()), units: z.int() }),
    ),
  }),
  category: "appointment",
  auditId: (row) => row.appointmentId,
  fileName: "uncharged",
  columns: [
    { title: "Day", kind: "date", value: (row) => row.on },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Provider", kind: "text", value: (row) => row.providerName },
  ],
  page: ({ transaction, practice }, page) => listUncharged(transaction, practice.today, page),
});

const price = practiceRoute({
  method: "GET",
  url: "/charges/price",
  summary: "What the charge master asks for one unit of a code on a day; null without a price",
  permission: "claim.read",
  audit: { action: "read", category: "charge-item" },
  schema: {
    query: z.object({
      code: z.string().max(10),
      modifiers: z.string().max(20).default(""),
      on: dateSchema,
    }),
    response: z.object({ priceCents: centsSchema.nullable() }),
  },
  handler: async ({ transaction, query }) => {
    const code = query.code.trim().toUpperCase();
    const modifiers = query.modifiers.split(/[\s,]+/);
    const found = priceOn(await pricesOf(transaction, [code]), { code, modifiers, on: query.on });
    return { priceCents: found.is === "priced" ? found.item.priceCents : null };
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/encounters/:encounter",
  summary: "One visit with its diagnoses and charges",
  permission: "claim.read",
  audit: { action: "read", category: "encounter" },
  schema: { params, response: encounterSchema },
  handler: async ({ transaction, params: { encounter }, audits, etag }) => {
    const found = await findEncounter(transaction, encounter);
    if (found === undefined) throw problem("not_found");
    audits("encounter", [encounter]);
    etag(found.revision);
    return found;
  },
});

const findings = practiceRoute({
  method: "GET",
  url: "/encounters/:encounter/findings",
  summary:
    "What the edits find about a visit as it is saved, with the field of the page it is about",
  permission: "claim.read",
  audit: { action: "read", category: "encounter" },
  schema: { params, response: chargeFindingsSchema },
  handler: async ({ transaction, practice, params: { encounter }, audits }) => {
    if ((await findEncounter(transaction, encounter)) === undefined) throw problem("not_found");
    audits("encounter", [encounter]);
    const { notEvaluable } = await judgeCharges(transaction, encounter, practice.today);
    const wanted = { kind: "encounter", subject: encounter };
    const { rows } = await listFindings(transaction, wanted, { limit: mostFindings });
    const holds = await holdsOf(transaction, { kind: "encounter", id: encounter });
    return {
      findings: rows.flatMap(({ state, place, field, ...row }) => {
        if (state === "gone") return [];
        const shown = chargeFieldOf({ field: field as FactName, at: place ?? undefined });
        return [{ ...row, state, field: shown ?? null }];
      }),
      hold: holds.find(({ releasedAt }) => releasedAt === null) ?? null,
      notEvaluable: notEvaluable.map(({ code, missing }) => ({ code, missing: [...missing] })),
    };
  },
});

const add = practiceRoute({
  method: "POST",
  url: "/encounters",
  summary: "Record a visit with its diagnoses and charges",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "encounter" },
  schema: { body: encounterDraftSchema, response: encounterSchema },
  handler: async ({ transaction, practice, body, audits, etag }) => {
    const encounter = settled(await recordEncounter(transaction, body));
    await holdCharges(transaction, encounter.id, practice.today);
    audits("encounter", [encounter.id]);
    etag(encounter.revision);
    return encounter;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/encounters/:encounter",
  summary: "Describe a visit anew while it is not charged",
  permission: "claim.write",
  audit: { action: "change", category: "encounter" },
  schema: { params, body: encounterDraftSchema, response: encounterSchema },
  handler: async ({ transaction, practice, params, body, expectedRevision, audits, etag }) => {
    const wanted = { typed: body, revision: expectedRevision() };
    const encounter = settled(await changeEncounter(transaction, params.encounter, wanted));
    await holdCharges(transaction, encounter.id, practice.today);
    audits("encounter", [encounter.id]);
    etag(encounter.revision);
    return encounter;
  },
});

const waive = practiceRoute({
  method: "POST",
  url: "/encounters/:encounter/no-charge",
  summary: "Say that a visit has nothing to charge, and why",
  permission: "claim.write",
  audit: { action: "change", category: "encounter" },
  schema: {
    params,
    body: z.object({ reason: z.string().trim().min(1).max(200) }),
    response: encounterSchema,
  },
  handler: async ({ transaction, practice, params, body, expectedRevision, audits, etag }) => {
    const close = { reason: body.reason, revision: expectedRevision() };
    const encounter = settled(await waiveCharge(transaction, params.encounter, close));
    await holdCharges(transaction, encounter.id, practice.today);
    audits("encounter", [encounter.id]);
    etag(encounter.revision);
    return encounter;
  },
});

const build = practiceRoute({
  method: "POST",
  url: "/encounters/:encounter/claim",
  summary: "Make the claim of a visit and charge it; answers what is missing where it cannot",
  status: 201,
  permission: "claim.write",
  audit: { action: "create", category: "claim" },
  schema: {
    params,
    response: z.object({
      claimId: z.int(),
      patientControlNumber: z.string(),
      state: z.enum(["draft", "held", "ready"]),
    }),
  },
  handler: async ({ transaction, practice, params: { encounter }, audits }) => {
    const result = await buildClaims(transaction, [encounter], practice.today);
    const [built] = result.built;
    if (built !== undefined) {
      audits("claim", [built.claimId]);
      const { claimId, patientControlNumber, state } = built;
      return { claimId, patientControlNumber, state };
    }
    if (result.held.length > 0) throw problem("charges_held");
    const [incomplete] = result.incomplete;
    if (incomplete === undefined) throw problem("encounter_charged");
    const fields = incomplete.missing.map(({ path, code }) => ({
      field: path,
      code,
      message: code === "missing" ? "Missing." : "More than a claim has room for.",
    }));
    throw problem("claim_incomplete", { fields });
  },
});

function settled(result: EncounterResult): EncounterAnswer {
  if (result.is === "recorded") return result.encounter;
  if (result.is === "refused") throw problem(result.code);
  const fields = result.faults.map(({ field, code }) => ({
    field,
    code,
    message: chargeFaults[code],
  }));
  throw problem("charge_invalid", { fields });
}

export const encounterRoutes: RouteModule = {
  name: "encounters",
  routes: [list, uncharged, price, show, findings, add, change, waive, build],
  problems: {
    charge_invalid: { status: 422, title: "The charges are not described rightly" },
    charges_held: {
      status: 409,
      title: "The charges are held: mend what was found, or release it",
    },
    claim_incomplete: { status: 422, title: "The claim lacks something" },
    encounter_charged: { status: 409, title: "The visit is charged or closed: change its claim" },
    appointment_has_encounter: { status: 409, title: "The appointment has a visit already" },
    encounter_reference_unknown: {
      status: 422,
      title: "The patient, facility or a provider is not the practice's",
    },
  },
};
