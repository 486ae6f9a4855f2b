import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildClaims } from "../../mid-cycle/claim/build-claims.command.ts";
import {
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../../mid-cycle/claim/testing/seed-practice.command.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { testContext } from "../file/testing/import-texts.ts";
import { insertConnection } from "./batch.store.ts";
import { circuitAnswers } from "./circuit.store.ts";
import { saveSchedule, showSchedule } from "./connection-schedule.store.ts";
import { defaultSchedule } from "./connection-schedule.ts";
import { exchangeFiles } from "./exchange-files.command.ts";

let database: TestDatabase;
let context: ReadingContext;
let practice: SeededPractice;
let root: string;
let connectionId: number;
let folder: string;
const today = "2026-06-15";
const everyHour = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

beforeAll(async () => {
  database = await createTestDatabase();
  context = { ...(await testContext(database, "Riverside")), today };
  root = await mkdtemp(join(tmpdir(), "headwater-exchange-"));
  practice = await inPractice(context, seedPractice);
  connectionId =
    (await inPractice(context, (t) =>
      insertConnection(t, {
        ...{ name: "House", folder: "house", receiverName: "House", isTest: false },
        ...{ senderQualifier: "ZZ", senderId: "RVRSD" },
        ...{ receiverQualifier: "ZZ", receiverId: "HOUSE" },
      }),
    )) ?? 0;
  folder = join(root, context.practice.publicId, "house");
});
afterAll(async () => {
  await database?.drop();
  await rm(root, { recursive: true, force: true });
});

async function builtClaim(): Promise<number> {
  const encounterId = await inPractice(context, (t) => seedEncounter(t, practice));
  const { built } = await inPractice(context, (t) => buildClaims(t, [encounterId], today));
  const [claim] = built;
  if (claim === undefined) throw new Error("a claim was expected");
  return claim.claimId;
}

/** Two hours pass: a time of day of every hour came meanwhile. */
const twoHoursPass = () =>
  inPractice(context, (t) =>
    t.execute(sql`
      update connection_schedules set sent_at = sent_at - interval '2 hours',
        picked_up_at = picked_up_at - interval '2 hours'
      where connection_id = ${connectionId}`),
  );

const stateOf = async (claimId: number) =>
  (
    await inPractice(context, (t) =>
      t.one<{ state: string }>(sql`select state from claims where claim_id = ${claimId}`),
    )
  ).state;

const exchanged = () => exchangeFiles(context, connectionId, root);

test("without times nothing goes by itself, and what was not seen is not written over", async () => {
  const claimId = await builtClaim();
  expect(await exchanged()).toEqual({ is: "nothing-due" });
  expect(await stateOf(claimId)).toBe("ready");
  const schedule = {
    ...defaultSchedule,
    sendTimes: everyHour,
    pickUpMinutes: 30,
    timeoutSeconds: 1,
    attempts: 1,
    failuresToOpen: 2,
  };
  const save = (revision: number) =>
    inPractice(context, (t) => saveSchedule(t, connectionId, { schedule, revision }));
  expect([await save(3), await save(0), await save(0)]).toEqual([false, true, false]);
  expect(await inPractice(context, (t) => showSchedule(t, connectionId))).toMatchObject({
    ...schedule,
    revision: 1,
    lastRefusal: null,
  });
  expect(await exchanged()).toEqual({ is: "nothing-due" });
});

test("a far end that is down leaves the batch prepared, is tried again, then left alone", async () => {
  const settings = {
    ...{ host: "127.0.0.1", port: 1, userName: "office", password: "secret" },
    hostKey: `SHA256:${"A".repeat(43)}`,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sftp.json"), JSON.stringify(settings));
  await chmod(join(folder, "sftp.json"), 0o600);
  await twoHoursPass();
  expect(await exchanged()).toEqual({ is: "unreached", cause: "SFTP_UNREACHABLE" });
  expect(await exchanged()).toEqual({ is: "unreached", cause: "SFTP_UNREACHABLE" });
  expect((await exchanged()).is).toBe("left-alone");
  const circuit = (await inPractice(context, circuitAnswers))(connectionId);
  expect(circuit).toMatchObject({ state: "open", failures: 2, lastCause: "SFTP_UNREACHABLE" });
  const batches = await inPractice(context, (t) =>
    t.query<{ state: string; claims: number }>(sql`select state, claims from claim_batches`),
  );
  expect(batches).toEqual([{ state: "prepared", claims: 1 }]);
});

test("once it is back the same batch goes, what is ready goes, and what waits is picked up", async () => {
  await rm(join(folder, "sftp.json"));
  const later = await builtClaim();
  await inPractice(context, (t) =>
    t.execute(sql`update connection_circuits set open_until = now() - interval '1 second'`),
  );
  await mkdir(join(folder, "inbox"), { recursive: true });
  await writeFile(join(folder, "inbox", "note.txt"), "no X12");
  expect(await exchanged()).toEqual({ is: "exchanged", batches: 2, files: 1 });
  expect(await readdir(join(folder, "outbox"))).toHaveLength(2);
  expect(await stateOf(later)).toBe("submitted");
  expect((await inPractice(context, circuitAnswers))(connectionId)).toMatchObject({
    state: "closed",
    failures: 0,
  });
  expect(await exchanged()).toEqual({ is: "nothing-due" });
});

test("why nothing could be sent is told on the schedule", async () => {
  await builtClaim();
  await inPractice(context, (t) =>
    t.execute(sql`update practice_profiles set submitter_name = null`),
  );
  await twoHoursPass();
  expect(await exchanged()).toMatchObject({ is: "exchanged", batches: 0 });
  expect(await inPractice(context, (t) => showSchedule(t, connectionId))).toMatchObject({
    lastRefusal: "submitter_unknown",
  });
});
