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
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { findEncounter } from "../encounter/encounter.store.ts";
import { buildClaims } from "./build-claims.command.ts";
import { findContent } from "./claim-content.store.ts";
import { claimPage } from "./claim-page.query.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "./testing/seed-practice.command.ts";

let database: TestDatabase;
let practiceId: number;
let practice: SeededPractice;
const today = "2026-06-15";

function inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "test" }, work);
}

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
});
afterAll(() => database?.drop());

describe("the claim of an encounter", () => {
  test("is ready, stands in the books and on its page before it is sent", async () => {
    const encounterId = await inPractice((t) => seedEncounter(t, practice));
    const result = await inPractice((t) => buildClaims(t, [encounterId], today));
    expect(result).toMatchObject({ built: [{ encounterId, state: "ready" }], incomplete: [] });
    const claimId = result.built[0]?.claimId ?? 0;
    const page = await inPractice((t) => claimPage(t, claimId));
    expect(page).toMatchObject({
      state: "ready",
      payer: "Northfield Health Plan",
      source: null,
      cents: { charged: 17_000, openInsurance: 17_000 },
      lines: [
        { lineNumber: 1, procedureCode: "99213", cents: { charged: 14_500 } },
        { lineNumber: 2, procedureCode: "J1100", cents: { charged: 2_500 } },
      ],
    });
    expect(await inPractice((t) => findEncounter(t, encounterId))).toMatchObject({
      state: "charged",
      claimId,
    });
    const content = await inPractice((t) => findContent(t, claimId));
    expect(content?.content.coverage.subscriber?.id).toBe("W123456789");
    expect((await inPractice(verifyLedger)).faults).toEqual([]);
  });

  test("is made and charged once, however often it is asked for", async () => {
    const encounterId = await inPractice((t) => seedEncounter(t, practice));
    const asked = await Promise.all(
      [1, 2, 3].map(() => inPractice((t) => buildClaims(t, [encounterId], today))),
    );
    expect(asked.flatMap((each) => each.built)).toHaveLength(1);
    expect(asked.flatMap((each) => each.notOpen)).toEqual([encounterId, encounterId]);
    const row = await inPractice((t) =>
      t.one(sql`select count(*) as charges from postings p
        join claim_contents c on c.practice_id = p.practice_id and c.claim_id = p.claim_id
        where c.encounter_id = ${encounterId} and p.kind = 'charge'`),
    );
    expect(row).toEqual({ charges: 1 });
  });

  test("that lacks something is not made, and the encounter stays open", async () => {
    const encounterId = await inPractice((t) =>
      seedEncounter(t, practice, { serviceFrom: "2026-06-13" }),
    );
    await inPractice((t) =>
      t.execute(sql`update coverages set effective_to = '2026-06-12'
        where coverage_id = ${practice.coverageId}`),
    );
    const result = await inPractice((t) => buildClaims(t, [encounterId], today));
    expect(result).toMatchObject({
      built: [],
      incomplete: [{ encounterId, missing: [{ path: "coverages", code: "missing" }] }],
    });
    expect((await inPractice((t) => findEncounter(t, encounterId)))?.state).toBe("open");
    await inPractice((t) => t.execute(sql`update coverages set effective_to = null`));
  });

  test("that a strict reader would not take is a draft", async () => {
    await inPractice((t) =>
      t.execute(sql`update coverages set medicare_secondary_type = null, filing_indicator = 'MB'`),
    );
    const encounterId = await inPractice((t) => seedEncounter(t, practice));
    const result = await inPractice((t) => buildClaims(t, [encounterId], today));
    expect(result.built).toMatchObject([{ state: "draft" }]);
    await inPractice((t) => t.execute(sql`update coverages set filing_indicator = null`));
  });
});
