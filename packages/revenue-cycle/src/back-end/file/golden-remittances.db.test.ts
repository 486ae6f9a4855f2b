import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { accountNames, amountOf, type GoldenCase } from "../posting/testing/golden-cases.ts";
import {
  type CaseStep,
  claimFile,
  claimNumberOf,
  placeOf,
  remittanceFile,
} from "../posting/testing/golden-files.ts";
import { allGoldenCases } from "../posting/testing/golden-sets.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";

const cases = allGoldenCases();
/** What moved by case and step, in the words of the tables. */
const moved = new Map<string, string[]>();
const verdicts = new Map<string, string>();

let database: TestDatabase;
let context: ReadingContext;
let mark = 0;
let control = 100;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await testContext(database, "golden");
  const rounds = Math.max(...cases.map(({ steps }) => steps.length));
  for (let at = 0; at < rounds; at += 1) await runRound(at);
}, 600_000);
afterAll(() => database.drop());

/** The steps that stand at one place of their cases, in one file of each kind. */
async function runRound(at: number): Promise<void> {
  const steps = cases.flatMap((of): CaseStep[] => {
    const step = of.steps[at];
    return step === undefined ? [] : [{ of, step, at }];
  });
  const claims = steps.filter(({ step }) => step.is === "claim");
  const sent = ({ step }: CaseStep) => step.options.get("sent") ?? "2026-02-01";
  const kind = ({ step }: CaseStep) => (step.options.get("kind") === "I" ? "I" : "P");
  for (const key of new Set(claims.map((each) => `${sent(each)} ${kind(each)}`))) {
    const together = claims.filter((each) => `${sent(each)} ${kind(each)}` === key);
    const [on = "", of = ""] = key.split(" ");
    await take(together, claimFile(together, { on, kind: of as "P" | "I", control: ++control }));
  }
  const eras = steps.filter(({ step }) => step.is === "era");
  if (eras.length > 0) await take(eras, remittanceFile(eras, ++control));
}

async function take(steps: readonly CaseStep[], text: string): Promise<void> {
  const { verdict, transactions, issues } = await importBytes(context, `${control}.x12`, text);
  if (verdict === "refused") throw new Error(`${control}: ${JSON.stringify(issues)}`);
  const at = steps[0]?.at ?? 0;
  steps.forEach(({ of, step }, index) => {
    const set = transactions[step.is === "era" ? index : 0];
    const words = [set?.verdict, set?.reasonCode].filter(Boolean).join(" ");
    verdicts.set(`${of.number} ${at}`, words);
  });
  for (const { place, words } of await movements()) {
    const key = `${place.number} ${at}`;
    moved.set(key, [...(moved.get(key) ?? []), words].sort());
  }
}

type Moved = {
  posting_id: number;
  number: string | null;
  version: number | null;
  trace: string | null;
  line_number: number | null;
  debit: string;
  credit: string;
  cents: number;
  reason: string | null;
};

async function movements() {
  const rows = await inPractice(context, (transaction) =>
    transaction.query<Moved>(sql`
      select o.posting_id, c.patient_control_number as number, c.version, m.trace_number as trace,
        x.line_number, debit.kind as debit, credit.kind as credit, x.cents,
        coalesce(x.group_code || x.reason_code,
          case when o.kind = 'provider-adjustment' then o.reason end) as reason
      from transfers x
      join postings o using (practice_id, posting_id)
      join accounts debit on debit.practice_id = x.practice_id
        and debit.account_id = x.debit_account_id
      join accounts credit on credit.practice_id = x.practice_id
        and credit.account_id = x.credit_account_id
      left join claims c on c.practice_id = x.practice_id and c.claim_id = x.claim_id
      left join remittances m on m.practice_id = x.practice_id and m.remittance_id = o.remittance_id
      where x.practice_id = ${transaction.practiceId} and o.kind <> 'charge'
        and o.posting_id > ${mark}`),
  );
  for (const { posting_id } of rows) mark = Math.max(mark, posting_id);
  return rows.map((row) => {
    const place = placeOf(row.number ?? row.trace ?? "");
    const prime = "'".repeat((row.version ?? 1) - 1);
    const subject = row.number === null ? "-" : `${place.letter}${prime}${row.line_number}`;
    const between = `${accountNames[row.credit] ?? row.credit}>${accountNames[row.debit] ?? row.debit}`;
    return {
      place,
      words: [subject, between, amountOf(row.cents), row.reason].filter(Boolean).join(" "),
    };
  });
}

type Standing = {
  number: string;
  version: number;
  state: string;
  open: number;
  denied: number;
  patient: number;
};

/** What a case says a claim comes to in the end: `A open 0.00 denied 0.00 patient 0.00 state paid`. */
async function endOf(of: GoldenCase, told: string): Promise<string> {
  const [subject = "", ...asked] = told.split(" ");
  const number = claimNumberOf(of, subject.slice(0, 1));
  const row = await inPractice(context, (transaction) =>
    transaction.one<Standing>(sql`
      select c.state, sum(r.open_insurance_cents) as open, sum(r.denied_cents) as denied,
        sum(r.open_patient_cents) as patient
      from claims c join receivables r using (practice_id, claim_id)
      where c.practice_id = ${transaction.practiceId} and c.patient_control_number = ${number}
        and c.version = ${subject.length}
      group by c.state`),
  );
  const { state } = row;
  const amounts = { open: row.open, denied: row.denied, patient: row.patient };
  const found = asked
    .filter((_, index) => index % 2 === 0)
    .map((name) =>
      name === "state" ? `state ${state}` : `${name} ${amountOf(amounts[name as "open"])}`,
    );
  return [subject, ...found].join(" ");
}

describe("hand-checked remittances", () => {
  test("are at least two hundred, each with a name of its own", () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test.each(cases.map((one) => [`${one.number} ${one.name}`, one] as const))(
    "%s",
    async (_, of) => {
      for (const [at, step] of of.steps.entries()) {
        const came = { posts: moved.get(`${of.number} ${at}`) ?? [] };
        expect({ at, ...came }).toEqual({ at, posts: step.posts });
        if (step.is === "era") {
          expect({ at, verdict: verdicts.get(`${of.number} ${at}`) }).toEqual({
            at,
            verdict: step.verdict,
          });
        }
      }
      for (const told of of.ends) expect(await endOf(of, told)).toBe(told);
    },
  );

  test("leave books that add up", async () => {
    expect((await inPractice(context, verifyLedger)).faults).toEqual([]);
  });
});
