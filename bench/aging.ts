import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@headwater/platform/database/connect.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { ageReceivables } from "@headwater/revenue-cycle/strategy/kpi/report-page.query.ts";
import { openReportScope } from "@headwater/revenue-cycle/strategy/kpi/report-scope.query.ts";
import { openServices } from "@headwater/server/services.ts";
import { type Benchmark, quantile } from "./figure.ts";

const claims = 500_000;
const linesPerClaim = 2;
const lineCents = 10_000;
const runs = 20;
const asOf = "2026-06-30";

/** The aging of the report over a million open lines of one practice, as the application asks it. */
export const benchmark: Benchmark = {
  name: "aging",
  about: `the aging of ${(claims * linesPerClaim).toLocaleString("en-US")} open lines`,
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
      remark("writing the lines");
      await writeOpenLines(services.database, made.practice.practiceId);
      remark("asking");
      const took = await times(services.database, made.practice.practiceId);
      return [
        { name: "median", value: quantile(took, 0.5), unit: "ms", bar: "under 500" },
        { name: "95th percentile", value: quantile(took, 0.95), unit: "ms", bar: "under 500" },
      ];
    } finally {
      await services.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Claims of the two years before the as-of date, every line open with the payer, some with the patient. */
async function writeOpenLines({ owner }: Database, practiceId: number): Promise<void> {
  const { rows: payers } = await owner.query<{ payer_id: number }>(
    `insert into payers (practice_id, identifier_key, identifier, name)
     values ($1, 'PAYER', 'PAYER', 'Payer') returning payer_id`,
    [practiceId],
  );
  const { rows: patients } = await owner.query<{ patient_id: number }>(
    `insert into patients (practice_id, identity_key, last_name, last_name_key, first_name_key)
     values ($1, 'DOE', 'DOE', 'DOE', '') returning patient_id`,
    [practiceId],
  );
  await owner.query(
    `insert into claims (practice_id, kind, patient_control_number, control_number_key, frequency_code,
       state, payer_id, coverage_sequence, patient_id, charged_cents, content_sha256, service_from)
     select $1, 'professional', 'C' || n, 'C' || n, '1', 'submitted', $2, 'P', $3, 20000, 'c' || n,
       $4::date - (n % 730)::integer
     from generate_series(1, $5::integer) n`,
    [practiceId, payers[0]?.payer_id, patients[0]?.patient_id, asOf, claims],
  );
  await owner.query(
    `insert into receivables (practice_id, claim_id, line_number, charged_cents, contractual_cents,
       patient_responsibility_cents, open_insurance_cents, open_patient_cents)
     select practice_id, claim_id, line, 10000, 0, case when claim_id % 3 = 0 then 2000 else 0 end,
       case when claim_id % 3 = 0 then 8000 else 10000 end,
       case when claim_id % 3 = 0 then 2000 else 0 end
     from claims, generate_series(1, $2::integer) line where practice_id = $1`,
    [practiceId, linesPerClaim],
  );
  await owner.query("vacuum analyze claims, receivables");
}

async function times(database: Database, practiceId: number): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await withPractice(database, { practiceId, actor: "operator", readOnly: true }, async (tx) => {
      const scope = await openReportScope(tx, practiceId, asOf);
      const from = performance.now();
      const aged = await ageReceivables(tx, scope);
      took.push(performance.now() - from);
      const open = [...aged.values()].reduce(
        (sum, one) => sum + one.insuranceCents + one.patientCents,
        0,
      );
      const meant = claims * linesPerClaim * lineCents;
      if (open !== meant) throw new Error(`${open} cents are open, not ${meant}`);
    });
  }
  return took;
}
