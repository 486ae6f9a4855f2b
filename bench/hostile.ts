import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { type HostileFile, hostileFiles, writeHostileFile } from "./hostile-files.ts";
import { nodeProcessesBelow, peakMemoryMiB } from "./process-memory.ts";
import { call, type ServerUnderTest, startServer } from "./server-under-test.ts";

const memoryBar = "under 400";
const answerWithinMs = 120_000;

/** Each bad file through the command line and through the page's way in of a running server. */
export const benchmark: Benchmark = {
  name: "hostile",
  about: `${hostileFiles.length} kinds of bad input by command line and by upload`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-hostile-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const dataFolder = join(folder, "data");
    const server = await startServer(dataFolder);
    const surprises: Figure[] = [];
    const memory = new Map<string, number>();
    try {
      const practice = await makePractice(server);
      for (const file of hostileFiles) {
        const path = await writeHostileFile(folder, file);
        const typed = await byCommandLine(dataFolder, path);
        const sent = await byUpload(server, { practice, path, name: file.name });
        await rm(path);
        memory.set("command line", Math.max(memory.get("command line") ?? 0, typed.memoryMiB));
        const told = [
          `typed ${typed.verdict}`,
          `sent ${sent.verdict}`,
          `answers in ${sent.healthMs} ms`,
        ];
        remark(`${file.name}: ${told.join(", ")}; ${Math.round(typed.memoryMiB)} MiB`);
        surprises.push(...surprisesOf(file, { typed: typed.verdict, sent: sent.verdict }));
      }
      for (const id of nodeProcessesBelow(server.process.pid ?? 0))
        memory.set("server", Math.max(memory.get("server") ?? 0, peakMemoryMiB(id) ?? 0));
    } finally {
      await server.stop();
    }
    const escaped =
      existsSync("/tmp/headwater-hostile-escape.837") ||
      existsSync("/etc/headwater-hostile-escape");
    await removeFolder(folder);
    return [
      ...surprises,
      { name: "files without the expected verdict", value: surprises.length, unit: "", bar: "0" },
      { name: "files written outside", value: escaped ? 1 : 0, unit: "", bar: "0" },
      ...[...memory].map(([who, value]) => ({
        name: `${who}: largest Node process`,
        value,
        unit: "MiB",
        bar: memoryBar,
      })),
    ];
  },
};

function surprisesOf(file: HostileFile, got: { typed: string; sent: string }): Figure[] {
  const fits = (verdict: string) =>
    verdict === file.expected || verdict.startsWith(`${file.expected} `);
  const wrong: string[] = [];
  if (!fits(got.typed)) wrong.push(`typed ${got.typed}`);
  // The same bytes came by command line before: they are known, or were not kept.
  if (!fits(got.sent) && got.sent !== "duplicate") wrong.push(`sent ${got.sent}`);
  return wrong.map((text) => ({
    name: `${file.name}: ${text}`,
    value: 1,
    unit: "",
    bar: file.expected,
  }));
}

async function makePractice(server: ServerUnderTest): Promise<string> {
  const made = await call<{ id: string }>(server, "/api/practices", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Sent", kind: "own-files" }),
  });
  return made.id;
}

/** Into a practice of its own, so that the upload of the same bytes is no duplicate. */
async function byCommandLine(dataFolder: string, path: string) {
  const child = spawn(
    process.execPath,
    [join(projectRoot(), "bin/headwater.js"), "import", path, "--practice", "Typed", "--json"],
    {
      env: { ...process.env, HEADWATER_DATA: dataFolder },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let memoryMiB = 0;
  const timer = setInterval(() => {
    memoryMiB = Math.max(memoryMiB, peakMemoryMiB(child.pid ?? 0) ?? 0);
  }, 50);
  let output = "";
  child.stdout.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  clearInterval(timer);
  const line = output.split("\n").find((text) => text.startsWith("{"));
  if (line === undefined) return { verdict: `no verdict, exit ${exitCode}`, memoryMiB };
  return { verdict: verdictOf(JSON.parse(line)), memoryMiB };
}

const verdictOf = (file: { verdict: string; reasonCode?: string | null }) =>
  file.reasonCode ? `${file.verdict} ${file.reasonCode}` : file.verdict;

async function byUpload(
  server: ServerUnderTest,
  upload: { readonly practice: string; readonly path: string; readonly name: string },
): Promise<{ verdict: string; healthMs: number }> {
  const base = `/api/practices/${upload.practice}`;
  const opened = await call<{ id: string }>(server, `${base}/imports`, { method: "POST" });
  const status = await send(server, `${base}/imports/${opened.id}/files`, upload);
  let healthMs = 0;
  const until = Date.now() + answerWithinMs;
  for (;;) {
    const from = performance.now();
    await call(server, "/health/ready");
    healthMs = Math.max(healthMs, Math.round(performance.now() - from));
    if (status !== 202) return { verdict: `answered ${status}`, healthMs };
    const { finished, files } = await call<{
      finished: boolean;
      files: { verdict: string; reasonCode: string | null; name: string }[];
    }>(server, `${base}/imports/${opened.id}`);
    const file = files.find((one) => !one.name.includes(".zip/"));
    if (finished && file) return { verdict: verdictOf(file), healthMs };
    if (Date.now() > until) return { verdict: `still ${file?.verdict}`, healthMs };
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** Streams the file, as a browser does. */
async function send(
  server: ServerUnderTest,
  url: string,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<number> {
  const { size } = await stat(path);
  const outgoing = request(server.address + url, {
    method: "POST",
    headers: {
      cookie: server.cookie,
      "content-type": "application/octet-stream",
      "content-length": size,
      "x-file-name": encodeURIComponent(name),
    },
  });
  const answered = once(outgoing, "response");
  await pipeline(createReadStream(path), outgoing);
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode ?? 0;
}
