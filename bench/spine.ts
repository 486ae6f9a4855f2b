import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { readWaitingFiles } from "@headwater/revenue-cycle/back-end/file/read-file.command.ts";
import {
  inPractice,
  type ReadingContext,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { insertConnection } from "@headwater/revenue-cycle/back-end/submission/batch.store.ts";
import { fetchInbox } from "@headwater/revenue-cycle/back-end/submission/fetch-inbox.command.ts";
import { prepareBatch } from "@headwater/revenue-cycle/back-end/submission/prepare-batch.command.ts";
import { sendBatch } from "@headwater/revenue-cycle/back-end/submission/send-batch.command.ts";
import { payment } from "@headwater/revenue-cycle/back-end/submission/testing/payer-answers.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import { buildClaims } from "@headwater/revenue-cycle/mid-cycle/claim/build-claims.command.ts";
import {
  addPatient,
  type SeededPractice,
  seedEncounter,
  seedPractice,
} from "@headwater/revenue-cycle/mid-cycle/claim/testing/seed-practice.command.ts";
import { openServices } from "@headwater/server/services.ts";
import type { Benchmark, Figure } from "./figure.ts";

const claims = 2000;
const today = "2026-06-15";
const encountersAtOnce = 100;
/** As many write charges at a time. */
const clerks = 4;

/** The whole road of claims: charged, built, judged, sent as a file, paid by a file, posted. */
export const benchmark: Benchmark = {
  name: "spine",
  about: `charge to posted remittance of ${claims.toLocaleString("en-US")} claims through files on disk`,
  async run(remark) {
    const folder = await mkdtemp(join(tmpdir(), "headwater-bench-"));
    // As root the database runs as nobody, who must be able to reach its folder.
    await chmod(folder, 0o711);
    const services = await openServices({
      environment: { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "error" },
    });
    try {
      const by = { actor: "operator", random: systemRandom };
      const wanted = { name: "Spine", kind: "own-files" } as const;
      const made = await practiceNamed(services.database, wanted, by);
      if (made.is === "refused") throw new Error(made.code);
      const read = await readingContext(services.database, made.practice, { actor: "operator" });
      return await measure({ ...read, today }, join(folder, "connections"), remark);
    } finally {
      await services.close();
      await removeFolder(folder);
    }
  },
};

async function measure(
  context: ReadingContext,
  root: string,
  remark: (text: string) => void,
): Promise<Figure[]> {
  remark("writing the patients");
  const practice = await inPractice(context, seedPractice);
  const patients = await inPractice(context, async (transaction) => {
    const ids: number[] = [];
    for (let index = 0; index < claims; index += 1) {
      const named = { lastName: `Grant${index}`, firstName: "Ann", memberId: `M${index}` };
      ids.push((await addPatient(transaction, practice.payerId, named)).patientId);
    }
    return ids;
  });
  const phases = new Map<string, number>();
  const usage = process.cpuUsage();
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    remark(name);
    const from = performance.now();
    const result = await work();
    phases.set(name, (performance.now() - from) / 1000);
    return result;
  };
  const encounters = await timed("charge", () => chargeAll(context, practice, patients));
  const claimIds = await timed("build", () => buildAll(context, encounters));
  const bytes = await timed("send", () => sendAll(context, claimIds, root));
  const inbox = join(root, context.practice.publicId, "house", "inbox", "paid.835");
  await writeFile(inbox, payment(bytes, { control: 1, on: "2026-06-30" }), "latin1");
  await timed("post", async () => {
    await fetchInbox(context, 1, root);
    await readWaitingFiles(context);
  });
  const total = [...phases.values()].reduce((sum, seconds) => sum + seconds, 0);
  const { user, system } = process.cpuUsage(usage);
  const own = (user + system) / 1e6;
  return [
    {
      name: "whole path, charge to posted remittance",
      value: claims / total,
      unit: "claims/s",
      bar: "at least 300",
    },
    ...[...phases].map(([name, seconds]) => ({
      name: `  ${name}`,
      value: claims / seconds,
      unit: "claims/s",
    })),
    { name: "  this process computes", value: (own / total) * 100, unit: "% of the time" },
    {
      name: "  Postgres and waiting for it",
      value: Math.max(0, 1 - own / total) * 100,
      unit: "% of the time",
    },
  ];
}

async function chargeAll(
  context: ReadingContext,
  practice: SeededPractice,
  patients: readonly number[],
): Promise<number[]> {
  const shares = Array.from({ length: Math.ceil(patients.length / encountersAtOnce) }, (_, at) =>
    patients.slice(at * encountersAtOnce, (at + 1) * encountersAtOnce),
  );
  const encounters: number[] = [];
  const { practiceId } = context.practice;
  const scope = { practiceId, actor: context.actor };
  const clerk = async () => {
    for (let share = shares.pop(); share !== undefined; share = shares.pop()) {
      const some = share;
      await withPractice(context.database, scope, async (transaction) => {
        for (const patientId of some) {
          encounters.push(await seedEncounter(transaction, practice, { patientId }));
        }
      });
    }
  };
  await Promise.all(Array.from({ length: clerks }, clerk));
  return encounters;
}

async function buildAll(context: ReadingContext, encounters: readonly number[]): Promise<number[]> {
  const claimIds: number[] = [];
  for (let from = 0; from < encounters.length; from += encountersAtOnce) {
    const some = encounters.slice(from, from + encountersAtOnce);
    const { built } = await inPractice(context, (transaction) =>
      buildClaims(transaction, some, today),
    );
    claimIds.push(...built.filter(({ state }) => state === "ready").map(({ claimId }) => claimId));
  }
  if (claimIds.length !== encounters.length) throw new Error("not every claim is ready");
  return claimIds;
}

async function sendAll(
  context: ReadingContext,
  claimIds: readonly number[],
  root: string,
): Promise<Uint8Array> {
  const connectionId = await inPractice(context, (transaction) =>
    insertConnection(transaction, {
      ...{ name: "House", folder: "house", receiverName: "House", isTest: false },
      ...{ senderQualifier: "ZZ", senderId: "RVRSD", receiverQualifier: "ZZ", receiverId: "HOUSE" },
    }),
  );
  const request = { publicId: systemRandom.uuid(), connectionId: connectionId ?? 0, claimIds };
  const prepared = await prepareBatch(context, { ...request, time: "1200" });
  if (prepared.is === "refused") throw new Error(prepared.code);
  const sent = await sendBatch(context, prepared.batch.batchId, root);
  if (sent.is === "refused") throw new Error(sent.code);
  const folder = join(root, context.practice.publicId, "house", "outbox");
  return readFile(join(folder, prepared.batch.fileName));
}
