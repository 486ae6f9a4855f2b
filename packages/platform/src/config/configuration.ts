import { join } from "node:path";
import { z } from "zod";
import { defaultDataFolder } from "../database/embedded-server.ts";
import { NamedError } from "../named-error.ts";
import { commaList, isAddressOrNetwork } from "./address-list.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);
const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((text) => text === "true" || text === "1");

interface Setting {
  readonly schema: z.ZodType;
  /** What must be written, for the message of a refused value. */
  readonly rule: string;
  readonly meaning: string;
}

/**
 * Every environment variable of the program, once: its form, its default and its meaning. The
 * reference page is made from this list.
 */
export const settings = {
  HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    rule: "must be an address of this machine",
    meaning: "Address to listen on. Anything but loopback needs TLS in front.",
  },
  PORT: {
    schema: port.default(4680),
    rule: "must be 0-65535",
    meaning: "Port to listen on; 0 takes any free one.",
  },
  HEADWATER_DATA: {
    schema: z.string().min(1).optional(),
    rule: "must be a path",
    meaning:
      "Folder of the embedded database, keys and anchors. Default /var/lib/headwater for root, else ~/.local/share/headwater.",
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    rule: "must be postgres://user:password@host:port/database",
    meaning: "Owner's URL of a PostgreSQL 15 or newer, instead of the embedded server.",
  },
  HEADWATER_APPLICATION_URL: {
    schema: postgresUrl.optional(),
    rule: "must be postgres://user:password@host:port/database",
    meaning: "URL of the application's own login. Default: made by the owner, password derived.",
  },
  HEADWATER_POOL_SIZE: {
    schema: z.coerce.number().int().min(2).max(200).default(16),
    rule: "must be 2-200",
    meaning: "Connections of the application's pool per process.",
  },
  HEADWATER_WORKERS: {
    schema: z.coerce.number().int().min(1).max(64).default(2),
    rule: "must be 1-64",
    meaning: "Jobs that one worker process runs at once.",
  },
  HEADWATER_UPLOAD_LIMIT_MB: {
    schema: z.coerce.number().int().min(1).max(10_000).default(200),
    rule: "must be 1-10000",
    meaning: "Largest file taken over HTTP. The command line has no limit.",
  },
  HEADWATER_RESERVE_MB: {
    schema: z.coerce.number().int().min(0).max(1_000_000).default(256),
    rule: "must be 0-1000000",
    meaning:
      "Room kept free on the disks of the data folder and of temporary files: with less, no file is taken or read on until there is more, so that pages and the database go on.",
  },
  HEADWATER_CONNECTIONS: {
    schema: z.string().min(1).optional(),
    rule: "must be a path",
    meaning:
      "Folder in which the folders of connections lie: claims go out and answers come in there. Default: connections in the data folder.",
  },
  HEADWATER_AUDIT_ANCHOR: {
    schema: z.string().min(1).optional(),
    rule: "must be a path",
    meaning:
      "Folder that receives the heads of the audit chains. Default: anchors in the data folder.",
  },
  HEADWATER_MASTER_KEY: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/)
      .optional(),
    rule: "must be 32 bytes as base64: openssl rand -base64 32",
    meaning:
      "Key that seals what must be readable again, such as the secrets of authenticators. Default: master.key in the data folder, made on first use.",
  },
  HEADWATER_MASTER_KEY_FILE: {
    schema: z.string().min(1).optional(),
    rule: "must be a path, and HEADWATER_MASTER_KEY must be absent",
    meaning: "File that holds the key instead; every machine of an installation needs the same.",
  },
  HEADWATER_LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
    rule: "must be fatal, error, warn, info, debug or silent",
    meaning: "Least severe entry that is logged.",
  },
  HEADWATER_TRUSTED_PROXIES: {
    schema: z
      .string()
      .transform(commaList)
      .refine((list) => list.every(isAddressOrNetwork))
      .default([]),
    rule: "must be addresses or networks with commas between: 10.0.0.5, 192.168.0.0/16",
    meaning:
      "Reverse proxies whose X-Forwarded-For is believed; anybody else's is ignored. With one set, there is no local owner and any host name is served.",
  },
  HEADWATER_SECURE_COOKIES: {
    schema: flag.default(false),
    rule: "must be true or false",
    meaning: "Sends cookies over TLS only. Set it when TLS stands in front.",
  },
} satisfies Record<string, Setting>;

