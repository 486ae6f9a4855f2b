import { randomUUID, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  answeringTypes,
  type CoreFault,
  type ReadCoreRequest,
  readCoreFields,
  readCoreRequest,
  writeCoreAnswer,
  writeCoreForm,
} from "./core-envelope.ts";
import type { SandboxFolders } from "./sandbox-folders.ts";

export type SandboxServing = {
  readonly folders: SandboxFolders;
  readonly userName: string;
  readonly password: string;
};

/** Bytes of the longest request that is read. */
const requestMost = 1_000_000;

/**
 * A sandbox behind HTTP. `POST /core` answers a CORE envelope in real time; `POST /clock/step` takes what
 * lies in the outbox and goes on to the next day; `GET /clock` tells the day; `GET /members` some invented
 * people to ask about. Everything it holds is invented.
 */
export function sandboxServer(serving: SandboxServing): Server {
  let turn = Promise.resolve();
  return createServer((request, response) => {
    // One after the other: a step and a question see the same day.
    turn = turn
      .then(() => answer(serving, request, response))
      .catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
}

async function answer(
  serving: SandboxServing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { sandbox } = serving.folders;
  const place = `${request.method} ${(request.url ?? "").split("?")[0]}`;
  if (place === "POST /core") return answerCore(serving, request, response);
  if (place === "GET /clock") return json(response, { day: sandbox.day });
  if (place === "POST /clock/step") {
    const files = await serving.folders.exchange();
    await serving.folders.step();
    await serving.folders.keepDay();
    return json(response, { day: sandbox.day, files });
  }
  if (place === "GET /members") return json(response, { members: someMembers(serving.folders) });
  response.writeHead(404).end();
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function answerCore(
  serving: SandboxServing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const type = request.headers["content-type"] ?? "";
  const isForm = type.startsWith("multipart/form-data");
  const read = body === undefined ? tooLong : await readEnvelope(body, isForm ? type : undefined);
  const known = read.is === "read" ? read.request : undefined;
  const fault = read.is === "refused" ? read.fault : signInFault(serving, read.request);
  const payload =
    fault === undefined && known !== undefined
      ? serving.folders.sandbox.answer(Buffer.from(known.payload, "latin1"))
      : undefined;
  const unreadable = { errorCode: "PayloadIllegal", message: "the payload asks nothing" };
  const answered = {
    payloadType:
      payload === undefined
        ? "CoreEnvelopeError"
        : (answeringTypes[known?.payloadType ?? ""] ?? ""),
    payloadId: known?.payloadId ?? "",
    at: new Date().toISOString(),
    senderId: known?.receiverId ?? "",
    receiverId: known?.senderId ?? "",
    payload: payload ?? "",
    fault: fault ?? (payload === undefined ? unreadable : undefined),
  };
  if (!isForm) {
    response.writeHead(200, { "content-type": "application/soap+xml; charset=utf-8" });
    response.end(writeCoreAnswer(answered));
    return;
  }
  const boundary = `sandbox-${randomUUID()}`;
  response.writeHead(200, { "content-type": `multipart/form-data; boundary=${boundary}` });
  response.end(writeCoreForm(answered, boundary), "latin1");
}

/** A request in SOAP, or as a form of this content type. */
async function readEnvelope(body: Buffer, formType: string | undefined): Promise<ReadCoreRequest> {
  if (formType === undefined) return readCoreRequest(body.toString("utf8"));
  const headers = { "content-type": formType };
  const form = await new Response(body, { headers }).formData().catch(() => undefined);
  return readCoreFields((name) => {
    const value = form?.get(name);
    return typeof value === "string" ? value : undefined;
  });
}

const tooLong = {
  is: "refused",
  fault: { errorCode: "PayloadIllegal", message: "the request is too long" },
} as const;

function signInFault(
  { userName, password }: SandboxServing,
  asked: { readonly userName: string; readonly password: string },
): CoreFault | undefined {
  const isOurs = isSame(asked.userName, userName) && isSame(asked.password, password);
  return isOurs ? undefined : { errorCode: "UnAuthorized", message: "unknown user or password" };
}

function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > requestMost) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Members to try: one of each payer, with what a claim or an inquiry says of them. */
function someMembers({ sandbox }: SandboxFolders) {
  const seen = new Set<string>();
  return sandbox.members.all().flatMap((patient) =>
    patient.primary.flatMap(({ payer, memberId, relationship, throughDay }) => {
      if (seen.has(payer.key) || relationship !== "18" || throughDay !== undefined) return [];
      seen.add(payer.key);
      const { lastName, firstName, bornOn, gender } = patient;
      return [
        { payer: payer.name, payerId: payer.id, memberId, lastName, firstName, bornOn, gender },
      ];
    }),
  );
}
