import { type Role, roles } from "@headwater/code-sets/closed-lists.ts";
import { auditRoutes } from "../../audit/audit-routes.ts";
import { type SteppedClock, steppedClock } from "../../clock/clock.ts";
import { sql } from "../../database/sql.ts";
import { createApiToken } from "../../identity/api-tokens.ts";
import { identityRoutes } from "../../identity/identity-routes.ts";
import { createLocalToken } from "../../identity/local-owner.ts";
import { masterKey } from "../../identity/master-key.ts";
import type { CreatePractice } from "../../identity/practices.ts";
import { defaultSessionLimits, type IdentityServices } from "../../identity/services.ts";
import { createUser, grantRoles } from "../../identity/users.ts";
import { openLogger } from "../../logging/logger.ts";
import { systemRandom } from "../../random/random.ts";
import { withNoPractice, withPractice } from "../../tenancy/with-practices.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { createHttpServer, type HttpServer } from "../create-http-server.ts";
import type { RouteModule } from "../route.ts";

export interface Practice {
  readonly practiceId: number;
  readonly publicId: string;
}

/** The platform's own routes, and a test's, over a database of its own; called without a network. */
export interface TestHttpServer {
  readonly http: HttpServer;
  readonly app: HttpServer["app"];
  readonly database: TestDatabase;
  readonly identity: IdentityServices;
  readonly clock: SteppedClock;
  readonly log: () => string;
  practice(name: string): Promise<Practice>;
  user(email: string, practice: Practice, held: readonly Role[]): Promise<string>;
  token(practice: Practice, held: readonly Role[]): Promise<Record<string, string>>;
  localOwner(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

export const testPassword = "correct horse battery";
export const localhost = { host: "127.0.0.1:4680" };

export async function createTestHttpServer(
  modules: readonly RouteModule[] = [],
  changed: {
    readonly localOwnerAllowed?: boolean;
    readonly webFolder?: string;
    readonly trustedProxies?: readonly string[];
  } = {},
): Promise<TestHttpServer> {
  const database = await createTestDatabase();
  const clock = steppedClock(new Date().toISOString());
  let logged = "";
  const destination = { write: (text: string) => (logged += text) };
  const identity: IdentityServices = {
    database,
    clock,
    random: systemRandom,
    masterKey: masterKey(systemRandom.bytes(32), systemRandom),
    limits: defaultSessionLimits,
    localOwnerAllowed: changed.localOwnerAllowed ?? true,
  };
  const createPractice: CreatePractice = ({ name, kind, actor }) =>
    withNoPractice(database, { actor }, (transaction) =>
      transaction.maybeOne(sql`
        insert into practices (public_id, name, kind) values (${systemRandom.uuid()}, ${name}, ${kind})
        on conflict do nothing
        returning practice_id as "practiceId", public_id as "publicId", name, kind`),
    );
  const http = await createHttpServer({
    services: { database, identity, logger: openLogger({ level: "debug", destination }) },
    modules: [identityRoutes(identity, createPractice), auditRoutes(), ...modules],
    version: "0.0.0",
    loopback: true,
    secure: false,
    web: changed.webFolder ? { folder: changed.webFolder, ready: Promise.resolve() } : undefined,
    trustedProxies: changed.trustedProxies ?? [],
  });
  return {
    http,
    app: http.app,
    database,
    identity,
    clock,
    log: () => logged,
    practice: async (name) => {
      const made = await createPractice({ name, kind: "practice", actor: "test" });
      if (!made) throw new Error("taken");
      return made;
    },
    user: (email, practice, held) => addTestUser(identity, { email, practice, held }),
    token: (practice, held) => tokenHeaders(identity, practice, held),
    localOwner: async () => {
      const payload = { token: await createLocalToken(identity) };
      const url = "/api/session/local-token";
      return cookieOf(await http.app.inject({ method: "POST", url, headers: localhost, payload }));
    },
    stop: async () => {
      await http.stop();
      await database.drop();
    },
  };
}

/** The request headers that carry the session which an answer set. */
export function cookieOf(answer: {
  cookies: { name: string; value: string }[];
  body: string;
}): Record<string, string> {
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`no session: ${answer.body}`);
  return { ...localhost, cookie: `${cookie.name}=${cookie.value}` };
}

async function addTestUser(
  identity: IdentityServices,
  user: { email: string; practice: Practice; held: readonly Role[] },
): Promise<string> {
  const { practiceId } = user.practice;
  return withPractice(identity.database, { practiceId, actor: "test" }, async (transaction) => {
    const { email } = user;
    const wanted = { email, name: "A Person", password: testPassword };
    const created = await createUser(transaction, identity, wanted);
    if ("kind" in created) throw new Error(created.code);
    await grantRoles(transaction, created.userId, user.held);
    return created.id;
  });
}

async function tokenHeaders(
  identity: IdentityServices,
  { practiceId }: Practice,
  held: readonly Role[],
): Promise<Record<string, string>> {
  const wanted = { name: "test", roles: held, validDays: 1, granting: roles };
  const result = await withPractice(
    identity.database,
    { practiceId, actor: "test" },
    (transaction) => createApiToken(transaction, identity, wanted),
  );
  if (result.kind === "refused") throw new Error(result.code);
  return { ...localhost, authorization: `Bearer ${result.token}` };
}
