import { openServices } from "@headwater/server/services.ts";
import { multiplyClaims } from "./multiply-claims.ts";

/** Multiplies the claims of the only practice in a data folder; see `npm run bench -- million`. */
async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? 1_000_000);
  const days = Number(process.argv[3] ?? 120);
  const services = await openServices({
    environment: { ...process.env, HEADWATER_LOG_LEVEL: "error" },
  });
  const { owner } = services.database;
  try {
    const { rows } = await owner.query(
      "select min(practice_id)::int as practice, count(*)::int as claims from claims",
    );
    const { practice, claims } = rows[0] as { practice: number; claims: number };
    const copies = Math.ceil(wanted / claims) - 1;
    const spread = { stretches: Math.max(1, Math.round(730 / days)), days };
    const remark = (text: string) => process.stderr.write(`  ${text}\n`);
    await multiplyClaims(services.database, { practiceId: practice, copies, spread, remark });
    remark("vacuuming");
    await owner.query("vacuum analyze");
    await owner.query(
      "insert into measure_changes (practice_id, axis, chunk) values ($1, 'all', 0)",
      [practice],
    );
  } finally {
    await services.close();
  }
}

await main();
process.exit(0);
