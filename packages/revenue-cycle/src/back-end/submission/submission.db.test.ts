import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { readTransactions } from "@headwater/x12";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { buildClaims } from "../../mid-cycle/claim/build-claims.command.ts";
import { changeClaimContent } from "../../mid-cycle/claim/change-claim-content.command.ts";
import { findContent } from "../../mid-cycle/claim/claim-content.store.ts";
import { claimEditSchema } from "../../mid-cycle/claim/claim-edit-schema.ts";
import { claimPage } from "../../mid-cycle/claim/claim-page.query.ts";
import { readControlNumber } from "../../mid-cycle/claim/control-number.ts";
import { editOf } from "../../mid-cycle/claim/edit-of-claim.ts";
import { mendClaim } from "../../mid-cycle/claim/mend-claim.command.ts";
import { readSentClaim, sentPlace } from "../../mid-cycle/claim/read-sent-claim.query.ts";
import {
  addPatient,
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "../../mid-cycle/claim/testing/seed-practice.command.ts";
import { readWaitingFiles } from "../file/read-file.command.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { importBytes, testContext } from "../file/testing/import-texts.ts";
import { insertConnection } from "./batch.store.ts";
import { fetchInbox } from "./fetch-inbox.command.ts";
import { prepareBatch } from "./prepare-batch.command.ts";
import { sendBatch } from "./send-batch.command.ts";
import { claimsAnswer, claimsOf, functionalAnswer, payment } from "./testing/payer-answers.ts";

let database: TestDatabase;
let context: ReadingContext;
let practice: SeededPractice;
let root: string;
let connectionId: number;
let folder: string;
const today = "2026-06-15";

beforeAll(async () => {
  database = await createTestDatabase();
  const read = await testContext(database, "Riverside");
  context = { ...read, today };
  root = await mkdtemp(join(tmpdir(), "headwater-connections-"));
  practice = await inPractice(context, seedPractice);
  connectionId =
    (await inPractice(context, (t) =>
      insertConnection(t, {
        name: "House",
        folder: "house",
        senderQualifier: "ZZ",
        senderId: "RVRSD",
        receiverQualifier: "ZZ",
        receiverId: "HOUSE",
        receiverName: "House",
        isTest: false,
      }),
    )) ?? 0;
  folder = join(root, context.practice.publicId, "house");
});
afterAll(async () => {
  await database?.drop();
  await rm(root, { recursive: true, force: true });
});

async function builtClaim(changes: Parameters<typeof seedEncounter>[2] = {}) {
  const encounterId = await inPractice(context, (t) => seedEncounter(t, practice, changes));
  const { built } = await inPractice(context, (t) => buildClaims(t, [encounterId], today));
  const [claim] = built;
  if (claim === undefined) throw new Error("a claim was expected");
  return claim;
}

async function sent(claimIds: readonly number[]) {
  const publicId = context.random.uuid();
  const request = { publicId, connectionId, claimIds, time: "1200" };
  const prepared = await prepareBatch(context, request);
  if (prepared.is !== "prepared") throw new Error(JSON.stringify(prepared));
  const result = await sendBatch(context, prepared.batch.batchId, root);
  if (result.is !== "sent") throw new Error(result.code);
  const bytes = await readFile(join(folder, "outbox", prepared.batch.fileName));
  return { batch: result.batch, bytes };
}

async function arrives(name: string, text: string) {
  await writeFile(join(folder, "inbox", name), text, "latin1");
  await fetchInbox(context, connectionId, root);
  await readWaitingFiles(context);
}

const page = (claimId: number) => inPractice(context, (t) => claimPage(t, claimId));

/** Changes the content of a claim as its form does. */
async function edited(
  claimId: number,
  change: (edit: ReturnType<typeof claimEditSchema.parse>) => object,
) {
  const stored = await inPractice(context, (t) => findContent(t, claimId));
  if (stored === undefined) throw new Error("a content was expected");
  const edit = claimEditSchema.parse(JSON.parse(JSON.stringify(editOf(stored.content))));
  const typed = { ...edit, ...change(edit) } as typeof edit;
  return inPractice(context, (t) =>
    changeClaimContent(t, claimId, { typed, revision: stored.revision, today }),
  );
}

const sum = async () => (await inPractice(context, verifyLedger)).faults;

describe("the road from a charge to its money, through files on disk", () => {
  test("a claim is sent, acknowledged, accepted and paid", async () => {
    const claim = await builtClaim();
    const { bytes, batch } = await sent([claim.claimId]);
    expect(batch).toMatchObject({ state: "sent", sendings: 1, claims: 1, cents: 17_000 });
    const ofPage = await page(claim.claimId);
    expect(ofPage).toMatchObject({ state: "submitted", submittedOn: today });
    expect(ofPage?.source?.fileName).toBe(batch.fileName);
    await arrives("a.999", functionalAnswer(bytes, 900_001, today));
    await arrives("a.277", claimsAnswer(bytes, { control: 900_002, on: today }));
    expect(await page(claim.claimId)).toMatchObject({
      state: "accepted",
      payerClaimControlNumber: `P${claim.patientControlNumber}`,
    });
    await arrives("a.835", payment(bytes, { control: 900_003, on: "2026-06-30" }));
    expect(await page(claim.claimId)).toMatchObject({
      state: "paid",
      cents: { charged: 17_000, insurancePaid: 13_600, contractual: 3_400, openInsurance: 0 },
    });
    expect(await readdir(join(folder, "inbox"))).toEqual([]);
    expect((await readdir(join(folder, "done"))).sort()).toEqual(["a.277", "a.835", "a.999"]);
    expect(await sum()).toEqual([]);
  });

  test("a rejected claim is fixed and sent again under the next number of its root", async () => {
    const claim = await builtClaim();
    const first = await sent([claim.claimId]);
    const rejected = [claim.patientControlNumber];
    await arrives("b.277", claimsAnswer(first.bytes, { control: 900_010, on: today, rejected }));
    const before = await page(claim.claimId);
    expect(before).toMatchObject({ state: "rejected", next: [{ kind: "rejection" }] });
    const mended = await mend(claim.claimId, "resend");
    expect(await mend(claim.claimId, "resend")).toMatchObject({
      claimId: mended.claimId,
      isNew: false,
    });
    const changed = await edited(mended.claimId, (edit) => ({
      coverage: { ...edit.coverage, subscriber: { ...edit.coverage.subscriber, id: "W999" } },
    }));
    expect(changed).toMatchObject({ is: "changed", faults: [], stored: { state: "ready" } });
    const second = await sent([mended.claimId]);
    expect(claimsOf(second.bytes)[0]?.coverage.subscriber?.id).toBe("W999");
    const [one, other] = [claim, mended].map((each) =>
      readControlNumber(each.patientControlNumber),
    );
    expect(other).toEqual({ root: one?.root, version: 2 });
    await arrives("b2.277", claimsAnswer(second.bytes, { control: 900_011, on: today }));
    expect(await page(mended.claimId)).toMatchObject({
      state: "accepted",
      cents: { charged: 17_000, openInsurance: 17_000 },
      replaces: { id: claim.claimId },
    });
    expect(await page(claim.claimId)).toMatchObject({
      state: "replaced",
      cents: { openInsurance: 0 },
      replacedBy: { id: mended.claimId },
      next: [],
    });
    expect(await sum()).toEqual([]);
  });

  test("a denied claim is corrected with the payer's number, and the charge counts once", async () => {
    const claim = await builtClaim();
    const first = await sent([claim.claimId]);
    const denied = { control: 900_020, on: "2026-06-20", statusCode: "4" };
    await arrives("c.835", payment(first.bytes, denied));
    expect(await page(claim.claimId)).toMatchObject({ state: "denied" });
    const mended = await mend(claim.claimId, "replacement");
    await edited(mended.claimId, (edit) => ({
      references: [...edit.references, { qualifier: "G1", id: "AUTH77" }],
    }));
    const second = await sent([mended.claimId]);
    expect(claimsOf(second.bytes)[0]).toMatchObject({
      frequencyCode: "7",
      originalPayerClaimControlNumber: `P${claim.patientControlNumber}`,
      priorAuthorization: "AUTH77",
    });
    await arrives("c2.835", payment(second.bytes, { control: 900_021, on: "2026-07-01" }));
    expect(await page(mended.claimId)).toMatchObject({ state: "paid" });
    expect(await page(claim.claimId)).toMatchObject({
      state: "replaced",
      cents: { openInsurance: 0 },
    });
    expect(await sum()).toEqual([]);
  });

  test("a claim is withdrawn with the payer's number", async () => {
    const claim = await builtClaim();
    const first = await sent([claim.claimId]);
    await arrives("d.277", claimsAnswer(first.bytes, { control: 900_030, on: today }));
    const mended = await mend(claim.claimId, "void");
    const second = await sent([mended.claimId]);
    expect(claimsOf(second.bytes)[0]).toMatchObject({ frequencyCode: "8" });
    expect(await page(claim.claimId)).toMatchObject({ state: "void", cents: { openInsurance: 0 } });
    expect(await sum()).toEqual([]);
  });

  test("a claim that came in a file is corrected from what its file says", async () => {
    const claim = await builtClaim();
    const { bytes } = await sent([claim.claimId]);
    const foreign = bytes
      .toString("latin1")
      .replaceAll(claim.patientControlNumber, "ACME-4711")
      .replace(/ISA13/, "");
    const other = { ...context, practice: context.practice };
    await importBytes(
      other,
      "foreign.837",
      foreign.replace("*RVRSD          *", "*ELSEWHERE      *"),
    );
    const { claim_id: imported } = await inPractice(context, (t) =>
      t.one<{ claim_id: number }>(
        sql`select claim_id from claims where patient_control_number = 'ACME-4711'`,
      ),
    );
    await inPractice(context, (t) =>
      t.execute(sql`update claims set state = 'denied', payer_claim_control_number = 'PX1'
        where claim_id = ${imported}`),
    );
    const mended = await mend(imported, "replacement");
    expect(readControlNumber(mended.patientControlNumber)).toMatchObject({ version: 1 });
    await edited(mended.claimId, () => ({}));
    const second = await sent([mended.claimId]);
    expect(claimsOf(second.bytes)[0]).toMatchObject({
      frequencyCode: "7",
      originalPayerClaimControlNumber: "PX1",
      chargedCents: 17_000,
    });
    expect(await page(imported)).toMatchObject({ state: "replaced" });
  });
});

async function mend(claimId: number, mending: "resend" | "replacement" | "void") {
  const own = await inPractice(context, (t) => findContent(t, claimId));
  const place = await inPractice(context, (t) => sentPlace(t, claimId));
  const scope = { practiceId: context.practice.practiceId, actor: "test" };
  const content = own?.content ?? (place && (await readSentClaim(context.documents, scope, place)));
  if (content === undefined) throw new Error("a content was expected");
  const payerClaimControlNumber = undefined;
  const result = await inPractice(context, (t) =>
    mendClaim(t, { claimId, mending, content, payerClaimControlNumber, today }),
  );
  if (result.is !== "mended") throw new Error(result.code);
  return result;
}

describe("batches", () => {
  test("have control numbers without a gap, and one batch for one request", async () => {
    const claims = [await builtClaim(), await builtClaim(), await builtClaim()];
    const numbers = async () =>
      inPractice(context, (t) =>
        t.one<{ last: number }>(
          sql`select interchange_number as last from connections where connection_id = ${connectionId}`,
        ),
      );
    const { last } = await numbers();
    const empty = { publicId: context.random.uuid(), connectionId, claimIds: [], time: "1200" };
    expect(await prepareBatch(context, empty)).toMatchObject({ code: "batch_empty" });
    const publicId = context.random.uuid();
    const claimIds = claims.map((claim) => claim.claimId);
    const asked = await Promise.all(
      [1, 2].map(() => prepareBatch(context, { publicId, connectionId, claimIds, time: "1200" })),
    );
    const ids = asked.map((each) => (each.is === "prepared" ? each.batch.batchId : 0));
    expect(ids[0]).toBe(ids[1]);
    expect((await numbers()).last).toBe(last + 1);
    const again = { publicId: context.random.uuid(), connectionId, claimIds, time: "1200" };
    expect(await prepareBatch(context, again)).toMatchObject({ code: "batch_empty" });
    const result = await sendBatch(context, ids[0] ?? 0, root);
    expect(result).toMatchObject({ is: "sent", isAgain: false, batch: { claims: 3 } });
  });

  test("broken off after the file was handed over are sent once", async () => {
    const claim = await builtClaim();
    const request = {
      publicId: context.random.uuid(),
      connectionId,
      claimIds: [claim.claimId],
      time: "1200",
    };
    const prepared = await prepareBatch(context, request);
    if (prepared.is !== "prepared") throw new Error(prepared.code);
    const { batchId, fileName } = prepared.batch;
    await database.owner.query(
      "create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$",
    );
    await database.owner.query(
      "create trigger break_off before insert on claim_submissions for each row execute function break_off()",
    );
    await expect(sendBatch(context, batchId, root)).rejects.toThrow("broken off");
    await database.owner.query("drop trigger break_off on claim_submissions");
    const before = await readFile(join(folder, "outbox", fileName));
    expect(await page(claim.claimId)).toMatchObject({ state: "ready" });
    expect(await sendBatch(context, batchId, root)).toMatchObject({ is: "sent", isAgain: false });
    expect(await readFile(join(folder, "outbox", fileName))).toEqual(before);
    await rm(join(folder, "outbox", fileName));
    expect(await sendBatch(context, batchId, root)).toMatchObject({ is: "sent", isAgain: true });
    expect(await readFile(join(folder, "outbox", fileName))).toEqual(before);
    const { sendings } = await inPractice(context, (t) =>
      t.one<{ sendings: number }>(sql`select count(*) as sendings from claim_submissions
        where claim_id = ${claim.claimId}`),
    );
    expect(sendings).toBe(1);
    const read = await importBytes(context, "same.837", before);
    expect(read.verdict).toBe("duplicate");
  });

  test("never overwrite a file of another's bytes", async () => {
    const claim = await builtClaim();
    const request = {
      publicId: context.random.uuid(),
      connectionId,
      claimIds: [claim.claimId],
      time: "1200",
    };
    const prepared = await prepareBatch(context, request);
    if (prepared.is !== "prepared") throw new Error(prepared.code);
    const path = join(folder, "outbox", prepared.batch.fileName);
    await writeFile(path, "something else");
    expect(await sendBatch(context, prepared.batch.batchId, root)).toEqual({
      is: "refused",
      code: "file_name_taken",
    });
    expect(await page(claim.claimId)).toMatchObject({ state: "ready" });
    await rm(path);
    expect(await sendBatch(context, prepared.batch.batchId, root)).toMatchObject({ is: "sent" });
  });

  test("hold many claims, each where the file says", async () => {
    const others = await inPractice(context, async (t) => {
      const added = [];
      for (let index = 0; index < 8; index += 1) {
        const memberId = `M${index}`;
        added.push(
          await addPatient(t, practice.payerId, {
            lastName: `Grant${index}`,
            firstName: "Ann",
            memberId,
          }),
        );
      }
      return added;
    });
    const claims = [];
    for (const { patientId } of others) claims.push(await builtClaim({ patientId }));
    const { bytes, batch } = await sent(claims.map((claim) => claim.claimId));
    expect(batch.claims).toBe(8);
    for (const claim of claims) {
      const place = await inPractice(context, (t) => sentPlace(t, claim.claimId));
      const scope = { practiceId: context.practice.practiceId, actor: "test" };
      const content = place && (await readSentClaim(context.documents, scope, place));
      expect(content?.patientControlNumber).toBe(claim.patientControlNumber);
    }
    let found = 0;
    for await (const events of readTransactions(once(bytes))) {
      found += events.filter((event) => event.type === "claim").length;
    }
    expect(found).toBe(8);
  });

  test("a link in the inbox is not followed", async () => {
    await symlink("/etc/passwd", join(folder, "inbox", "link.837"));
    expect(await fetchInbox(context, connectionId, root)).toEqual([]);
    await rm(join(folder, "inbox", "link.837"));
  });
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

describe("a claim that is edited by two", () => {
  test("takes the first, tells the second, and the books follow the lines", async () => {
    const claim = await builtClaim();
    const stored = await inPractice(context, (t) => findContent(t, claim.claimId));
    if (stored === undefined) throw new Error("a content was expected");
    const edit = claimEditSchema.parse(JSON.parse(JSON.stringify(editOf(stored.content))));
    const [line] = edit.lines;
    if (line === undefined) throw new Error("a line was expected");
    const typed = { ...edit, lines: [{ ...line, chargedCents: 9_000 }] };
    const change = { typed, revision: stored.revision, today };
    const results = await Promise.all(
      [1, 2].map(() => inPractice(context, (t) => changeClaimContent(t, claim.claimId, change))),
    );
    expect(results.map((each) => (each.is === "changed" ? each.is : each.code)).sort()).toEqual([
      "changed",
      "revision_changed",
    ]);
    expect(await page(claim.claimId)).toMatchObject({
      chargedCents: 9_000,
      cents: { charged: 9_000, openInsurance: 9_000 },
      lines: [{ lineNumber: 1 }],
    });
    expect(await sum()).toEqual([]);
    const { bytes } = await sent([claim.claimId]);
    await arrives("e.835", payment(bytes, { control: 900_050, on: "2026-07-02" }));
    expect(await page(claim.claimId)).toMatchObject({
      state: "paid",
      cents: { insurancePaid: 7_200, openInsurance: 0 },
    });
    expect(await sum()).toEqual([]);
    expect(await edited(claim.claimId, () => ({}))).toEqual({ is: "refused", code: "claim_sent" });
  });
});
