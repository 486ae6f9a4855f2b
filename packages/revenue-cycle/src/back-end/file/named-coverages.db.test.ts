import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyCoverage } from "../../masters/coverage/coverage-draft.ts";
import { suggestedCoverages } from "../../masters/coverage/named-coverage.store.ts";
import { addCoverage } from "../../masters/coverage/record-coverage.command.ts";
import { inPractice } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { claim, smallRoad } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("what claims say of a coverage is offered until it is on file", async () => {
  const context = await testContext(database, "Named");
  const [name = ""] = Object.keys(smallRoad);
  await importBytes(context, name, smallRoad[name] ?? "");
  const { lastName, memberId, controlNumber } = claim(0);
  const patient = await inPractice(context, (transaction) =>
    transaction.one<{ id: number }>(sql`
      select patient_id as id from claims where patient_control_number = ${controlNumber}`),
  );
  const offered = await inPractice(context, (transaction) =>
    suggestedCoverages(transaction, patient.id),
  );
  expect(offered).toMatchObject([
    {
      memberId,
      patientControlNumber: controlNumber,
      relationship: "18",
      subscriberLastName: lastName,
    },
  ]);
  const [first] = offered;
  const typed = { ...emptyCoverage, payerId: first?.payerId ?? 0, memberId };
  const result = await inPractice(context, (transaction) =>
    addCoverage(transaction, patient.id, { typed, today: "2026-01-01" }),
  );
  expect(result.is).toBe("recorded");
  const left = await inPractice(context, (transaction) =>
    suggestedCoverages(transaction, patient.id),
  );
  expect(left).toEqual([]);
});
