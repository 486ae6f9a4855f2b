import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { type Benchmark, type Figure, quantile } from "../figure.ts";
import { isRefused, OfficeClient } from "./office-client.ts";
import * as staff from "./staff.ts";

const visitsOfProvider = 20;
const lookMs = 250;
const backlogMs = 5000;

/** Scripted staff play days of a demo practice through its public HTTP API, then the measures are told. */
export const benchmark: Benchmark = {
  name: "driver",
  about:
    "scripted staff through the HTTP API: --claims=5000 --days=30 --diligence=0.9 --visits=20 a provider (12 providers: --claims=90000)",
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-driver-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const server = await startProduct(folder);
    try {
      return await play(server.entry, remark);
    } finally {
      server.child.kill("SIGTERM");
      await once(server.child, "exit");
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function option(name: string, usual: number): number {
  const told = process.argv.find((word) => word.startsWith(`--${name}=`));
  return told === undefined ? usual : Number(told.slice(name.length + 3));
}

async function startProduct(
  data: string,
): Promise<{ readonly child: ChildProcess; readonly entry: string }> {
  const program = join(projectRoot(), "bin", "headwater.js");
  const child = spawn(process.execPath, [program, "start", "--port", "0", "--json"], {
    env: { ...process.env, HEADWATER_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the server has no standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    const told: unknown = line.startsWith("{") ? JSON.parse(line) : {};
    const { address } = told as { address?: unknown };
    if (typeof address === "string") return { child, entry: address };
  }
  throw new Error("the server printed no address");
}

type Days = { readonly day: string; readonly wantedDay: string };

async function play(entry: string, remark: (text: string) => void): Promise<Figure[]> {
  const claims = option("claims", 5000);
  const days = option("days", 30);
  const diligencePermille = Math.round(option("diligence", 0.9) * 1000);
  const client = await OfficeClient.signIn(entry);
  remark(`a demo practice of ${claims.toLocaleString("en-US")} claims`);
  await fillDemo(client, claims);
  const patients = await client.rows<{ id: number }>("/patients?registered=yes&limit=200");
  const providers = await client.rows<{ id: number; isRendering: boolean }>("/providers?limit=200");
  const patientIds = patients.map(({ id }) => id);
  const providerIds = providers.filter(({ isRendering }) => isRendering).map(({ id }) => id);
  const visitsADay = option("visits", visitsOfProvider) * providerIds.length;
  const people = { client, diligencePermille, visitsADay, patientIds, providerIds };
  client.times.clear();
  client.refusals.clear();
  const from = performance.now();
  let steppingMs = 0;
  for (let played = 0; played < days; played += 1) {
    const clock = await client.get<Days>("/demo");
    if (isRefused(clock)) throw new Error(clock.code);
    const office = { ...people, day: clock.day };
    await staff.frontDesk(office);
    await staff.coder(office);
    await staff.biller(office);
    await staff.poster(office);
    await staff.denialSpecialist(office);
    await staff.manager(office);
    remark(`${clock.day}: ${client.requests} requests`);
    const began = performance.now();
    await stepDay(client);
    steppingMs += performance.now() - began;
  }
  const seconds = (performance.now() - from) / 1000;
  tellRoutes(client);
  const played = { days, seconds, steppingMs, providers: providerIds.length };
  return [...figuresOf(client, played), ...(await measures(client))];
}

async function fillDemo(client: OfficeClient, claims: number): Promise<void> {
  const made = await client.post<{ id: string }>("/practices", { name: "Driver", kind: "demo" });
  if (isRefused(made)) throw new Error(made.code);
  client.enter(made.id);
  const filled = await client.post("/demo", { claims });
  if (isRefused(filled)) throw new Error(filled.code);
  while (isRefused(await client.get<Days>("/demo"))) await sleep(lookMs);
  // Described last, by one transaction; then some work is left in it.
  while ((await client.rows("/facilities")).length === 0) await sleep(lookMs);
  await sleep(backlogMs);
}

/** The far end goes on to its next day and its answers are read. */
async function stepDay(client: OfficeClient): Promise<void> {
  await client.post("/demo/days", { days: 1 });
  for (;;) {
    const clock = await client.get<Days>("/demo");
    if (!isRefused(clock) && clock.day === clock.wantedDay) return;
    await sleep(lookMs);
  }
}

function tellRoutes({ times, refusals }: OfficeClient): void {
  const rows = [...times].sort((left, right) => right[1].length - left[1].length);
  console.log(
    `  ${"route".padEnd(52)}${"calls".padStart(8)}${"p50 ms".padStart(9)}${"p95 ms".padStart(9)}`,
  );
  for (const [route, each] of rows) {
    const [half, most] = [quantile(each, 0.5), quantile(each, 0.95)].map((ms) => ms.toFixed(1));
    const cells = [String(each.length).padStart(8), half?.padStart(9), most?.padStart(9)];
    console.log(`  ${route.padEnd(52)}${cells.join("")}`);
  }
  for (const [refusal, count] of refusals) console.log(`  refused: ${refusal} ${count}`);
}

type Played = {
  readonly days: number;
  readonly seconds: number;
  readonly steppingMs: number;
  readonly providers: number;
};

function figuresOf(client: OfficeClient, played: Played): Figure[] {
  const { days, seconds, steppingMs, providers } = played;
  const all = [...client.times.values()].flat();
  const staffSeconds = seconds - steppingMs / 1000;
  return [
    { name: `days played with ${providers} providers`, value: days, unit: "" },
    { name: "requests", value: all.length, unit: "" },
    { name: "requests while staff works", value: all.length / staffSeconds, unit: "/s" },
    { name: "all routes, p95", value: quantile(all, 0.95), unit: "ms" },
    { name: "stepping the day at the far end", value: steppingMs / 1000, unit: "s" },
    { name: "the whole", value: seconds, unit: "s" },
    {
      name: "a month of 30 days at this pace",
      value: (seconds / days) * 30,
      unit: "s",
      bar: "under 480 with 12 providers",
    },
  ];
}

const told = new Set([
  "firstPassAcceptance",
  "initialDenialRate",
  "initialDenialRateDollars",
  "netCollectionRate",
  "grossDaysInAr",
  "chargeLagDays",
  "daysToPayment",
  "cleanClaimRate",
  "firstPassResolution",
]);

type Measure = {
  readonly measure: string;
  readonly key: string | null;
  readonly value: number | null;
  readonly unit: string;
};

/** The measures of the practice at the end, to be held against those of another diligence. */
async function measures(client: OfficeClient): Promise<Figure[]> {
  const report = await client.get<{ measures: Measure[] }>("/report");
  if (isRefused(report)) return [];
  return report.measures.flatMap(({ measure, key, value, unit }) =>
    key === null && value !== null && told.has(measure)
      ? [{ name: `KPI ${measure}`, value, unit }]
      : [],
  );
}
