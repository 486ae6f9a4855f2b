import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPractice } from "../../books/account/create-practice.command.ts";
import { addAuthorizationRule } from "../../front-end/authorization-rule/record-authorization-rule.command.ts";
import { addFilingLimit } from "../../masters/filing-limit/record-filing-limit.command.ts";
import type { LineFacts, WholeFacts } from "../../work/edit/facts.ts";
import { judgeCharges } from "../charge/judge-charges.query.ts";
import { buildClaims } from "../claim/build-claims.command.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../claim/testing/seed-practice.command.ts";
import { loadBackgrounds } from "./load-background.query.ts";
import { servicesOfClaims } from "./services-of-claims.query.ts";

let database: TestDatabase;
let practiceId: number;
let practice: SeededPractice;
let claimId = 0;
const today = "2026-06-15";

function inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "test" }, work);
}

/** Builds the claim of a visit of 99213 and J1100; answers its id. */
async function claimOn(serviceFrom: string): Promise<number> {
  return inPractice(async (transaction) => {
    const encounterId = await seedEncounter(transaction, practice, { serviceFrom });
    const { built } = await buildClaims(transaction, [encounterId], today);
    return built[0]?.claimId ?? 0;
  });
}

async function background(id: number): Promise<{ whole: WholeFacts; lines: readonly LineFacts[] }> {
  return inPractice(async (transaction) => {
    const services = await servicesOfClaims(transaction, [id]);
    const found = (await loadBackgrounds(transaction, services)).get(id);
    if (found === undefined) throw new Error("no background");
    return found;
  });
}

const execute = (statement: ReturnType<typeof sql>) => inPractice((t) => t.execute(statement));
const rowOf = { state: "", planId: null, effectiveFrom: "2026-01-01", effectiveTo: "" };

beforeAll(async () => {
  database = await createTestDatabase();
  const created = await createPractice(
    database,
    { name: "Riverside", kind: "practice" },
    { actor: "test", random: systemRandom },
  );
  if (created.is === "refused") throw new Error(created.code);
  practiceId = created.practice.practiceId;
  practice = await inPractice(seedPractice);
  claimId = await claimOn("2026-06-12");
});
afterAll(() => database?.drop());

