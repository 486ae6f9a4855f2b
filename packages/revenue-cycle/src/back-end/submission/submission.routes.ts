import { problem } from "@headwater/platform/http/problem.ts";
import {
  listRoute,
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { OwnTransactionContext } from "@headwater/platform/http/route-context.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { type ReadingContext, readingContext } from "../file/reading-context.command.ts";
import {
  type ConnectionRecord,
  findConnection,
  insertConnection,
  listConnections,
  updateConnection,
} from "./batch.store.ts";
import {
  batchClaimSchema,
  batchSchema,
  type ConnectionAnswer,
  connectionDraftSchema,
  connectionSchema,
  readyConnectionSchema,
} from "./batch-answers.ts";
import { circuitAnswers } from "./circuit.store.ts";
import { connectionRouteRoutes } from "./connection-route.routes.ts";
import { connectionScheduleRoutes } from "./connection-schedule.routes.ts";
import { fetchInbox } from "./fetch-inbox.command.ts";
import {
  batchClaims,
  listBatches,
  listUnsent,
  readyByConnection,
  showBatch,
} from "./list-batches.query.ts";
import { prepareBatch } from "./prepare-batch.command.ts";
import { reach } from "./reach-connection.command.ts";
import { sendBatch } from "./send-batch.command.ts";
import { mostBatchClaims } from "./write-batch.ts";

const batchParams = z.object({ batch: idQuery });
const connectionParams = z.object({ connection: idQuery });

const listOfConnections = practiceRoute({
  method: "GET",
  url: "/connections",
  summary: "How claims go out and answers come in",
  permission: "claim.read",
  audit: { action: "read", category: "connection" },
  schema: { response: z.object({ rows: z.array(connectionSchema) }) },
  handler: async ({ transaction }) => {
    const circuitOf = await circuitAnswers(transaction);
    const records = await listConnections(transaction);
    return { rows: records.map((record) => connectionAnswer(record, circuitOf)) };
  },
});

function connectionAnswer(
  record: ConnectionRecord,
  circuitOf: (connectionId: number) => ConnectionAnswer["circuit"],
): ConnectionAnswer {
  const { connectionId, groupNumber: _group, setNumber: _set, ...rest } = record;
  return { id: connectionId, ...rest, circuit: circuitOf(connectionId) };
}

const addConnection = practiceRoute({
  method: "POST",
  url: "/connections",
  summary: "Add a connection through a folder",
  status: 201,
  permission: "practice.manage",
  audit: { action: "create", category: "connection" },
  schema: { body: connectionDraftSchema, response: connectionSchema },
  handler: async ({ transaction, body, audits, etag }) => {
    const id = await insertConnection(transaction, body);
    const added = id === undefined ? undefined : await findConnection(transaction, id);
    if (added === undefined) throw problem("connection_name_taken");
    audits("connection", [added.connectionId]);
    etag(added.revision);
    return connectionAnswer(added, await circuitAnswers(transaction));
  },
});

const changeConnection = practiceRoute({
  method: "PUT",
  url: "/connections/:connection",
  summary: "Describe a connection anew; its control numbers go on",
  permission: "practice.manage",
  audit: { action: "change", category: "connection" },
  schema: { params: connectionParams, body: connectionDraftSchema, response: connectionSchema },
  handler: async ({ transaction, params, body, expectedRevision, audits, etag }) => {
    const known = await listConnections(transaction);
    const other = known.find((each) => each.name === body.name);
    if (other !== undefined && other.connectionId !== params.connection) {
      throw problem("connection_name_taken");
    }
    const wanted = { draft: body, revision: expectedRevision() };
    const isChanged = await updateConnection(transaction, params.connection, wanted);
    const found = await findConnection(transaction, params.connection);
    if (found === undefined) throw problem("not_found");
    if (!isChanged) throw problem("revision_changed");
    audits("connection", [params.connection]);
    etag(found.revision);
    return connectionAnswer(found, await circuitAnswers(transaction));
  },
});

const ready = practiceRoute({
  method: "GET",
  url: "/batches/ready",
  summary: "What would go out now, by connection and payer",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: { response: z.object({ rows: z.array(readyConnectionSchema) }) },
  handler: async ({ transaction }) => ({ rows: await readyByConnection(transaction) }),
});

const unsent = listRoute({
  url: "/batches/unsent",
  summary: "Claims written here that were not sent yet",
  permission: "claim.read",
  query: z.object({ state: z.enum(["draft", "held", "ready"]).default("draft") }),
  cursor: z.tuple([z.int()]),
  row: batchClaimSchema,
  category: "claim",
  auditId: (row) => row.id,
  fileName: "unsent-claims",
  columns: [
    { title: "Number", kind: "text", value: (row) => row.patientControlNumber },
    { title: "Patient", kind: "text", value: (row) => row.patientName },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Service", kind: "date", value: (row) => row.serviceFrom },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Charged", kind: "cents", value: (row) => row.chargedCents },
  ],
  page: ({ transaction, query }, page) => listUnsent(transaction, query.state, page),
});

const list = listRoute({
  url: "/batches",
  summary: "Batches of claims, the latest first, with what was answered",
  permission: "claim.read",
  query: z.object({}),
  cursor: z.tuple([z.int()]),
  row: batchSchema,
  category: "batch",
  auditId: (row) => row.id,
  fileName: "batches",
  columns: [
    { title: "File", kind: "text", value: (row) => row.fileName },
    { title: "Connection", kind: "text", value: (row) => row.connection },
    { title: "Prepared", kind: "date", value: (row) => row.preparedOn },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Claims", kind: "number", value: (row) => row.claims },
    { title: "Charged", kind: "cents", value: (row) => row.cents },
  ],
  page: ({ transaction }, page) => listBatches(transaction, page),
});

