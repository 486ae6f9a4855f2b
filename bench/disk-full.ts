import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { accountsApart, type Books, booksOf, headwater } from "./books-of.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { type GeneratedFiles, generateFiles } from "./generate-files.ts";
import { call, type ServerUnderTest, startServer } from "./server-under-test.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";

/** How many megabytes are left in each round: from a little under what a log file needs to nothing. */
const leftMegabytes = [24, 12, 6, 3, 1, 0, 8, 2] as const;
const claimsPerRound = 1_500;
const fullForMs = 8_000;

/**
 * Fills the disk under a server that imports, frees it, and compares the books with an import that had
 * room. Without a reserve first, so that PostgreSQL itself finds no room; with it in the end.
 */
export const benchmark: Benchmark = {
  name: "disk-full",
  about: `${leftMegabytes.length} times a disk that is full amid an import, then room again; needs root for a small file system`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-full-"));
    await chmod(folder, 0o711);
    const disk = await mountSmallDisk(join(folder, "disk"), 900);
    if (disk === undefined) {
      remark("NOT RUN: no tmpfs can be mounted here; run it as root on Linux");
      await rm(folder, { recursive: true, force: true });
      return [];
    }
    try {
      return await fillAndCompare({ folder, disk, remark });
    } finally {
      disk.unmount();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Filling = {
  readonly folder: string;
  readonly disk: SmallDisk;
  remark(text: string): void;
};

async function fillAndCompare({ folder, disk, remark }: Filling): Promise<Figure[]> {
  const files = await filesOf(folder);
  remark("importing with room");
  const calm = join(folder, "calm");
  await headwater(calm, ["import", ...files.flatMap((each) => [each.claims, each.remittances])]);
  const full = join(disk.folder, "data");
  const temporary = join(disk.folder, "tmp");
  await mkdir(temporary);
  const seen = newSight();
  const environment = { TMPDIR: temporary, HEADWATER_RESERVE_MB: "0" };
  const server = await startServer(full, { environment, onLog: (line) => seen.log(line) });
  const base = await newPractice(server);
  for (const [round, left] of leftMegabytes.entries()) {
    await fillOnce({ server, base, disk, left, seen, remark }, files[round]);
  }
  remark("a command on a full disk, by itself");
  await server.stop();
  const last = files.at(-1);
  disk.fill(40);
  const refused = await headwater(full, ["import", last?.claims ?? ""], { TMPDIR: temporary });
  disk.free();
  await headwater(full, ["import", last?.claims ?? "", last?.remittances ?? ""]);
  return figuresOf({ seen, refused, calm: await booksOf(calm), full: await booksOf(full) });
}

/** One pair for each round, and one for the command in the end. */
async function filesOf(folder: string): Promise<GeneratedFiles[]> {
  const made: GeneratedFiles[] = [];
  for (let round = 0; round <= leftMegabytes.length; round += 1) {
    const own = join(folder, `files-${round}`);
    await mkdir(own);
    made.push(await generateFiles(own, { seed: 40 + round, claims: claimsPerRound }));
  }
  return made;
}

/** What was seen of the server, in answers and in its log. */
function newSight() {
  const counts = { full: 0, ready: 0, live: 0, silent: 0, waits: 0, down: 0, byItself: 0 };
  return {
    counts,
    log: (line: string) => {
      if (line.includes('"import-waits"')) counts.waits += 1;
      if (/"event":"import-waits".*"(ECONN|57P|ENOENT)/.test(line)) counts.down += 1;
    },
  };
}

type Round = {
  readonly server: ServerUnderTest;
  readonly base: string;
  readonly disk: SmallDisk;
  readonly left: number;
  readonly seen: ReturnType<typeof newSight>;
  remark(text: string): void;
};

/** Hands a pair of files in, fills the disk while they are read, looks, frees it, waits for the end. */
async function fillOnce(round: Round, files: GeneratedFiles | undefined): Promise<void> {
  const { server, base, disk, left, seen, remark } = round;
  if (files === undefined) return;
  const imports: string[] = [];
  for (const path of [files.claims, files.remittances]) {
    imports.push(await handIn(server, base, path));
  }
  disk.fill(left);
  remark(`${disk.freeMegabytes().toFixed(1)} MB left`);
  await lookWhileFull(round);
  disk.free();
  const settled = await settle(server, base, imports);
  if (settled) seen.counts.byItself += 1;
  else remark("the import did not go on");
}

async function lookWhileFull({ server, base, disk, left, seen }: Round): Promise<void> {
  const { counts } = seen;
  const until = Date.now() + fullForMs;
  while (Date.now() < until) {
    disk.fill(left);
    counts.live += (await statusOf(server, "/health/live")) === 200 ? 1 : 0;
    for (const path of ["/health/ready", `${base}/files?limit=5`, `${base}/imports`]) {
      const isCommand = path.endsWith("/imports");
      const status = await statusOf(server, path, isCommand ? { method: "POST" } : {});
      if (status === 507) counts.full += 1;
      else if (status >= 200 && status < 300) counts.ready += 1;
      else counts.silent += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function statusOf(server: ServerUnderTest, path: string, request: RequestInit = {}) {
  const headers = { cookie: server.cookie, origin: server.address };
  return fetch(server.address + path, { ...request, headers }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );
}

async function newPractice(server: ServerUnderTest): Promise<string> {
  const made = await call<{ id: string }>(server, "/api/practices", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Full", kind: "own-files" }),
  });
  return `/api/practices/${made.id}`;
}

async function handIn(server: ServerUnderTest, base: string, path: string): Promise<string> {
  const created = await call<{ id: string }>(server, `${base}/imports`, { method: "POST" });
  await call(server, `${base}/imports/${created.id}/files`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": basename(path) },
    body: await readFile(path),
  });
  return created.id;
}

/** Whether the imports end by themselves within three minutes once there is room. */
async function settle(server: ServerUnderTest, base: string, imports: readonly string[]) {
  for (let tries = 0; tries < 360; tries += 1) {
    const states = await Promise.all(
      imports.map((id) =>
        call<{ finished: boolean }>(server, `${base}/imports/${id}`).catch(() => undefined),
      ),
    );
    if (states.every((state) => state?.finished)) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

type Found = {
  readonly seen: ReturnType<typeof newSight>;
  readonly refused: { readonly exitCode: number; readonly errors: string };
  readonly calm: Books;
  readonly full: Books;
};

function figuresOf({ seen: { counts }, refused, calm, full }: Found): Figure[] {
  const apart = accountsApart(calm, full);
  const rounds = String(leftMegabytes.length);
  const isTold = refused.exitCode === 2 && refused.errors.includes("DISK_FULL");
  return [
    { name: "imports that waited for room", value: counts.waits, unit: "" },
    { name: "of these, the database had gone down", value: counts.down, unit: "" },
    { name: "answers that told of the full disk (507)", value: counts.full, unit: "" },
    { name: "answers as always meanwhile", value: counts.ready, unit: "" },
    { name: "answers that told neither", value: counts.silent, unit: "", bar: "0" },
    {
      name: "rounds that went on by themselves",
      value: counts.byItself,
      unit: "",
      bar: rounds,
    },
    { name: "a command told DISK_FULL", value: isTold ? 1 : 0, unit: "", bar: "1" },
    { name: "claims", value: full.claims, unit: "", bar: String(calm.claims) },
    { name: "transfers", value: full.transfers, unit: "", bar: String(calm.transfers) },
    { name: "accounts that differ from the calm import", value: apart.length, unit: "", bar: "0" },
    { name: "faults of ledger verify", value: full.ledgerFaults, unit: "", bar: "0" },
    { name: "faults of audit verify", value: full.auditFaults, unit: "", bar: "0" },
  ];
}