/** The program's configuration, validated. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly applicationUrl: string | undefined;
  readonly poolSize: number;
  readonly workers: number;
  readonly uploadLimitBytes: number;
  readonly reserveBytes: number;
  /** Folder of all connections through folders. */
  readonly connectionsFolder: string;
  readonly auditAnchor: string | undefined;
  readonly masterKey: string | undefined;
  readonly masterKeyFile: string | undefined;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  readonly trustedProxies: readonly string[];
  readonly secureCookies: boolean;
}

/**
 * Reads the configuration from environment variables. An empty variable counts as absent. Throws
 * `CONFIG_INVALID` that names every wrong variable and its rule, never its value.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const schema = z.object({
    HOST: settings.HOST.schema,
    PORT: settings.PORT.schema,
    HEADWATER_DATA: settings.HEADWATER_DATA.schema,
    DATABASE_URL: settings.DATABASE_URL.schema,
    HEADWATER_APPLICATION_URL: settings.HEADWATER_APPLICATION_URL.schema,
    HEADWATER_POOL_SIZE: settings.HEADWATER_POOL_SIZE.schema,
    HEADWATER_WORKERS: settings.HEADWATER_WORKERS.schema,
    HEADWATER_UPLOAD_LIMIT_MB: settings.HEADWATER_UPLOAD_LIMIT_MB.schema,
    HEADWATER_RESERVE_MB: settings.HEADWATER_RESERVE_MB.schema,
    HEADWATER_CONNECTIONS: settings.HEADWATER_CONNECTIONS.schema,
    HEADWATER_AUDIT_ANCHOR: settings.HEADWATER_AUDIT_ANCHOR.schema,
    HEADWATER_MASTER_KEY: settings.HEADWATER_MASTER_KEY.schema,
    HEADWATER_MASTER_KEY_FILE: settings.HEADWATER_MASTER_KEY_FILE.schema,
    HEADWATER_LOG_LEVEL: settings.HEADWATER_LOG_LEVEL.schema,
    HEADWATER_TRUSTED_PROXIES: settings.HEADWATER_TRUSTED_PROXIES.schema,
    HEADWATER_SECURE_COOKIES: settings.HEADWATER_SECURE_COOKIES.schema,
  });
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]])
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(given);
  if (!result.success) throw invalid(result.error.issues.map((issue) => String(issue.path[0])));
  const values = result.data;
  if (values.HEADWATER_MASTER_KEY !== undefined && values.HEADWATER_MASTER_KEY_FILE !== undefined) {
    throw invalid(["HEADWATER_MASTER_KEY_FILE"]);
  }
  const dataFolder = values.HEADWATER_DATA ?? defaultDataFolder();
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder,
    connectionsFolder: values.HEADWATER_CONNECTIONS ?? join(dataFolder, "connections"),
    databaseUrl: values.DATABASE_URL,
    applicationUrl: values.HEADWATER_APPLICATION_URL,
    poolSize: values.HEADWATER_POOL_SIZE,
    workers: values.HEADWATER_WORKERS,
    uploadLimitBytes: values.HEADWATER_UPLOAD_LIMIT_MB * 1024 * 1024,
    reserveBytes: values.HEADWATER_RESERVE_MB * 1024 * 1024,
    auditAnchor: values.HEADWATER_AUDIT_ANCHOR,
    masterKey: values.HEADWATER_MASTER_KEY,
    masterKeyFile: values.HEADWATER_MASTER_KEY_FILE,
    logLevel: values.HEADWATER_LOG_LEVEL,
    trustedProxies: values.HEADWATER_TRUSTED_PROXIES,
    secureCookies: values.HEADWATER_SECURE_COOKIES,
  };
}

function invalid(names: readonly string[]): NamedError {
  const rules = [...new Set(names)].map(
    (name) => `${name} ${settings[name as keyof typeof settings]?.rule ?? "is invalid"}`,
  );
  return new NamedError("CONFIG_INVALID", rules.join("; "));
}