const show = practiceRoute({
  method: "GET",
  url: "/batches/:batch",
  summary: "One batch with its claims",
  permission: "claim.read",
  audit: { action: "read", category: "claim" },
  schema: {
    params: batchParams,
    response: batchSchema.extend({ rows: z.array(batchClaimSchema) }),
  },
  handler: async ({ transaction, params: { batch }, audits }) => {
    const found = await showBatch(transaction, batch);
    if (found === undefined) throw problem("not_found");
    const rows = await batchClaims(transaction, batch);
    audits(
      "claim",
      rows.map((row) => row.id),
    );
    return { ...found, rows };
  },
});

/** The context of reading and sending for a route's practice and actor. */
function contextOf({
  database,
  practice,
  actor,
  clock,
  random,
}: Pick<
  OwnTransactionContext<unknown, unknown, unknown>,
  "database" | "practice" | "actor" | "clock" | "random"
>): Promise<ReadingContext> {
  const { today: businessDate, ...known } = practice;
  const options = { actor: actor.name, clock, random };
  return readingContext(database, { ...known, businessDate }, options);
}

/** What came of work with a connection; 503 with the cause where it is down. */
async function reached<Result>(work: () => Promise<Result>): Promise<Result> {
  const done = await reach(work);
  if (done.is === "reached") return done.result;
  throw problem("connection_unreachable", { detail: done.cause });
}

function send(root: () => string) {
  return ownTransactionRoute({
    method: "POST",
    url: "/batches",
    summary: "Send ready claims over a connection; the same id asks for the same batch",
    status: 201,
    permission: "claim.write",
    audit: { action: "create", category: "batch" },
    schema: {
      body: z.object({
        id: z.uuid(),
        connectionId: z.int().positive(),
        claimIds: z.array(z.int().positive()).min(1).max(mostBatchClaims),
      }),
      response: batchSchema,
    },
    handler: async (route) => {
      const { body, clock, audits, inPractice } = route;
      const context = await contextOf(route);
      const time = clock.now().toISOString().slice(11, 16).replace(":", "");
      const { id: publicId, connectionId, claimIds } = body;
      const prepared = await prepareBatch(context, { publicId, connectionId, claimIds, time });
      if (prepared.is === "refused") throw problem(prepared.code);
      const sent = await reached(() => sendBatch(context, prepared.batch.batchId, root()));
      if (sent.is === "refused") throw problem(sent.code);
      audits("batch", [sent.batch.batchId]);
      const found = await inPractice((t) => showBatch(t, sent.batch.batchId));
      if (found === undefined) throw problem("not_found");
      return found;
    },
  });
}

function sendAgain(root: () => string) {
  return ownTransactionRoute({
    method: "POST",
    url: "/batches/:batch/send",
    summary: "Hand the bytes of a batch over, once more if it was sent before",
    permission: "claim.write",
    audit: { action: "change", category: "batch" },
    schema: { params: batchParams, response: batchSchema },
    handler: async (route) => {
      const context = await contextOf(route);
      const sent = await reached(() => sendBatch(context, route.params.batch, root()));
      if (sent.is === "refused") throw problem(sent.code);
      route.audits("batch", [sent.batch.batchId]);
      const found = await route.inPractice((t) => showBatch(t, sent.batch.batchId));
      if (found === undefined) throw problem("not_found");
      return found;
    },
  });
}

function fetchAnswers(root: () => string) {
  return ownTransactionRoute({
    method: "POST",
    url: "/connections/:connection/fetch",
    summary: "Take in the files that wait on a connection",
    permission: "file.import",
    audit: { action: "create", category: "file" },
    schema: {
      params: connectionParams,
      response: z.object({ files: z.array(z.object({ name: z.string(), verdict: z.string() })) }),
    },
    handler: async (route) => {
      const context = await contextOf(route);
      const fetched = await reached(() => fetchInbox(context, route.params.connection, root()));
      if (fetched === undefined) throw problem("not_found");
      route.audits(
        "file",
        fetched.map((file) => file.fileId),
      );
      return { files: fetched.map(({ name, verdict }) => ({ name, verdict })) };
    },
  });
}

/** Routes of sending. `root` tells the folder in which all connections lie. */
export function submissionRoutes(root: () => string): RouteModule {
  return {
    name: "submissions",
    routes: [
      listOfConnections,
      addConnection,
      changeConnection,
      ...connectionRouteRoutes,
      ...connectionScheduleRoutes,
      fetchAnswers(root),
      ready,
      unsent,
      list,
      show,
      send(root),
      sendAgain(root),
    ],
    problems: {
      connection_unknown: { status: 404, title: "There is no such connection" },
      connection_name_taken: { status: 409, title: "A connection has this name already" },
      connection_unreachable: {
        status: 503,
        title: "The far end of the connection does not let us in now: what was prepared waits",
      },
      submitter_unknown: {
        status: 409,
        title: "The practice's profile names no submitter with a telephone or e-mail",
      },
      batch_empty: { status: 409, title: "None of the claims is ready to be sent" },
      batch_too_large: { status: 422, title: "A batch holds at most 5,000 claims" },
      batch_faulty: { status: 409, title: "A strict reader would not take the batch" },
      file_name_taken: {
        status: 409,
        title: "The connection holds another file of this name: move it away and send again",
      },
    },
  };
}
