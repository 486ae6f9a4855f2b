import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Role, roles } from "@headwater/code-sets/closed-lists.ts";
import { fileAnchor } from "@headwater/platform/audit/anchor.ts";
import { type SteppedClock, steppedClock } from "@headwater/platform/clock/clock.ts";
import { readConfiguration } from "@headwater/platform/config/configuration.ts";
import type { HttpServer } from "@headwater/platform/http/create-http-server.ts";
import { createApiToken } from "@headwater/platform/identity/api-tokens.ts";
import { createLocalToken } from "@headwater/platform/identity/local-owner.ts";
import { masterKey } from "@headwater/platform/identity/master-key.ts";
import { defaultSessionLimits } from "@headwater/platform/identity/services.ts";
import { openLogger } from "@headwater/platform/logging/logger.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { createPractice } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { createServer } from "../create-server.ts";
import { loadReferenceTables } from "../load-reference-tables.ts";
import { programVersion, type Services } from "../services.ts";

/** A practice of a test. */
export interface TestPractice {
  readonly practiceId: number;
  readonly publicId: string;
}

/** The whole server over a database of its own, called without a network. */
export interface TestServer {
  readonly http: HttpServer;
  readonly app: HttpServer["app"];
  readonly services: Services;
  readonly database: TestDatabase;
  readonly clock: SteppedClock;
  /** What was logged, as text. */
  readonly log: () => string;
  createPractice(name: string): Promise<TestPractice>;
  /** Headers of an API token with these roles in the practice. */
  headersFor(practice: TestPractice, held: readonly Role[]): Promise<Record<string, string>>;
  /** Headers of a session of the local owner. */
  localOwner(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** Opens a test server. Call it in `beforeAll` and `stop()` in `afterAll`. */
export async function createTestServer(): Promise<TestServer> {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "headwater-data-"));
  const clock = steppedClock(new Date().toISOString());
  let logged = "";
  const destination = { write: (text: string) => (logged += text) };
  await loadReferenceTables(database.owner);
  const services: Services = {
    configuration: readConfiguration({ HEADWATER_DATA: dataFolder }),
    version: programVersion(),
    host: "127.0.0.1",
    loopback: true,
    logger: openLogger({ level: "debug", destination }),
    database,
    identity: {
      database,
      clock,
      random: systemRandom,
      masterKey: masterKey(systemRandom.bytes(32), systemRandom),
      limits: defaultSessionLimits,
      localOwnerAllowed: true,
    },
    anchor: fileAnchor(join(dataFolder, "anchors")),
    room: { folders: [dataFolder], reserveBytes: 0 },
    close: () => database.drop(),
  };
  const http = await createServer(services);
  return {
    http,
    app: http.app,
    services,
    database,
    clock,
    log: () => logged,
    createPractice: (name) => practiceOf(services, name),
    headersFor: (practice, held) => tokenHeaders(services, practice, held),
    localOwner: () => localOwnerHeaders(services, http),
    stop: async () => {
      await http.stop();
      await database.drop();
      await removeFolder(dataFolder);
    },
  };
}

async function practiceOf(services: Services, name: string): Promise<TestPractice> {
  const { database, identity } = services;
  const wanted = { name, kind: "practice" as const };
  const result = await createPractice(database, wanted, { actor: "test", random: identity.random });
  if (result.is === "refused") throw new Error(result.code);
  return result.practice;
}

async function tokenHeaders(
  services: Services,
  { practiceId }: TestPractice,
  held: readonly Role[],
): Promise<Record<string, string>> {
  const result = await withPractice(
    services.database,
    { practiceId, actor: "test" },
    (transaction) =>
      createApiToken(transaction, services.identity, {
        name: held.join(" ") || "none",
        roles: held,
        validDays: 1,
        granting: roles,
      }),
  );
  if (result.kind === "refused") throw new Error(result.code);
  return { authorization: `Bearer ${result.token}`, host: "127.0.0.1" };
}

async function localOwnerHeaders(
  services: Services,
  { app }: HttpServer,
): Promise<Record<string, string>> {
  const token = await createLocalToken(services.identity);
  const answer = await app.inject({
    method: "POST",
    url: "/api/session/local-token",
    headers: { host: "127.0.0.1" },
    payload: { token },
  });
  const cookie = answer.cookies[0];
  if (!cookie) throw new Error(`no session: ${answer.body}`);
  return { cookie: `${cookie.name}=${cookie.value}`, host: "127.0.0.1" };
}
