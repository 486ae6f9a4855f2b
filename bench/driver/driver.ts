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
import { type ProcessorTime, processorTime } from "./processor-time.ts";
import * as staff from "./staff.ts";

const visitsOfProvider = 20;
const peopleOfRole = 3;
const lookMs = 250;
/** A small practice may have nothing to send. */
const mostLooks = 240;

/** Scripted staff play days of a demo practice through its public HTTP API, then the measures are told. */
export const benchmark: Benchmark = {
  name: "driver",
  about:
    "scripted staff through the HTTP API: --claims=5000 --days=30 --diligence=0.9 --visits=20 a provider --people=3 of a role (12 providers: --claims=90000)",
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-driver-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const server = await startProduct(folder);
    try {
      return await play(server, remark);
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

type Product = { readonly child: ChildProcess; readonly entry: string };

async function startProduct(data: string): Promise<Product> {
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

async function play({ child, entry }: Product, remark: (text: string) => void): Promise<Figure[]> {
  const claims = option("claims", 5000);
  const days = option("days", 30);
  const client = await OfficeClient.signIn(entry);
  remark(`a demo practice of ${claims.toLocaleString("en-US")} claims`);
  await fillDemo(client, claims);
  const people = await officeOf(client);
  const providers = people.providerIds.length;
  remark(`${people.patientIds.length} patients, ${people.visitsADay} visits a day`);
  client.times.clear();
  client.refusals.clear();
  const from = performance.now();
  const before = processorTime(child.pid ?? 0);
  let steppingMs = 0;
  let visits = 0;
  for (let played = 0; played < days; played += 1) {
    const clock = await client.get<Days>("/demo");
    if (isRefused(clock)) throw new Error(clock.code);
    const office = { ...people, day: clock.day };
    visits += await staff.frontDesk(office);
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
  const after = processorTime(child.pid ?? 0);
  tellRoutes(client);
  const played = { days, seconds, steppingMs, providers, visits };
  return [
    ...figuresOf(client, played),
    ...(before && after ? processorFigures(before, after, days) : []),
    ...(await measures(client)),
  ];
}

/** The people, the place and the patients whom the scripted staff can bill for. */
async function officeOf(client: OfficeClient) {
  const patients = await client.allRows<{ id: number; payer: string | null }>(
    "/patients?registered=yes&limit=200",
  );
  const providers = await client.rows<{ id: number; isRendering: boolean }>("/providers?limit=200");
  const [facility] = await client.rows<{ id: number }>("/facilities");
  if (facility === undefined) throw new Error("the demo practice has no facility");
  const providerIds = providers.filter(({ isRendering }) => isRendering).map(({ id }) => id);
  return {
    client,
    people: option("people", peopleOfRole),
    diligencePermille: Math.round(option("diligence", 0.9) * 1000),
    visitsADay: option("visits", visitsOfProvider) * providerIds.length,
    // Who has no coverage pays the visit himself: there is no claim to make.
    patientIds: patients.flatMap(({ id, payer }) => (payer === null ? [] : [id])),
    providerIds,
    facilityId: facility.id,
  };
}

async function fillDemo(client: OfficeClient, claims: number): Promise<void> {
  const made = await client.post<{ id: string }>("/practices", { name: "Driver", kind: "demo" });
  if (isRefused(made)) throw new Error(made.code);
  client.enter(made.id);
  const filled = await client.post("/demo", { claims });
  if (isRefused(filled)) throw new Error(filled.code);
  while (isRefused(await client.get<Days>("/demo"))) await sleep(lookMs);
  // Described when its files are read; then some work is done in it, at last a batch is sent.
  while ((await client.rows("/facilities")).length === 0) await sleep(lookMs);
  for (let look = 0; look < mostLooks; look += 1) {
    if ((await client.rows<{ sentAt: string | null }>("/batches")).some(isSent)) return;
    await sleep(lookMs);
  }
}

function isSent({ sentAt }: { readonly sentAt: string | null }): boolean {
  return sentAt !== null;
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

/** The routes by the time that was spent waiting for them. */
function tellRoutes({ times, refusals }: OfficeClient): void {
  const total = (each: readonly number[]) => each.reduce((sum, ms) => sum + ms, 0);
  const rows = [...times].sort((left, right) => total(right[1]) - total(left[1]));
  const titles = ["calls", "p50 ms", "p95 ms", "all s"].map((title) => title.padStart(9));
  console.log(`  ${"route".padEnd(52)}${titles.join("")}`);
  for (const [route, each] of rows) {
    const cells = [
      String(each.length),
      quantile(each, 0.5).toFixed(1),
      quantile(each, 0.95).toFixed(1),
      (total(each) / 1000).toFixed(1),
    ];
    console.log(`  ${route.padEnd(52)}${cells.map((cell) => cell.padStart(9)).join("")}`);
  }
  for (const [refusal, count] of refusals) console.log(`  refused: ${refusal} ${count}`);
}

/** Processor time of a simulated day: what a busy machine does not change. */
function processorFigures(before: ProcessorTime, after: ProcessorTime, days: number): Figure[] {
  const ofDay = (part: keyof ProcessorTime) => (after[part] - before[part]) / days;
  const all = ofDay("program") + ofDay("database") + ofDay("driver");
  return [
    { name: "processor time a day: program and its jobs", value: ofDay("program"), unit: "s" },
    { name: "processor time a day: database", value: ofDay("database"), unit: "s" },
    { name: "processor time a day: scripted staff", value: ofDay("driver"), unit: "s" },
    { name: "processor time of a month of 30 days", value: all * 30, unit: "s" },
  ];
}

type Played = {
  readonly days: number;
  readonly seconds: number;
  readonly steppingMs: number;
  readonly providers: number;
  readonly visits: number;
};

function figuresOf(client: OfficeClient, played: Played): Figure[] {
  const { days, seconds, steppingMs, providers, visits } = played;
  const all = [...client.times.values()].flat();
  const staffSeconds = seconds - steppingMs / 1000;
  return [
    { name: `days played with ${providers} providers`, value: days, unit: "" },
    { name: "visits booked", value: visits, unit: "" },
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
