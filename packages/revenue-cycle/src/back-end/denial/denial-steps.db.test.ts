import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyLedger } from "../../books/account/verify-ledger.query.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import type { ExampleAdjustment } from "../posting/testing/example-remittance.ts";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import type { DenialStep } from "./decide-step.ts";
import { searchDenials } from "./search-denials.query.ts";
import { showDenial } from "./show-denial.query.ts";
import { takeManySteps } from "./take-many-steps.command.ts";
import { takeStep } from "./take-step.command.ts";
import { undoSteps } from "./undo-step.command.ts";

let database: TestDatabase;
let practice: ExamplePractice;
let claimId = 0;
const today = "2026-03-10";

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  practice = await ExamplePractice.create(database);
  [claimId = 0] = await practice.record({
    number: "A1",
    lines: [{ code: "99213", charged: 10_000 }],
  });
});

/** A remittance about claim A1, or another number. */
const answer = (
  trace: string,
  date: string,
  line: { paid: number; cas: readonly ExampleAdjustment[] },
  number = "A1",
) =>
  practice.post({
    ...{ trace, date, handling: line.paid === 0 ? "H" : "I" },
    claims: [{ number, lines: [{ code: "99213", charged: 10_000, ...line }] }],
  });
const deny = (group = "CO", reason = "197") =>
  answer("D1", "2026-03-01", { paid: 0, cas: [[group, reason, 10_000]] });

type Denial = { id: number; state: string; outcome: string | null; recovered: number };
const denials = () =>
  practice.act((transaction) =>
    transaction.query<Denial>(sql`
      select denial_id as id, state, outcome, recovered_cents as recovered from denials
      where practice_id = ${practice.practiceId} order by denied_on, denial_id`),
  );
const work = () =>
  practice.act((transaction) =>
    transaction.maybeOne<{ state: string; due: string; next: string | null; revision: number }>(sql`
      select state, due_on as due, next_action_on as next, revision from work_items
      where practice_id = ${practice.practiceId} and kind = 'denial'`),
  );
const take = (step: DenialStep, revision?: number) =>
  practice.act((transaction) => takeStep(transaction, { claimId, step, today, revision }));
const undo = (stepId: number) =>
  practice.act((transaction) => undoSteps(transaction, [stepId], today));
const taken = async (step: DenialStep) => {
  const result = await take(step);
  if (result.is !== "taken") throw new Error(result.code);
  return result.stepId;
};
const amounts = () =>
  practice.act((transaction) =>
    transaction.one(sql`
      select open_insurance_cents as insurance, denied_cents as denied, open_patient_cents as patient
      from receivables where practice_id = ${practice.practiceId} and claim_id = ${claimId}`),
  );
const faults = () => practice.act(async (transaction) => (await verifyLedger(transaction)).faults);

const appeal: DenialStep = {
  ...{ kind: "appeal", level: "internal-appeal", sentOn: today, answerDueOn: "2026-05-09" },
  letter: "Please look again.",
};

