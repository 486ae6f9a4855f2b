import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Anchor, fileAnchor } from "@headwater/platform/audit/anchor.ts";
import { systemClock } from "@headwater/platform/clock/clock.ts";
import { type Configuration, readConfiguration } from "@headwater/platform/config/configuration.ts";
import { type Database, openDatabase } from "@headwater/platform/database/connect.ts";
import { migrate } from "@headwater/platform/database/migrate.ts";
import { isLoopbackHost } from "@headwater/platform/http/request-guard.ts";
import { loadMasterKey } from "@headwater/platform/identity/master-key.ts";
import { refuseOtherKey } from "@headwater/platform/identity/sealed-secrets.ts";
import {
  defaultSessionLimits,
  type IdentityServices,
} from "@headwater/platform/identity/services.ts";
import type { DiskRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { type Logger, openLogger } from "@headwater/platform/logging/logger.ts";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { loadReferenceTables } from "./load-reference-tables.ts";

/** Everything that a process of the program works with. */
export interface Services {
  readonly configuration: Configuration;
  readonly version: string;
  /** The address to listen on, and whether only this machine can reach it: no proxy stands in front. */
  readonly host: string;
  readonly loopback: boolean;
  readonly logger: Logger;
  readonly database: Database;
  readonly identity: IdentityServices;
  readonly anchor: Anchor;
  /** Where this machine writes: temporary files, and the data folder unless the database is elsewhere. */
  readonly room: DiskRoom;
  close(): Promise<void>;
}

export interface OpenServicesOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Replaces the configured address to listen on. */
  readonly host?: string | undefined;
  /**
   * For a process that answers requests: a caller is told within seconds that we are busy or that the
   * database is gone, and no statement runs longer than anybody waits.
   */
  readonly answersRequests?: boolean;
  /** Leaves the schema at this migration, for the rows of an older backup; `updateDatabase` follows. */
  readonly schemaThrough?: number;
}

/** The program's version, as package.json states it. */
export function programVersion(): string {
  const text = readFileSync(join(projectRoot(), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Where the chain's heads are kept: the folder the configuration names, else in the data folder. */
export function auditAnchor(configuration: Configuration): Anchor {
  return fileAnchor(configuration.auditAnchor ?? join(configuration.dataFolder, "anchors"));
}

function diskRoom({ databaseUrl, dataFolder, reserveBytes }: Configuration): DiskRoom {
  const folders = databaseUrl === undefined ? [tmpdir(), dataFolder] : [tmpdir()];
  return { folders, reserveBytes };
}

/** Brings a database to the program's schema and reference tables. */
export async function updateDatabase(database: Database): Promise<void> {
  await migrate(database);
  await loadReferenceTables(database.owner);
}

/**
 * Opens the database the configuration names, brings it to the program's schema and reference tables,
 * and loads the installation's key. Several processes may do this at once.
 */
export async function openServices(options: OpenServicesOptions): Promise<Services> {
  const configuration = readConfiguration(options.environment);
  const logger = openLogger({ level: configuration.logLevel });
  const { databaseUrl, applicationUrl, dataFolder } = configuration;
  const database = await openDatabase({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(applicationUrl === undefined ? {} : { applicationUrl }),
    embedded: { dataFolder },
    applicationPoolSize: configuration.poolSize,
    ...(options.answersRequests ? { acquireTimeoutMs: 4000, statementTimeoutMs: 30_000 } : {}),
    onPoolError: (error) => logger.warn({ event: "connection-lost", error }, "connection lost"),
  });
  try {
    if (options.schemaThrough === undefined) await updateDatabase(database);
    else await migrate(database, { through: options.schemaThrough });
    await mkdir(dataFolder, { recursive: true });
    const { masterKey: given, masterKeyFile: file } = configuration;
    const masterKey = await loadMasterKey({ given, file, dataFolder }, systemRandom);
    if (options.answersRequests) await refuseOtherKey(database, masterKey);
    const host = options.host ?? configuration.host;
    const loopback = isLoopbackHost(host) && configuration.trustedProxies.length === 0;
    const identity: IdentityServices = {
      database,
      clock: systemClock,
      random: systemRandom,
      masterKey,
      limits: defaultSessionLimits,
      localOwnerAllowed: loopback,
    };
    const anchor = auditAnchor(configuration);
    const version = programVersion();
    return {
      configuration,
      version,
      host,
      loopback,
      logger,
      database,
      identity,
      anchor,
      room: diskRoom(configuration),
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
