import { Readable } from "node:stream";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { closeOvertakenRejections } from "@headwater/revenue-cycle/back-end/acknowledgment/close-overtaken-rejections.command.ts";
import { insertImport } from "@headwater/revenue-cycle/back-end/file/import.store.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import { readingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { receiveFile } from "@headwater/revenue-cycle/back-end/file/receive-file.command.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { findPractice } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { createValidator, type ReadEvent } from "@headwater/x12";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentBytes, takeIn } from "./ask-live.ts";
import { demoFiles } from "./demo-files.ts";
import { askForDemo } from "./fill-demo.ts";
import { jobTasks } from "./job-tasks.ts";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

const claims = 700;
let server: TestServer;
let practice: TestPractice;
let headers: Record<string, string>;

const inPractice = <Result>(work: Parameters<typeof withPractice<Result>>[2]) =>
  withPractice(server.database, { practiceId: practice.practiceId, actor: "test" }, work);

async function contextOfPractice() {
  const found = await inPractice((transaction) => findPractice(transaction, practice.practiceId));
  if (found === undefined) throw new Error("a practice was expected");
  return readingContext(server.database, found, { actor: "test" });
}

/** A demo practice that has read the claims of its last two months, and no payment. */
beforeAll(async () => {
  server = await createTestServer();
  const created = await createPractice(
    server.database,
    { name: "Demo", kind: "demo" },
    { actor: "test", random: systemRandom },
  );
  if (created.is !== "created") throw new Error("a practice was expected");
  practice = created.practice;
  headers = await server.headersFor(practice, ["owner"]);
  await inPractice((transaction) => askForDemo(transaction, { claims, random: systemRandom }));
  const context = await contextOfPractice();
  const opened = { publicId: systemRandom.uuid(), source: "page" } as const;
  const { importId } = await inPractice((transaction) => insertImport(transaction, opened));
  for (const { name, text } of demoFiles(claims)) {
    if (!/^2026-0[89]\.837$/.test(name)) continue;
    const source = Readable.from([Buffer.from(text, "latin1")]);
    await receiveFile(context, { importId, name, source });
  }
  await readWaitingFiles(context);
}, 120_000);
afterAll(() => server.stop());

async function runTask(task: string, payload: object): Promise<void> {
  const job = { signal: undefined } as unknown as Parameters<
    NonNullable<ReturnType<typeof jobTasks>[string]>
  >[1];
  const run = jobTasks(server.services)[task];
  await run?.({ practiceId: practice.practiceId, ...payload }, job);
}

type Inquiry = {
  readonly inquiryId: number;
  readonly claimId: number;
  readonly documentId: number;
  readonly reason: string;
  readonly waitedDays: number | null;
  readonly outcome: string;
};

const inquiries = () =>
  inPractice((transaction) =>
    transaction.query<Inquiry>(sql`
      select inquiry_id as "inquiryId", claim_id as "claimId", reason,
        request_document_id as "documentId", waited_days as "waitedDays", outcome
      from claim_status_inquiries where practice_id = ${practice.practiceId} order by inquiry_id`),
  );

const call = async <Answer>(method: "GET" | "POST", url: string): Promise<Answer> => {
  const answer = await server.app.inject({
    method,
    url: `/api/practices/${practice.publicId}${url}`,
    headers: { ...headers, "idempotency-key": systemRandom.uuid() },
  });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json();
};

/** A past of one payer: claims that it decided within so many days. */
async function givePast(payerId: number, days: number): Promise<void> {
  await server.database.owner.query(
    `update claims set submitted_on = '2026-03-01', first_adjudicated_on = date '2026-03-01' + $2::int,
       state = 'paid', first_outcome = 'paid'
     where claim_id in (select claim_id from claims where payer_id = $1 order by claim_id desc limit 10)`,
    [payerId, days],
  );
}

test("a person asks, and the answer stands on the claim's timeline", async () => {
  const { id } = await inPractice((transaction) =>
    transaction.one<{ id: number }>(sql`
      select claim_id as id from claims order by submitted_on desc, claim_id limit 1`),
  );
  const asked = await call<{ id: number }>("POST", `/claims/${id}/status-inquiries`);
  await runTask("ask-claim-status", { inquiryId: asked.id });
  const [inquiry] = await inquiries();
  expect(inquiry).toMatchObject({ claimId: id, reason: "asked", waitedDays: null });
  expect(["pending", "finalized"]).toContain(inquiry?.outcome);
  const { rows } = await call<{ rows: { title: string }[] }>("GET", `/claims/${id}/timeline`);
  const titles = rows.map(({ title }) => title);
  expect(titles).toContain("EVENT_CLAIM_STATUS_ASKED");
  expect(titles.some((title) => /^CLAIM_STATUS_(PENDING|FINALIZED)$/.test(title))).toBe(true);
  // Answered once: asked over again by the queue it changes nothing.
  await runTask("ask-claim-status", { inquiryId: asked.id });
  expect(await inquiries()).toHaveLength(1);
});

