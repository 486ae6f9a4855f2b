import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEdits } from "./edit.store.ts";
import type { EditDraft } from "./edit-answers.ts";
import { listEdits } from "./list-edits.query.ts";
import { addEdit, changeEdit, decideEdit } from "./record-edit.command.ts";

let database: TestDatabase;
const practiceId = 1;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(
    "insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One')",
  );
});
afterAll(() => database?.drop());

function act<Result>(work: (transaction: PracticeTransaction) => Promise<Result>) {
  return withPractice(database, { practiceId, actor: "user:1" }, work);
}

const draft: EditDraft = {
  code: "OWN_LARGE_CLAIM",
  stage: "claim",
  condition: { is: "compare", fact: "claim.chargedCents", operator: ">", value: 100_000 },
  message: "Look twice at {claim.chargedCents}.",
  severity: "hold",
  ownerRole: "biller",
  field: "claim.chargedCents",
  effectiveFrom: "2026-01-01",
  source: "own rule",
};

const running = async (code: string) => {
  const edits = await act((transaction) => loadEdits(transaction, "claim"));
  return edits
    .filter((edit) => edit.code === code)
    .map(({ severity, effectiveFrom, effectiveTo }) => [severity, effectiveFrom, effectiveTo]);
};

describe("edits of a practice", () => {
  test("one that the program brings is made a warning, retired and activated again", async () => {
    const decide = (decision: object, revision: number) =>
      act((transaction) => decideEdit(transaction, "CLAIM_SEX_MISSING", { decision, revision }));
    expect(await decide({ severity: "warning" }, 1)).toMatchObject({ edit: { revision: 2 } });
    expect(await running("CLAIM_SEX_MISSING")).toEqual([["warning", "2012-01-01", undefined]]);
    expect(await decide({ state: "retired" }, 1)).toEqual({
      is: "refused",
      code: "revision_changed",
    });
    expect(await decide({ state: "retired" }, 2)).toMatchObject({ edit: { state: "retired" } });
    expect(await running("CLAIM_SEX_MISSING")).toEqual([]);
    await decide({ state: "active", severity: null }, 3);
    expect(await running("CLAIM_SEX_MISSING")).toEqual([["hold", "2012-01-01", undefined]]);
  });

  test("an own one is a draft first; a later version takes over on its first day", async () => {
    expect(await act((transaction) => addEdit(transaction, draft))).toMatchObject({
      edit: { state: "draft", words: "Claim's charge > $1000.00", isBuiltIn: false },
    });
    expect(await running(draft.code)).toEqual([]);
    const decision = { decision: { state: "active" as const }, revision: 1 };
    await act((transaction) => decideEdit(transaction, draft.code, decision));
    expect(await running(draft.code)).toEqual([["hold", "2026-01-01", undefined]]);
    const later = { ...draft, severity: "warning" as const, effectiveFrom: "2026-07-01" };
    await act((transaction) => changeEdit(transaction, draft.code, { draft: later, revision: 2 }));
    expect(await running(draft.code)).toEqual([
      ["warning", "2026-07-01", undefined],
      ["hold", "2026-01-01", "2026-06-30"],
    ]);
    const { rows, total } = await act((transaction) =>
      listEdits(transaction, { search: "look twice" }, { limit: 10, withTotal: true }),
    );
    expect(rows).toMatchObject([{ code: draft.code, severity: "warning", state: "active" }]);
    expect(total).toMatchObject({ count: 1, counts: { state: { active: 1 } } });
  });

  test("refuses a code that is taken, a faulty tree and another text for the program's own", async () => {
    expect(await act((transaction) => addEdit(transaction, draft))).toEqual({
      is: "refused",
      code: "edit_code_taken",
    });
    const faulty = { ...draft, code: "OWN_OTHER", condition: { is: "stated", fact: "x" } };
    expect(await act((transaction) => addEdit(transaction, faulty))).toEqual({
      is: "invalid",
      faults: [{ path: "condition.fact", code: "FACT_UNKNOWN" }],
    });
    const text = { draft, revision: 1 };
    expect(await act((transaction) => changeEdit(transaction, "CLAIM_NO_LINES", text))).toEqual({
      is: "refused",
      code: "edit_built_in",
    });
  });
});
