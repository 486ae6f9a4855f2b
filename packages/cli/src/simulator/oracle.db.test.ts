import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import {
  inPractice,
  type ReadingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import {
  importBytes,
  testContext,
} from "@headwater/revenue-cycle/back-end/file/testing/import-texts.ts";
import { computeReport } from "@headwater/revenue-cycle/strategy/kpi/compute-measures.query.ts";
import { defaultEnd, profileOf, type Standing } from "@headwater/simulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inFewFiles } from "./few-files.ts";
import { readSimulation, type Simulation } from "./read-simulation.ts";

type ClaimTruth =
  ReturnType<Simulation["truth"]> extends readonly (infer R)[]
    ? Extract<R, { truth: "claims" }>
    : never;
/** What the product has of a claim: its cents, all versions together, and its first outcome. */
type ClaimRow = Readonly<Record<string, number>> & { readonly outcome: string | undefined };

let database: TestDatabase;
let context: ReadingContext;
let simulation: Simulation;
let rows: Map<string, ClaimRow>;
const refusedFiles: string[] = [];

const options = { seed: 7, claims: 250, end: defaultEnd, days: 115 };

beforeAll(async () => {
  const profile = profileOf("industry");
  if (profile === undefined) throw new Error("There is no profile industry.");
  simulation = readSimulation({ ...options, profile });
  database = await createTestDatabase();
  context = await testContext(database, "Riverbend");
  for (const { path, text } of inFewFiles(simulation.files)) {
    const file = await importBytes(context, path, text);
    const isCopy = path.includes("-copy") && file.verdict === "duplicate";
    if (file.verdict !== "read" && !isCopy) refusedFiles.push(`${path}: ${file.verdict}`);
  }
  rows = await claimRows();
}, 600_000);
afterAll(() => database.drop());

const moneyColumns: readonly (keyof Standing)[] = [
  "charged",
  "insurancePaid",
  "contractual",
  "withheld",
  "patientResponsibility",
  "patientPaid",
  "openPatient",
  "creditPatient",
  "openInsurance",
  "creditInsurance",
  "denied",
];

async function claimRows(): Promise<Map<string, ClaimRow>> {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const sums = moneyColumns.map((name) => `sum(r.${snake(name)}_cents)::int as "${name}"`);
  const { rows: found } = await database.owner.query(
    `select c.patient_control_number as number, ${sums.join(", ")},
       sum(r.written_off_cents + r.incentive_cents)::int as other,
       (array_agg(c.first_outcome order by c.version))[1] as outcome
     from claims c join receivables r using (practice_id, claim_id) group by 1`,
  );
  return new Map(
    found.map((row) => [row.number, { ...row, outcome: row.outcome ?? undefined } as ClaimRow]),
  );
}

/** Claims that went out within the time simulated. */
const sentClaims = () => simulation.truth("claims").filter(({ sendings }) => sendings.length > 0);

function differences(truth: ClaimTruth): string[] {
  const row = rows.get(truth.claim);
  if (row === undefined) return ["missing"];
  const found = moneyColumns.filter((name) => row[name] !== truth.standing[name]) as string[];
  if (row.other !== 0) found.push("other");
  if (row.outcome !== truth.firstOutcome) found.push("outcome");
  return found;
}

const measure = async (name: string) => {
  const { practiceId } = context.practice;
  const report = await inPractice(context, (transaction) =>
    computeReport(transaction, practiceId, { asOf: defaultEnd }),
  );
  return report.find((one) => one.measure === name);
};

describe("the product's reading of a simulated practice", () => {
  it("reads every file", () => {
    expect(refusedFiles).toEqual([]);
  });

  it("knows every claim and no other", () => {
    const numbers = sentClaims().map(({ claim }) => claim);
    expect([...rows.keys()].sort()).toEqual(numbers.sort());
  });

  it("has the money of every claim where the truth has it, to the cent", () => {
    const wrong = sentClaims().flatMap((truth) => {
      const found = differences(truth);
      const road = truth.decisions.map(({ payer, status }) => `${payer} ${status}`).join(", ");
      return found.length === 0 ? [] : [`${truth.claim} (${road}): ${found.join(", ")}`];
    });
    expect(wrong).toEqual([]);
  });

  it("counts initial denials as the truth does", async () => {
    const counted = await measure("initialDenialRate");
    const truth = sentClaims().filter(({ firstOutcome }) => firstOutcome === "denied").length;
    expect(counted?.numerator).toBe(truth);
  });

  it("leaves no money unexplained but that of claims it has not got yet", async () => {
    const unexplained = await measure("unexplainedCash");
    let lost = 0;
    const sent = new Set(sentClaims().map(({ claim }) => claim));
    for (const { claim, cents } of simulation.truth("patient-payments")) {
      if (!sent.has(claim)) lost += cents;
    }
    expect(unexplained?.value).toBe(lost);
  });

  it("has the cash that the payers sent", async () => {
    const { rows: cash } = await database.owner.query(
      `select coalesce(sum(case when a.kind = 'cash' then t.cents end), 0)::int as cents
       from transfers t join accounts a on a.account_id = t.debit_account_id`,
    );
    const { rows: returned } = await database.owner.query(
      `select coalesce(sum(t.cents), 0)::int as cents
       from transfers t join accounts a on a.account_id = t.credit_account_id where a.kind = 'cash'`,
    );
    const paid = simulation.truth("payments").reduce((sum, { cents }) => sum + cents, 0);
    const patients = simulation
      .truth("patient-payments")
      .reduce((sum, { cents }) => sum + cents, 0);
    expect(cash[0].cents - returned[0].cents).toBe(paid + patients);
  });

  it("finds the stage of most initial denials", async () => {
    const { rows: found } = await database.owner.query(
      `select distinct on (c.patient_control_number) c.patient_control_number as number, d.stage
       from denials d join claims c using (practice_id, claim_id)
       where d.is_initial order by c.patient_control_number, c.version, d.denied_on`,
    );
    const stages = new Map(found.map(({ number, stage }) => [number, stage]));
    const denied = sentClaims().filter(
      ({ firstOutcome, slip }) => firstOutcome === "denied" && slip !== undefined,
    );
    const right = denied.filter(({ claim, slip }) => stages.get(claim) === slip?.stage);
    expect(right.length / denied.length).toBeGreaterThan(0.8);
  });
});
