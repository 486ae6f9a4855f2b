import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import type { ImportedFile } from "@headwater/revenue-cycle/back-end/file/import-paths.command.ts";
import {
  inPractice,
  type ReadingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import {
  importBytes,
  testContext,
} from "@headwater/revenue-cycle/back-end/file/testing/import-texts.ts";
import { verifyLedger } from "@headwater/revenue-cycle/books/account/verify-ledger.query.ts";
import {
  defaultEnd,
  type FaultKind,
  injectFaults,
  profileOf,
  type SimulationOutput,
  simulate,
} from "@headwater/simulator";
import type { TruthRecord } from "@headwater/simulator/truth/records.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inFewFiles } from "./few-files.ts";

const profile = profileOf("spotless");
if (profile === undefined) throw new TypeError("a profile is missing");
const run = () => simulate({ seed: 3, profile, claims: 60, end: defaultEnd, days: 75 });

type Kind = TruthRecord["truth"];
const truthOf = <K extends Kind>(outputs: readonly SimulationOutput[], kind: K) =>
  outputs.flatMap((output) =>
    output.type === "truth" && output.record.truth === kind
      ? [output.record as Extract<TruthRecord, { truth: K }>]
      : [],
  );

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 120_000);
afterAll(() => database.drop());

type Read = {
  readonly context: ReadingContext;
  readonly outputs: readonly SimulationOutput[];
  /** What the product says of the files with a fault. */
  readonly faulty: readonly ImportedFile[];
};

/** A practice of its own that reads a simulation with so many faults of a kind. */
async function readWithFaults(kind: FaultKind, count: number): Promise<Read> {
  const outputs = [...injectFaults(run, 3, [{ kind, count }])];
  const alone = new Set(truthOf(outputs, "faults").map(({ file }) => file));
  const context = await testContext(database, kind);
  const files = outputs.flatMap((output) => (output.type === "file" ? [output] : []));
  const faulty: ImportedFile[] = [];
  for (const { path, text } of inFewFiles(files, alone)) {
    const file = await importBytes(context, path, text);
    if (alone.has(path)) faulty.push(file);
  }
  return { context, outputs, faulty };
}

/** Claims on remittances that moved money, as `trace number paid`. */
async function posted({ context }: Read): Promise<string[]> {
  const { rows } = await database.owner.query(
    `select m.trace_number || ' ' || rc.patient_control_number || ' ' || rc.paid_cents as found
     from remittance_claims rc join remittances m using (practice_id, remittance_id)
     where rc.practice_id = $1 and m.verdict = 'posted' and rc.status_code <> '22'`,
    [context.practice.practiceId],
  );
  return rows.map(({ found }) => found);
}

const decided = (outputs: readonly SimulationOutput[]) =>
  new Set(
    truthOf(outputs, "claims").flatMap(({ claim, decisions }) =>
      decisions.map(({ trace, paid, payer }) =>
        // This payer gives numbers back cut to eleven characters.
        [trace, payer === "blue" ? claim.slice(0, 11) : claim, paid].join(" "),
      ),
    ),
  );

/** The money of each claim, all its versions together. */
async function money({ context }: Read): Promise<Map<string, string>> {
  const { rows } = await database.owner.query(
    `select c.patient_control_number as number, sum(r.charged_cents) || ' ' ||
       sum(r.insurance_paid_cents) || ' ' || sum(r.contractual_cents) || ' ' ||
       sum(r.patient_responsibility_cents) || ' ' || sum(r.open_insurance_cents) as cents
     from claims c join receivables r using (practice_id, claim_id)
     where c.practice_id = $1 group by 1`,
    [context.practice.practiceId],
  );
  return new Map(rows.map(({ number, cents }) => [number, cents]));
}

const trueMoney = (outputs: readonly SimulationOutput[]) =>
  new Map(
    truthOf(outputs, "claims")
      .filter(({ sendings }) => sendings.length > 0)
      .map(({ claim, standing }) => {
        const { charged, insurancePaid, contractual, patientResponsibility, openInsurance } =
          standing;
        const cents = [charged, insurancePaid, contractual, patientResponsibility, openInsurance];
        return [claim, cents.join(" ")];
      }),
  );

const faultsInBooks = async ({ context }: Read) => (await inPractice(context, verifyLedger)).faults;

describe("files that were damaged on their way", () => {
  it.each(["corrupt", "cut", "change-by-a-cent"] as const)(
    "%s: nothing is posted that no payer decided, and the file says what is wrong",
    async (kind) => {
      const read = await readWithFaults(kind, 6);
      const truth = decided(read.outputs);
      const found = await posted(read);
      expect(found.length).toBeGreaterThan(10);
      expect(found.filter((one) => !truth.has(one))).toEqual([]);
      const charges = [...(await money(read))].filter(([number, cents]) => {
        const known = trueMoney(read.outputs).get(number);
        return known?.split(" ")[0] !== cents.split(" ")[0];
      });
      expect(charges).toEqual([]);
      expect(await faultsInBooks(read)).toEqual([]);
      expect(read.faulty).toHaveLength(6);
      for (const { file, verdict, issues, transactions } of read.faulty) {
        const isTold =
          verdict === "refused" ||
          issues.length > 0 ||
          transactions.some((set) => set.verdict === "quarantined" && set.reasonCode !== null);
        expect(isTold, `${kind} ${file}: ${verdict}`).toBe(true);
      }
    },
    300_000,
  );

  it.each(["reorder", "repeat", "delay"] as const)(
    "%s: the books end as if each file had come once and in time",
    async (kind) => {
      const read = await readWithFaults(kind, 6);
      expect(await money(read)).toEqual(trueMoney(read.outputs));
      expect(await faultsInBooks(read)).toEqual([]);
      if (kind !== "repeat") return;
      const verdicts = read.faulty.flatMap(({ verdict, transactions }) =>
        verdict === "duplicate" ? [verdict] : transactions.map((set) => set.verdict),
      );
      expect(new Set(verdicts)).toEqual(new Set(["duplicate"]));
    },
    300_000,
  );
});