test("a payer later than its own habit is asked, one that is not is left alone", async () => {
  const { rows: counts } = await server.database.owner.query<{ id: string; n: number }>(
    "select payer_id as id, count(*)::int as n from claims group by 1 having count(*) > 11 order by 2 desc",
  );
  const payerId = Number(counts[0]?.id);
  expect(payerId).toBeGreaterThan(0);
  await runTask("ask-late-claims", {});
  expect(await inquiries()).toHaveLength(1);
  await givePast(payerId, 3);
  await runTask("ask-late-claims", {});
  const late = (await inquiries()).filter(({ reason }) => reason === "later-than-habit");
  expect(late.length).toBeGreaterThan(0);
  for (const { waitedDays } of late) expect(waitedDays).toBeGreaterThan(3);
  const again = late.length + 1;
  await runTask("ask-late-claims", {});
  expect(await inquiries()).toHaveLength(again);
});

test("every question is written by the guide, without a fault in the strict profile", async () => {
  const context = await contextOfPractice();
  for (const { documentId } of await inquiries()) {
    const validator = createValidator({ profile: "strict" });
    const bytes = await documentBytes(context, documentId);
    const events: ReadEvent[] = [...validator.push(bytes), ...validator.end()];
    const issues = events.flatMap((event) =>
      event.type === "issue" ? [`${event.issue.code} ${event.issue.segmentId}`] : [],
    );
    expect(issues).toEqual([]);
  }
});

test("a claim that the payer does not find is work, until it is decided", async () => {
  const [claim] = await inPractice((transaction) =>
    transaction.query<{ id: number }>(sql`
      select c.claim_id as id from claims c
      where c.state in ('submitted', 'accepted', 'pending') and c.first_adjudicated_on is null
        and not exists (select from claim_status_inquiries i where i.claim_id = c.claim_id)
      order by c.claim_id limit 1`),
  );
  const id = claim?.id ?? 0;
  const work = () =>
    inPractice((transaction) =>
      transaction.query<{ state: string; why: string }>(sql`
        select state, why_code as why from work_items
        where kind = 'claim-status' and subject_id = ${id}`),
    );
  const asked = await call<{ id: number; traceNumber: string }>(
    "POST",
    `/claims/${id}/status-inquiries`,
  );
  const answer = (traceNumber: string) => answerText(traceNumber, "A4:35");
  await takeIn(await contextOfPractice(), "not-found.277", answer(asked.traceNumber));
  expect(await work()).toEqual([{ state: "open", why: "CLAIM_NOT_FOUND" }]);
  await server.database.owner.query(
    "update claims set first_adjudicated_on = '2026-09-30', state = 'paid', first_outcome = 'paid' where claim_id = $1",
    [id],
  );
  await inPractice(closeOvertakenRejections);
  expect(await work()).toEqual([{ state: "closed", why: "CLAIM_NOT_FOUND" }]);
});

/** A 277 about one claim, as a payer writes it. */
function answerText(traceNumber: string, status: string): Uint8Array {
  const segments = [
    "ISA*00*          *00*          *ZZ*PAYER          *ZZ*OFFICE         *260930*0900*^*00501*000000901*0*P*:",
    "GS*HN*PAYER*OFFICE*20260930*0900*901*X*005010X212",
    "ST*277*0001*005010X212",
    "BHT*0010*08*1*20260930*0900*DG",
    "HL*1**20*1",
    "NM1*PR*2*PAYER*****PI*P1",
    "HL*2*1*21*1",
    "NM1*41*2*OFFICE*****46*OFFICE",
    "HL*3*2*19*1",
    "NM1*1P*2*OFFICE*****XX*1234567893",
    "HL*4*3*22*0",
    "NM1*IL*1*ALDER*ANNA****MI*M1",
    `TRN*2*${traceNumber}`,
    `STC*${status}*20260930**100*0`,
    "SE*13*0001",
    "GE*1*901",
    "IEA*1*000000901",
  ];
  return Buffer.from(segments.map((segment) => `${segment}~`).join(""), "latin1");
}
