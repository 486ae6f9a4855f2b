import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import { z } from "zod";
import { type Connection, isPlainName } from "./connection.ts";
import { defaultSchedule, type Patience, patienceOf } from "./connection-schedule.ts";
import { type DirectoryPlace, directoryConnection } from "./directory-connection.store.ts";
import {
  httpConnection,
  httpSettingsSchema,
  type LiveConnection,
} from "./http-connection.store.ts";
import { sftpConnection } from "./sftp-connection.store.ts";

/** Stands in the folder of a connection that leads over SFTP. */
const settingsName = "sftp.json";

const remoteFolder = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]+[^/\0]$|^[^/\0]$/);

const settingsSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535).default(22),
  userName: z.string().min(1).max(100),
  hostKey: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/),
  password: z.string().min(1).optional(),
  /** A file with a private key, beside these settings or by its whole path. */
  privateKeyFile: z.string().min(1).optional(),
  passphrase: z.string().min(1).optional(),
  outbox: remoteFolder.default("outbox"),
  inbox: remoteFolder.default("inbox"),
  done: remoteFolder.default("done"),
});

/**
 * The far end of a connection as the operator set it up: a folder on this machine, or, where the folder
 * holds `sftp.json`, an SFTP server. Settings that others of the machine may read are refused
 * (`CONNECTION_SETTINGS_OPEN`), as are wrong ones (`CONNECTION_SETTINGS_INVALID`); neither fault quotes them.
 */
export async function configuredConnection(
  place: DirectoryPlace,
  patience: Patience = patienceOf(defaultSchedule),
): Promise<Connection> {
  const path = settingsPath(place, settingsName);
  const text = await secretText(path, "optional");
  if (text === undefined) return directoryConnection(place);
  const read = settingsSchema.safeParse(parsed(text));
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join(".")).join(" ");
    throw new NamedError("CONNECTION_SETTINGS_INVALID", `sftp.json is not right at: ${fields}`);
  }
  const { outbox, inbox, done, privateKeyFile, ...settings } = read.data;
  const privateKey =
    privateKeyFile === undefined
      ? undefined
      : await secretText(resolve(dirname(path), privateKeyFile), "needed");
  return sftpConnection({ ...settings, ...patience, privateKey }, { outbox, inbox, done });
}

/** Stands in the folder of a connection whose far end answers questions at once. */
const liveSettingsName = "http.json";

/**
 * What answers questions at once at the far end of a connection, as the operator set it up by `http.json`
 * in its folder; undefined where there is none. The faults are those of `configuredConnection`.
 */
export async function configuredLive(
  place: DirectoryPlace,
  random: RandomSource,
  patience: Patience = patienceOf(defaultSchedule),
): Promise<LiveConnection | undefined> {
  const text = await secretText(settingsPath(place, liveSettingsName), "optional");
  if (text === undefined) return undefined;
  const read = httpSettingsSchema.safeParse(parsed(text));
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join(".")).join(" ");
    throw new NamedError("CONNECTION_SETTINGS_INVALID", `http.json is not right at: ${fields}`);
  }
  return httpConnection(read.data, random, patience);
}

function settingsPath({ root, practice, folder }: DirectoryPlace, name: string): string {
  if (!isPlainName(practice) || !isPlainName(folder)) {
    throw new NamedError("CONNECTION_NAME_UNSAFE", "no plain folder name");
  }
  return join(root, practice, folder, name);
}

async function secretText(path: string, need: "optional" | "needed"): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      throw new NamedError("CONNECTION_SETTINGS_OPEN", "others may read a connection's settings");
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (need === "optional" && errorCode(error) === "ENOENT") return undefined;
    if (error instanceof NamedError) throw error;
    throw new NamedError("CONNECTION_SETTINGS_INVALID", "a connection's key cannot be read");
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