describe("what is known beside a claim", () => {
  test("nothing is concluded from what is not on file", async () => {
    const { whole, lines } = await background(claimId);
    expect(whole).toMatchObject({
      "patient.dateOfDeath": undefined,
      "payer.lineOfBusiness": "commercial",
      "coverage.isOnFile": true,
      "plan.needsReferral": { missing: "plan" },
      "claim.filingDueOn": { missing: "filing limit" },
      "renderingProvider.isOnFile": true,
      "renderingProvider.isEnrolled": { missing: "enrollment" },
      "payer.claimEnrollment": { missing: "enrollment" },
      "eligibility.status": { missing: "eligibility on the day of service" },
      "eligibility.checkedOn": undefined,
      "authorization.isRequired": { missing: "authorization rules" },
      "authorization.isOnFile": false,
      "claim.sameServicesNumber": undefined,
    });
    expect(lines).toMatchObject([
      {
        "line.bundledIntoCode": { missing: "code-set ncci-ptp" },
        "line.unlikelyIndicator": { missing: "code-set ncci-mue" },
        "line.feeScheduleStatus": { missing: "code-set pfs-rvu" },
        "line.inGlobalPeriodOf": undefined,
        "line.needsAuthorization": { missing: "authorization rules" },
      },
      {},
    ]);
  });

  test("the payer's own limit and rules, enrolments and the payer's answer", async () => {
    const { payerId, renderingId, coverageId, patientId } = practice;
    const limit = await inPractice((t) =>
      addFilingLimit(t, {
        ...rowOf,
        payerId,
        kind: "original",
        length: "90",
        unit: "days",
        basis: "service",
        source: "contract",
      }),
    );
    expect(limit.is).toBe("recorded");
    const rule = await inPractice((t) =>
      addAuthorizationRule(t, {
        ...rowOf,
        payerId,
        procedureCodes: "J1100, 70450-70559",
        isRequired: true,
        source: "payer's list",
      }),
    );
    expect(rule).toMatchObject({ answer: { procedureCodes: "70450-70559 J1100" } });
    await execute(sql`insert into payer_enrollments (practice_id, payer_id, provider_id, transaction,
        state, effective_from)
      values (${practiceId}, ${payerId}, ${renderingId}, 'participation', 'active', '2026-06-13'),
        (${practiceId}, ${payerId}, null, '837P', 'active', '2026-01-01')`);
    await execute(sql`insert into eligibility_checks (practice_id, coverage_id, patient_id, payer_id,
        service_day, method, asked_by, outcome, answered_on, plan_name)
      values (${practiceId}, ${coverageId}, ${patientId}, ${payerId}, '2026-06-12', 'person', 'test',
        'active', '2026-06-11', 'Silver HMO')`);
    await execute(sql`insert into eligibility_benefits (practice_id, check_id, benefit_number,
        benefit_code, insurance_type, needs_authorization, network, other_payer_name)
      select practice_id, check_id, 1, 'R', 'HN', 'unknown', 'unknown', 'Lakeside Advantage'
      from eligibility_checks`);
    await execute(sql`insert into authorizations (practice_id, patient_id, payer_id, coverage_id, kind,
        number, state, procedure_codes, approved_units, effective_from)
      values (${practiceId}, ${patientId}, ${payerId}, ${coverageId}, 'authorization', 'A-77',
        'approved', '{J1100}', 6, '2026-06-01')`);
    const { whole, lines } = await background(claimId);
    expect(whole).toMatchObject({
      "claim.filingDueOn": "2026-09-10",
      "renderingProvider.isEnrolled": false,
      "payer.claimEnrollment": "active",
      "eligibility.status": "active",
      "eligibility.checkedOn": "2026-06-11",
      "eligibility.planName": "Silver HMO",
      "eligibility.medicareAdvantagePlan": "Lakeside Advantage",
      "authorization.isRequired": true,
      "authorization.isOnFile": true,
      "authorization.numberOnFile": "A-77",
      "authorization.unitsRemaining": 6,
      "authorization.unitsWanted": 2,
    });
    expect(lines).toMatchObject([
      { "line.needsAuthorization": false },
      { "line.needsAuthorization": true },
    ]);
  });

  test("the same services are billed once; the first claim stands", async () => {
    const again = await claimOn("2026-06-12");
    const { number } = await inPractice((t) =>
      t.one<{ number: string }>(sql`
        select patient_control_number as number from claims where claim_id = ${claimId}`),
    );
    const second = await background(again);
    expect(second.whole["claim.sameServicesNumber"]).toBe(number);
    expect(second.lines[1]?.["line.billedOnClaim"]).toBe(number);
    const first = await background(claimId);
    expect(first.whole["claim.sameServicesNumber"]).toBeUndefined();
    const row = await inPractice((t) =>
      t.one(sql`select state, (select json_agg(code order by code) from edit_findings f
          where f.subject_id = ${again} and f.severity = 'hold') as codes
        from claims where claim_id = ${again}`),
    );
    expect(row).toEqual({
      state: "held",
      codes: [
        "CLAIM_AUTHORIZATION_MISSING",
        "CLAIM_RENDERING_NOT_ENROLLED",
        "CLAIM_REPEATED",
        "LINE_AUTHORIZATION_MISSING",
      ],
    });
  });

  test("official tables of the day: pairs, unlikely units, status and global periods", async () => {
    await database.owner.query(`
      insert into code_set_files (code_set_file_id, name, sha256, code_set, variant, part, edition,
        effective_from, verdict, loaded_by)
      values (901, 'p1', 'a', 'ncci-ptp', 'practitioner', 1, 'v1', '2026-01-01', 'read', 'test'),
        (902, 'm', 'b', 'ncci-mue', 'practitioner', 1, 'v1', '2026-01-01', 'read', 'test'),
        (903, 'r', 'c', 'pfs-rvu', '', 1, 'v1', '2026-01-01', 'read', 'test')`);
    await database.owner.query(`
      insert into ptp_edits values (901, '99213', 'J1100', '2020-01-01', null, 1, 1)`);
    await database.owner.query("insert into mue_limits values (902, 'J1100', 1, 3, 'x')");
    await database.owner.query(`
      insert into relative_values values (903, '99213', '', 'A', 1, 1, 1, 1, 33, false, false, 'XXX', '{}'),
        (903, '11042', '', 'A', 1, 1, 1, 1, 33, false, false, '010', '{}')`);
    const { lines } = await background(claimId);
    expect(lines).toMatchObject([
      {
        // Of four parts one is loaded: another edit may stand in the rest.
        "line.bundledIntoCode": { missing: "code-set ncci-ptp" },
        "line.unlikelyIndicator": undefined,
        "line.feeScheduleStatus": "A",
        "line.globalDays": "XXX",
      },
      {
        "line.bundledIntoCode": "99213",
        "line.bundlingModifierIndicator": 1,
        "line.pairModifiers": [],
        "line.unlikelyAboveUnits": 1,
        "line.unlikelyIndicator": 3,
        "line.feeScheduleStatus": undefined,
      },
    ]);
  });

  test("charges are judged as they are saved, by the codes of the day", async () => {
    const answer = await inPractice(async (transaction) => {
      const encounterId = await seedEncounter(transaction, practice, { serviceFrom: "2026-06-11" });
      return judgeCharges(transaction, encounterId, today);
    });
    const found = answer.findings.map(({ code, at }) => [code, at]);
    expect(found).toContainEqual(["CHARGE_NOTE_UNSIGNED", undefined]);
    expect(found).toContainEqual(["LINE_BUNDLED_WITHOUT_MODIFIER", 2]);
    expect(found).toContainEqual(["LINE_UNITS_UNLIKELY_DAY", 2]);
    expect(answer.notEvaluable).toContainEqual({
      code: "DIAGNOSIS_NOT_VALID",
      missing: ["code-set icd-10-cm"],
    });
  });

  test("a visit within ten days after a small procedure lies in its global period", async () => {
    const earlier = await claimOn("2026-06-05");
    await database.owner.query(`update service_lines set procedure_code = '11042'
      where claim_id = ${earlier} and line_number = 1`);
    const { lines } = await background(claimId);
    expect(lines).toMatchObject([
      { "line.inGlobalPeriodOf": "11042", "line.globalPeriodEndsOn": "2026-06-15" },
      { "line.inGlobalPeriodOf": undefined },
    ]);
  });
});
