import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "@headwater/platform/database/sql.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withNoPractice, withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { listPractices } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { askForDemo } from "@headwater/server/fill-demo.ts";
import type { RunningServer } from "@headwater/server/start-server.ts";
import { operator } from "../installation.ts";
import { count, share, startProgress } from "../progress.ts";

const demoName = "Demo practice";
const lookMs = 500;

/**
 * Makes the demo practice of an installation, unless it has one, and waits until its files are read.
 * Returns its name. What broke off is taken up again.
 */
export async function openDemo({ services }: RunningServer, claims: number): Promise<string> {
  const { database } = services;
  const practices = await withNoPractice(database, { actor: operator }, listPractices);
  const known = practices.find(({ kind }) => kind === "demo");
  const wanted = { name: known?.name ?? demoName, kind: "demo" } as const;
  const result = await practiceNamed(database, wanted, { actor: operator, random: systemRandom });
  if (result.is === "refused" || result.practice.kind !== "demo")
    throw new NamedError("DEMO_NAME_TAKEN", `another practice is called "${wanted.name}"`);
  const scope = { practiceId: result.practice.practiceId, actor: operator };
  await withPractice(database, scope, (transaction) =>
    askForDemo(transaction, { claims, random: systemRandom }),
  );
  const progress = startProgress();
  try {
    for (;;) {
      const state = await withPractice(database, scope, (transaction) =>
        transaction.one<{ files: number; done: number; claims: number }>(sql`
          select count(*)::int as files, coalesce(sum(claims) filter (where kind = '837P'), 0)::int
              as claims,
            (count(*) filter (where verdict not in ('waiting', 'reading')))::int as done
          from files where practice_id = ${scope.practiceId}`),
      );
      progress.show(
        () =>
          `Inventing the demo practice  ${share(state.done, state.files)}  ${count(state.claims)} claims`,
      );
      if (state.files > 0 && state.done === state.files && (await isFinished(services, scope)))
        return result.practice.name;
      await sleep(lookMs);
    }
  } finally {
    progress.clear();
  }
}

/** Its import ends with its last file; then its office is described, the facility with the rest. */
async function isFinished(
  { database }: RunningServer["services"],
  scope: { readonly practiceId: number; readonly actor: string },
): Promise<boolean> {
  const row = await withPractice(database, scope, (transaction) =>
    transaction.one<{ finished: boolean }>(sql`
      select bool_and(finished_at is not null)
        and exists (select from facilities where practice_id = ${scope.practiceId}) as finished
      from imports where practice_id = ${scope.practiceId}`),
  );
  return row.finished;
}
