import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { refreshStatistics } from "@headwater/revenue-cycle/back-end/file/file.store.ts";
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

const claims = 3000;
/** Claims that went the same way before: tables without statistics are no practice at work. */
const claimsBefore = 500;
const today = "2026-06-15";
const visitOn = "2026-06-12";
const encountersAtOnce = 100;
/** As many write charges, and build claims, at a time. */
const clerks = 4;

/** The whole road of claims: charged, built, judged, sent as a file, paid by a file, posted. */
export const benchmark: Benchmark = {
  name: "spine",
  about: `charge to posted remittance of ${claims.toLocaleString("en-US")} claims through files on disk, after ${claimsBefore} that are not counted`,
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
  const connectionId = await inPractice(context, insertHouse);
  const road = { context, practice, connectionId, root };
  await travel(road, claimsBefore, async (_, work) => work());
  await inPractice(context, refreshStatistics);
  const phases = new Map<string, number>();
  let usage = process.cpuUsage();
  let own = 0;
  await travel(road, claims, async (name, work) => {
    remark(name);
    const from = performance.now();
    usage = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(usage);
    own += (user + system) / 1e6;
    phases.set(name, (performance.now() - from) / 1000);
    return result;
  });
  const total = [...phases.values()].reduce((sum, seconds) => sum + seconds, 0);
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

type Road = {
  readonly context: ReadingContext;
  readonly practice: SeededPractice;
  readonly connectionId: number;
  readonly root: string;
};

type Timed = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** Claims of new patients, from their charges to the payment in the books. */
async function travel(road: Road, count: number, timed: Timed): Promise<void> {
  const { context, practice, root } = road;
  const patients = await addPatients(context, practice, count);
  const encounters = await timed("charge", () => chargeAll(context, practice, patients));
  const claimIds = await timed("build", () => buildAll(context, encounters));
  const bytes = await timed("send", () => sendAll(road, claimIds));
  const inbox = join(root, context.practice.publicId, "house", "inbox", `paid-${count}.835`);
  await writeFile(inbox, payment(bytes, { control: count, on: "2026-06-30" }), "latin1");
  await timed("post", async () => {
    await fetchInbox(context, road.connectionId, root);
    await readWaitingFiles(context);
  });
}

function addPatients(
  context: ReadingContext,
  { payerId }: SeededPractice,
  count: number,
): Promise<number[]> {
  return inPractice(context, async (transaction) => {
    const ids: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const named = { lastName: `Grant${index}`, firstName: "Ann", memberId: `M${count}${index}` };
      ids.push((await addPatient(transaction, payerId, named)).patientId);
    }
    return ids;
  });
}

async function chargeAll(
  context: ReadingContext,
  practice: SeededPractice,
  patients: readonly number[],
): Promise<number[]> {
  const shares = sharesOf(patients);
  const encounters: number[] = [];
  const { practiceId } = context.practice;
  // As the interface does it.
  const scope = { practiceId, actor: context.actor, isPrepared: true, isPlannedOnce: true };
  await besideEachOther(async () => {
    for (let share = shares.pop(); share !== undefined; share = shares.pop()) {
      const some = share;
      await withPractice(context.database, scope, async (transaction) => {
        for (const patientId of some) {
          encounters.push(
            await seedEncounter(transaction, practice, { patientId, serviceFrom: visitOn }),
          );
        }
      });
    }
  });
  return encounters;
}

function sharesOf(ids: readonly number[]): (readonly number[])[] {
  return Array.from({ length: Math.ceil(ids.length / encountersAtOnce) }, (_, at) =>
    ids.slice(at * encountersAtOnce, (at + 1) * encountersAtOnce),
  );
}

async function besideEachOther(clerk: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: clerks }, clerk));
}

async function buildAll(context: ReadingContext, encounters: readonly number[]): Promise<number[]> {
  const claimIds: number[] = [];
  const shares = sharesOf(encounters);
  const { practiceId } = context.practice;
  const scope = { practiceId, actor: context.actor, isPrepared: true, isPlannedOnce: true };
  await besideEachOther(async () => {
    for (let share = shares.pop(); share !== undefined; share = shares.pop()) {
      const some = share;
      const { built } = await withPractice(context.database, scope, (transaction) =>
        buildClaims(transaction, some, today),
      );
      const ready = built.filter(({ state }) => state === "ready");
      claimIds.push(...ready.map(({ claimId }) => claimId));
    }
  });
  if (claimIds.length !== encounters.length) throw new Error("not every claim is ready");
  return claimIds;
}

/** The clearinghouse through whose folder the claims go. */
async function insertHouse(transaction: PracticeTransaction): Promise<number> {
  const connectionId = await insertConnection(transaction, {
    ...{ name: "House", folder: "house", receiverName: "House", isTest: false },
    ...{ senderQualifier: "ZZ", senderId: "RVRSD", receiverQualifier: "ZZ", receiverId: "HOUSE" },
  });
  if (connectionId === undefined) throw new Error("the connection was refused");
  return connectionId;
}

async function sendAll(
  { context, connectionId, root }: Road,
  claimIds: readonly number[],
): Promise<Uint8Array> {
  const request = { publicId: systemRandom.uuid(), connectionId, claimIds };
  const prepared = await prepareBatch(context, { ...request, time: "1200" });
  if (prepared.is === "refused") throw new Error(prepared.code);
  const sent = await sendBatch(context, prepared.batch.batchId, root);
  if (sent.is === "refused") throw new Error(sent.code);
  const folder = join(root, context.practice.publicId, "house", "outbox");
  return readFile(join(folder, prepared.batch.fileName));
}
