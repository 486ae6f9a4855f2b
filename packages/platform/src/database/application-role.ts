import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import type pg from "pg";
import { errorCode, NamedError } from "../named-error.ts";
import { openPool } from "./pool.ts";

/** The role that requests and jobs act as: it owns nothing and row-level security binds it. */
export const applicationRole = "headwater_application";

/**
 * The application role's password, derived from a secret that every process of the installation
 * holds already (the owner's password), so that none has to be handed around or stored.
 */
export function deriveApplicationPassword(ownerSecret: string): string {
  return createHmac("sha256", ownerSecret).update(applicationRole).digest("base64url");
}

/**
 * What PostgreSQL stores of a password (RFC 5802 with SHA-256). Sending this instead of the
 * password keeps the password out of statement logs.
 */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest();
  const serverKey = createHmac("sha256", salted).update("Server Key").digest();
  const keys = `${storedKey.toString("base64")}:${serverKey.toString("base64")}`;
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${keys}`;
}

/** The same server and database, signed in as another role. */
export function urlForRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

async function signsIn(url: string): Promise<boolean> {
  const pool = openPool({ connectionString: url, name: "headwater sign-in check", size: 1 });
  try {
    await pool.query("select 1");
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 not allowed.
    if (errorCode(error) === "28P01" || errorCode(error) === "28000") return false;
    throw error;
  } finally {
    await pool.end();
  }
}

/**
 * Makes sure that the application's role exists and that its login (itself, or the role that
 * HEADWATER_APPLICATION_URL names, as a member of it) can sign in and has no power that would lift
 * the walls between practices. Needs the owner's pool.
 */
export async function ensureApplicationRole(owner: pg.Pool, applicationUrl: string): Promise<void> {
  const url = new URL(applicationUrl);
  const login = decodeURIComponent(url.username);
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock(7021, 1)");
    for (const role of new Set([applicationRole, login])) {
      await createRole(client, role);
      await refusePowers(client, role);
    }
    await grantAccess(client, login);
    await ensureSignIn(client, applicationUrl);
  } catch (error) {
    if (errorCode(error) !== "42501") throw error;
    throw new NamedError(
      "DATABASE_OWNER_BOUND",
      "the role of DATABASE_URL may not make or change the application's login: it needs CREATEROLE, or HEADWATER_APPLICATION_URL a login that is ready",
      { cause: error },
    );
  } finally {
    await client.query("select pg_advisory_unlock(7021, 1)").catch(() => undefined);
    client.release();
  }
}

async function ensureSignIn(client: pg.PoolClient, applicationUrl: string): Promise<void> {
  if (await signsIn(applicationUrl)) return;
  const url = new URL(applicationUrl);
  const login = decodeURIComponent(url.username);
  const verifier = client.escapeLiteral(scramVerifier(decodeURIComponent(url.password)));
  await client.query(`alter role ${client.escapeIdentifier(login)} login password ${verifier}`);
  if (await signsIn(applicationUrl)) return;
  throw new NamedError(
    "APPLICATION_ROLE_REFUSED",
    `the server does not let ${login} sign in; see pg_hba.conf or set HEADWATER_APPLICATION_URL`,
  );
}

async function createRole(client: pg.PoolClient, role: string): Promise<void> {
  const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (found.rowCount) return;
  const name = client.escapeIdentifier(role);
  try {
    await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  } catch (error) {
    // Roles belong to the whole server: another database's migration created it meanwhile.
    if (errorCode(error) !== "42710" && errorCode(error) !== "23505") throw error;
  }
}

/** What the migrations' own grants presuppose; bulk writes need temporary tables. */
async function grantAccess(client: pg.PoolClient, login: string): Promise<void> {
  const result = await client.query<{ granted: boolean; member: boolean }>(
    `select has_database_privilege($1, current_database(), 'connect')
        and has_database_privilege($1, current_database(), 'temporary')
        and has_schema_privilege($1, 'public', 'usage') as granted,
       $1 = $2 or pg_has_role($2, $1, 'usage') as member`,
    [applicationRole, login],
  );
  const role = client.escapeIdentifier(applicationRole);
  if (!result.rows[0]?.granted) {
    const database = await client.query<{ name: string }>("select current_database() as name");
    const name = client.escapeIdentifier(database.rows[0]?.name ?? "");
    await client.query(`grant connect, temporary on database ${name} to ${role}`);
    await client.query(`grant usage on schema public to ${role}`);
  }
  if (!result.rows[0]?.member) {
    await client.query(`grant ${role} to ${client.escapeIdentifier(login)}`);
  }
}

async function refusePowers(client: pg.PoolClient, role: string): Promise<void> {
  const powers = await client.query(
    "select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole)",
    [role],
  );
  if (powers.rowCount) {
    throw new NamedError(
      "APPLICATION_ROLE_TOO_POWERFUL",
      `${role} must be NOSUPERUSER NOBYPASSRLS NOCREATEROLE`,
    );
  }
}
