import { spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PreviewAnswer, PreviewedTransfer } from "./preview-answers.ts";
import { previewRemittances } from "./preview-remittances.command.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";
import { markBooks, transfersSince } from "./show-previewed-set.query.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { smallRoad, variants } from "./testing/small-road.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const claims = smallRoad["claims.837"] ?? "";
const paid = smallRoad["paid.835"] ?? "";

async function preview(context: ReadingContext, text: string): Promise<PreviewAnswer> {
  const source = (async function* () {
    yield Buffer.from(text, "latin1");
  })();
  const content = await spoolUpload(source, { limitBytes: 1_000_000 });
  if (content.kind === "refused") throw new Error(content.code);
  const limits = { claims: 1000, transfers: 10_000 };
  const { practiceId } = context.practice;
  try {
    return await withPractice(database, { practiceId, actor: "test" }, (transaction) =>
      previewRemittances(transaction, context, { name: "preview", content, limits }),
    );
  } finally {
    await content.remove();
  }
}

/** How many rows every table has, and a digest of them. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await database.owner.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as told
       from ${name} t`,
    );
    found[name] = rows[0].told;
  }
  return found;
}

const sorted = (transfers: readonly PreviewedTransfer[]) =>
  transfers.map((one) => JSON.stringify(one)).sort();

type Import = { readonly verdict: string; readonly reasonCode: string | null };

/** Previews a text, proves that nothing changed, imports it, and proves that what was said came. */
async function previewThenImport(context: ReadingContext, text: string): Promise<PreviewAnswer> {
  const before = await everything();
  const said = await preview(context, text);
  expect(await everything()).toEqual(before);
  const mark = await inPractice(context, markBooks);
  const { transactions } = await importBytes(context, "it.835", text);
  const came = await inPractice(context, (transaction) =>
    transfersSince(transaction, mark, 10_000),
  );
  const told = ({ verdict, reasonCode }: Import) => ({ verdict, reasonCode });
  expect(said.sets.map(told)).toEqual(transactions.map(told));
  // An import posts sets side by side, so that only their order may differ.
  expect(sorted(said.sets.flatMap((set) => set.transfers))).toEqual(sorted(came.transfers));
  expect(said.sets.reduce((sum, set) => sum + set.transferCount, 0)).toBe(came.transferCount);
  return said;
}

const verdicts = (said: PreviewAnswer) => said.sets.map(({ verdict }) => verdict);

describe("what would post", () => {
  test("is what posts afterwards, and nothing is kept of it", async () => {
    const context = await testContext(database, "posted");
    await importBytes(context, "claims.837", claims);
    const said = await previewThenImport(context, paid);
    expect(new Set(verdicts(said))).toEqual(new Set(["posted"]));
    for (const set of said.sets) {
      expect(set.transferCount).toBeGreaterThan(0);
      expect(set.shownClaims).toHaveLength(set.claims);
      expect(set.shownClaims.every(({ claimId }) => claimId !== null)).toBe(true);
      const cash = set.accounts.find(({ kind }) => kind === "cash");
      expect(cash?.cents ?? 0).toBe(set.remittance?.paidCents);
      expect(set.accounts.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
    }
  });

  test("of claims that are not on file is held", async () => {
    const context = await testContext(database, "held");
    const said = await previewThenImport(context, paid);
    expect(new Set(verdicts(said))).toEqual(new Set(["held"]));
  });

  test("of amounts that do not add up is nothing, with the equation that fails", async () => {
    const context = await testContext(database, "unbalanced");
    await importBytes(context, "claims.837", variants.original);
    const [, amount = ""] = /BPR\*I\*([0-9.]+)\*/.exec(variants.remittance) ?? [];
    const raised = (Number(amount) + 1).toFixed(2);
    const off = variants.remittance.replace(`BPR*I*${amount}*`, `BPR*I*${raised}*`);
    const said = await previewThenImport(context, off);
    expect(said.sets).toMatchObject([
      { verdict: "quarantined", reasonCode: "OUT_OF_BALANCE", transferCount: 0 },
    ]);
    expect(said.sets[0]?.remittance?.balance.faults).toMatchObject([{ differenceCents: 100 }]);
    expect(said.sets[0]?.work).toMatchObject([{ kind: "remittance-out-of-balance", count: 1 }]);
  });

  test("of a payment that came in another file is nothing", async () => {
    const context = await testContext(database, "again");
    await importBytes(context, "claims.837", claims);
    await importBytes(context, "paid.835", paid);
    const same = await preview(context, paid);
    expect(same).toEqual({ readBeforeAs: "paid.835", otherSets: 0, sets: [] });
    const said = await previewThenImport(context, `${paid}\n`);
    expect(new Set(verdicts(said))).toEqual(new Set(["duplicate"]));
  });

  test("of a set that is cut off is nothing, and the sets around it are told", async () => {
    const context = await testContext(database, "cut");
    await importBytes(context, "claims.837", claims);
    const broken = paid.replace(/SE\*(\d+)\*/, (_, count) => `SE*${Number(count) + 1}*`);
    const said = await previewThenImport(context, broken);
    expect(verdicts(said)[0]).toBe("refused");
    expect(said.sets[0]?.remittance).toBeNull();
  });

  test("of a file without remittances is nothing", async () => {
    const context = await testContext(database, "claims");
    const before = await everything();
    const said = await preview(context, claims);
    expect(said).toMatchObject({ sets: [], otherSets: 3 });
    expect(await everything()).toEqual(before);
  });
});
