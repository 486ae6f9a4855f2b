import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import {
  ageReceivables,
  agingFromTotals,
} from "@headwater/revenue-cycle/strategy/aging/age-receivables.query.ts";
import { openReportScope } from "@headwater/revenue-cycle/strategy/kpi/report-scope.query.ts";
import { foldRollups } from "@headwater/revenue-cycle/strategy/rollup/fold-rollups.command.ts";
import { openServices } from "@headwater/server/services.ts";
import { type Benchmark, type Figure, quantile } from "./figure.ts";

const linesPerClaim = 2;
const claims = Number(process.env.HEADWATER_BENCH_LINES ?? 1_000_000) / linesPerClaim;
const lineCents = 10_000;
const openCents = claims * linesPerClaim * lineCents;
const payers = 40;
const runs = 20;
const asOf = "2026-06-30";
const earlier = "2026-05-31";
/** Claims that were each paid a dollar between the two dates, and what they brought. */
const paidClaims = 10_000;
const paidCents = 100;
/** Postings at once, each in a chunk of its own: what they wrote is not counted yet. */
const writers = 16;

/** The aging of the report over a million open lines of one practice, as the application asks it. */
export const benchmark: Benchmark = {
  name: "aging",
  about: `the aging of ${(claims * linesPerClaim).toLocaleString("en-US")} open lines, ${runs} times each`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    try {
      const wanted = { name: "Bench", kind: "own-files" } as const;
      const by = { actor: "operator", random: systemRandom };
      const made = await practiceNamed(services.database, wanted, by);
      if (made.is === "refused") throw new Error(made.code);
      return await measure(services.database, made.practice.practiceId, remark);
    } finally {
      await services.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  database: Database,
  practiceId: number,
  remark: (text: string) => void,
): Promise<Figure[]> {
  const ask = (name: string, on: string, cents: number) =>
    aged(database, { practiceId, name, on, cents });
  remark("writing the lines");
  await writeOpenLines(database, practiceId);
  remark("counting them, as the worker does");
  const from = performance.now();
  await foldRollups(database, { practiceId, actor: "operator" }, { mostSteps: 1 });
  const counting = (performance.now() - from) / 1000;
  await database.owner.query("vacuum analyze");
  remark("asking");
  const counted = await ask("all counted", asOf, openCents);
  const every = Math.floor(claims / writers);
  await database.owner.query(
    "update claims set revision = revision + 1 where practice_id = $1 and claim_id % $2 = 1",
    [practiceId, every],
  );
  const written = await ask(`${writers} chunks written since`, asOf, openCents);
  remark("paying some");
  await payLater(database, practiceId);
  await foldRollups(database, { practiceId, actor: "operator" }, { mostSteps: 1 });
  await database.owner.query("vacuum analyze");
  const paid = await ask("some paid, all counted", asOf, openCents - paidClaims * paidCents);
  const before = await ask("as of a month before", earlier, openCents);
  return [
    { name: "open lines", value: claims * linesPerClaim, unit: "" },
    { name: "counting what is open, and a step of the measures", value: counting, unit: "s" },
    ...counted,
    ...written,
    ...paid,
    ...before,
  ];
}

/** Claims of the two years before the as-of date, every line open with the payer, some with the patient. */
async function writeOpenLines({ owner }: Database, practiceId: number): Promise<void> {
  await owner.query(
    `insert into payers (practice_id, identifier_key, identifier, name)
     select $1, 'PAYER' || n, 'PAYER' || n, 'Payer ' || n from generate_series(1, $2::integer) n`,
    [practiceId, payers],
  );
  const { rows: patients } = await owner.query<{ patient_id: number }>(
    `insert into patients (practice_id, identity_key, last_name, last_name_key, first_name_key)
     values ($1, 'DOE', 'DOE', 'DOE', '') returning patient_id`,
    [practiceId],
  );
  await owner.query(
    `insert into claims (practice_id, kind, patient_control_number, control_number_key, frequency_code,
       state, payer_id, coverage_sequence, patient_id, charged_cents, content_sha256, service_from)
     select $1, 'professional', 'C' || n, 'C' || n, '1', 'submitted', p.first + n % $2, 'P', $3, 20000,
       'c' || n, $4::date - (n % 730)::integer
     from generate_series(1, $5::integer) n,
       (select min(payer_id) as first from payers where practice_id = $1) p`,
    [practiceId, payers, patients[0]?.patient_id, asOf, claims],
  );
  await owner.query(
    `insert into receivables (practice_id, claim_id, line_number, charged_cents, contractual_cents,
       patient_responsibility_cents, open_insurance_cents, open_patient_cents)
     select practice_id, claim_id, line, 10000, 0, case when claim_id % 3 = 0 then 2000 else 0 end,
       case when claim_id % 3 = 0 then 8000 else 10000 end,
       case when claim_id % 3 = 0 then 2000 else 0 end
     from claims, generate_series(1, $2::integer) line where practice_id = $1
     order by claim_id, line`,
    [practiceId, linesPerClaim],
  );
  await owner.query("vacuum analyze claims, receivables");
}

/** Payers pay a dollar on the first lines of the newest claims, after the earlier date. */
async function payLater({ owner }: Database, practiceId: number): Promise<void> {
  await owner.query(
    `with paid as (
       select practice_id, claim_id from claims where practice_id = $1
       order by claim_id desc limit $2),
     posted as (
       insert into postings (practice_id, kind, claim_id, effective_on, actor)
       select practice_id, 'transfer', claim_id, $3::date - 10, 'operator' from paid
       returning practice_id, posting_id, claim_id),
     moved as (
       update receivables r set insurance_paid_cents = $4::bigint,
         open_insurance_cents = open_insurance_cents - $4::bigint
       from paid where r.practice_id = $1 and r.claim_id = paid.claim_id and r.line_number = 1)
     insert into transfers (practice_id, posting_id, claim_id, line_number, debit_account_id,
       credit_account_id, cents, effective_on)
     select practice_id, posting_id, claim_id, 1,
       (select account_id from accounts where practice_id = $1 and kind = 'cash'),
       (select account_id from accounts where practice_id = $1 and kind = 'insurance-receivable'),
       $4::bigint, $3::date - 10
     from posted`,
    [practiceId, paidClaims, asOf, paidCents],
  );
}

type Asked = {
  readonly practiceId: number;
  readonly name: string;
  readonly on: string;
  /** What must come out. */
  readonly cents: number;
};

/** Asks again and again, cut-off and aging together, and once what the plan read. */
async function aged(database: Database, { practiceId, name, on, cents }: Asked): Promise<Figure[]> {
  const took: number[] = [];
  const used: number[] = [];
  let pages = 0;
  for (let run = 0; run < runs; run += 1) {
    await withPractice(database, { practiceId, actor: "operator", readOnly: true }, async (tx) => {
      const { pid } = await tx.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const used0 = processorMs(pid);
      const from = performance.now();
      const scope = await openReportScope(tx, practiceId, on);
      const rows = await ageReceivables(tx, scope);
      took.push(performance.now() - from);
      used.push(processorMs(pid) - used0);
      const open = rows.reduce((sum, one) => sum + one.insuranceCents + one.patientCents, 0);
      if (open !== cents) throw new Error(`${open} cents are open, not ${cents}`);
      if (run > 0) return;
      const plan = await tx.one<{ "QUERY PLAN": string }>(
        sql`explain (analyze, buffers, format json) ${agingFromTotals(scope)}`,
      );
      pages = pagesOf(plan["QUERY PLAN"]);
    });
  }
  const bar = "under 500";
  return [
    { name: `${name}: median`, value: quantile(took, 0.5), unit: "ms", bar },
    { name: `${name}: 95th percentile`, value: quantile(took, 0.95), unit: "ms", bar },
    {
      name: `${name}: processor time of the database, median`,
      value: quantile(used, 0.5),
      unit: "ms",
    },
    { name: `${name}: pages of 8 KiB that the plan read`, value: pages, unit: "" },
  ];
}

function pagesOf(plan: unknown): number {
  const read = typeof plan === "string" ? JSON.parse(plan) : plan;
  const { Plan: top } = read[0];
  return top["Shared Hit Blocks"] + top["Shared Read Blocks"];
}

/** What a process has used of a processor so far; nothing where the system does not tell. */
function processorMs(pid: number): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return Number.NaN;
  }
}