describe("steps", () => {
  test("an appeal sets the next look, keeps its letter and is undone", async () => {
    await deny();
    const before = await work();
    const stepId = await taken(appeal);
    expect(await work()).toMatchObject({ state: "open", due: "2026-05-09", next: "2026-05-09" });
    const [denial] = await denials();
    const shown = await practice.act((transaction) =>
      showDenial(transaction, denial?.id ?? 0, { name: "Riverside", today }),
    );
    expect(shown).toMatchObject({
      openCents: 10_000,
      steps: [{ kind: "appeal", letter: "Please look again.", nextActionOn: "2026-05-09" }],
      denials: [{ deadline: { basis: "remittance-date" }, stage: "front-end", outcome: null }],
    });
    expect(shown?.actions.map(({ action }) => action)).toContain("upheld");
    expect(await undo(stepId)).toMatchObject([{ outcome: "undone" }]);
    expect(await work()).toMatchObject({ state: "open", due: before?.due, next: null });
    expect(await undo(stepId)).toMatchObject([{ outcome: "step_undone" }]);
  });

  test("a date that a person set stands when the claim is posted again", async () => {
    await deny();
    await taken({ kind: "wait", until: "2026-03-20", reason: "called the payer" });
    await practice.act(async (transaction) =>
      replayClaims(transaction, await openPosting(transaction), [claimId]),
    );
    expect(await work()).toMatchObject({ due: "2026-03-20" });
  });

  test("somebody else's step is not written over", async () => {
    await deny();
    const seen = (await work())?.revision;
    await taken(appeal);
    const second = await take({ kind: "close", reason: "too small" }, seen);
    expect(second).toEqual({ is: "refused", code: "revision_changed" });
  });

  test("closing ends denial and work; a later payment still tells that it was won", async () => {
    await deny();
    await taken({ kind: "close", reason: "too small" });
    expect(await denials()).toMatchObject([{ state: "closed", outcome: "closed" }]);
    expect(await work()).toMatchObject({ state: "closed" });
    await answer("P1", "2026-03-09", { paid: 10_000, cas: [] });
    expect(await denials()).toMatchObject([
      { state: "closed", outcome: "overturned", recovered: 10_000 },
    ]);
  });

  test("a closed denial opens again when it is undone, and when the payer refuses anew", async () => {
    await deny();
    const stepId = await taken({ kind: "close", reason: "too small" });
    expect(await undo(stepId)).toMatchObject([{ outcome: "undone" }]);
    expect(await denials()).toMatchObject([{ state: "open", outcome: null }]);
    expect(await work()).toMatchObject({ state: "open" });
    await taken({ kind: "close", reason: "too small" });
    await answer("D2", "2026-03-08", { paid: 0, cas: [["CO", "50", 10_000]] });
    expect(await work()).toMatchObject({ state: "open" });
  });

  test("what was refused as the patient's goes to the patient and back", async () => {
    await deny("PR", "27");
    const stepId = await taken({ kind: "bill-patient", reason: "coverage had ended" });
    expect(await amounts()).toEqual({ insurance: 0, denied: 0, patient: 10_000 });
    expect(await denials()).toMatchObject([{ state: "closed", outcome: "closed" }]);
    expect(await work()).toMatchObject({ state: "closed" });
    expect(await faults()).toEqual([]);
    expect(await undo(stepId)).toMatchObject([{ outcome: "undone" }]);
    expect(await amounts()).toEqual({ insurance: 10_000, denied: 10_000, patient: 0 });
    expect(await denials()).toMatchObject([{ state: "open", outcome: null }]);
    expect(await work()).toMatchObject({ state: "open" });
    expect(await faults()).toEqual([]);
  });

  test("what the provider must bear is never billed to the patient", async () => {
    await deny();
    const result = await take({ kind: "bill-patient", reason: "he may pay" });
    expect(result).toEqual({ is: "refused", code: "denial_action_not_allowed" });
  });

  test("many at once: each claim alone, once, and a preview writes nothing", async () => {
    await practice.record({ number: "B1", lines: [{ code: "99213", charged: 10_000 }] });
    await deny();
    await answer("D3", "2026-03-02", { paid: 0, cas: [["PR", "27", 10_000]] }, "B1");
    const ids = (await denials()).map(({ id }) => id);
    const step: DenialStep = { kind: "bill-patient", reason: "coverage had ended" };
    const many = (isPreview: boolean) =>
      practice.act((transaction) =>
        takeManySteps(transaction, [...ids, 99_999], { step, today, isPreview }),
      );
    const preview = await many(true);
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual([
      "denial_action_not_allowed",
      "taken",
      "not_found",
    ]);
    expect(await denials()).toMatchObject([{ state: "open" }, { state: "open" }]);
    expect(await many(false)).toMatchObject({ taken: 1, cents: 10_000 });
    expect(await denials()).toMatchObject([{ state: "open" }, { state: "closed" }]);
    expect(await faults()).toEqual([]);
  });
});

describe("outcomes", () => {
  test("a later payment overturns, its reversal takes that back", async () => {
    await deny();
    await taken(appeal);
    await answer("P1", "2026-03-09", { paid: 7000, cas: [["CO", "45", 3000]] });
    expect(await denials()).toMatchObject([{ outcome: "overturned", recovered: 7000 }]);
    expect(await work()).toMatchObject({ state: "closed" });
    await practice.post({
      ...{ trace: "R1", date: "2026-03-12", handling: "I" },
      plb: [["WO", -7000, "A1"]],
      claims: [
        {
          ...{ number: "A1", status: "22" },
          lines: [{ code: "99213", charged: -10_000, paid: -7000, cas: [["CO", "45", -3000]] }],
        },
      ],
    });
    expect(await denials()).toMatchObject([{ state: "open", outcome: null, recovered: 0 }]);
  });

  test("a corrected claim that is paid wins the denial of the one it replaced", async () => {
    await deny();
    await practice.record({
      ...{ number: "A1X", replaces: "A1", submittedOn: "2026-03-05" },
      lines: [{ code: "99213", charged: 10_000 }],
    });
    await answer("P2", "2026-03-09", { paid: 8000, cas: [["CO", "45", 2000]] }, "A1X");
    expect(await denials()).toMatchObject([{ outcome: "overturned", recovered: 8000 }]);
  });

  test("in whatever order the remittances come", async () => {
    await answer("P1", "2026-03-09", { paid: 7000, cas: [["CO", "45", 3000]] });
    await deny();
    expect(await denials()).toMatchObject([{ outcome: "overturned", recovered: 7000 }]);
  });

  test("lists: open by the last day, won and lost by how they ended", async () => {
    await deny();
    const labels = await loadCodeLabels();
    const list = (standing: "open" | "won" | "lost" | "all") =>
      practice.act((transaction) =>
        searchDenials(transaction, { standing, today }, { limit: 10, labels, withTotal: true }),
      );
    expect((await list("open")).rows).toMatchObject([
      { patientControlNumber: "A1", reasonCode: "197", category: "authorization", cents: 10_000 },
    ]);
    expect((await list("won")).rows).toEqual([]);
    await answer("P1", "2026-03-09", { paid: 7000, cas: [["CO", "45", 3000]] });
    expect((await list("open")).total).toMatchObject({ count: 0 });
    expect(await list("won")).toMatchObject({
      rows: [{ recoveredCents: 7000 }],
      total: { count: 1, cents: 10_000, counts: { stage: { "front-end": 1 } } },
    });
  });
});
