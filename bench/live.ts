import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import {
  defaultSchedule,
  patienceOf,
} from "@headwater/revenue-cycle/back-end/submission/connection-schedule.ts";
import { httpConnection } from "@headwater/revenue-cycle/back-end/submission/http-connection.store.ts";
import { buildInquiry } from "@headwater/revenue-cycle/front-end/eligibility/build-inquiry.ts";
import { write270 } from "@headwater/x12";
import { type Benchmark, quantile } from "./figure.ts";

const questions = 300;
const warmUp = 30;
const password = "of-this-benchmark";

type Member = {
  readonly payer: string;
  readonly payerId: string;
  readonly memberId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly bornOn: string;
  readonly gender: string;
};

/** Eligibility questions in real time: from the 270's bytes to the 271's, over HTTP and its envelope. */
export const benchmark: Benchmark = {
  name: "live",
  about: `${questions} questions (270) one after the other through the product's connection to \`headwater sandbox\``,
  async run(remark) {
    const sandbox = await startSandbox();
    try {
      const members = await fetch(`${sandbox.address}/members`).then((answer) => answer.json());
      const asked = (members as { members: Member[] }).members.map(questionAbout);
      const connection = httpConnection(
        {
          address: new URL(`${sandbox.address}/core`),
          ...{ userName: "sandbox", password, senderId: "RVRSD", receiverId: "CLEARHUB" },
          ...{ timeoutMs: 20_000, attempts: 1 },
        },
        systemRandom,
        patienceOf(defaultSchedule),
      );
      remark("asking");
      const times: number[] = [];
      for (let index = 0; index < warmUp + questions; index += 1) {
        const question = asked[index % asked.length] ?? new Uint8Array();
        const from = performance.now();
        const answer = await connection.ask("eligibility", question);
        if (index >= warmUp) times.push(performance.now() - from);
        if (!Buffer.from(answer).includes("ST*271*")) throw new Error("no 271 came");
      }
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      return [
        { name: "270 answered, median", value: quantile(times, 0.5), unit: "ms", bar: "under 50" },
        { name: "270 answered, p95", value: quantile(times, 0.95), unit: "ms", bar: "under 50" },
        { name: "270 answered, mean", value: mean, unit: "ms" },
      ];
    } finally {
      await sandbox.stop();
    }
  },
};

async function startSandbox() {
  const program = join(projectRoot(), "bin/headwater.js");
  const options = ["--seed", "7", "--port", "0", "--password", password, "--json"];
  const child = spawn(process.execPath, [program, "sandbox", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { address } = JSON.parse(String(line)) as { address: string };
  return {
    address,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** The 270 as the product writes it for a member. */
function questionAbout(member: Member): Uint8Array {
  const { payer, payerId, memberId, lastName, firstName, bornOn, gender } = member;
  const day = "2026-09-30";
  const person = { lastName, firstName, middleName: undefined, dateOfBirth: bornOn, gender };
  const built = buildInquiry({
    traceNumber: "E1",
    payer: { name: payer, identifier: payerId },
    receiver: { npi: "1234567893", name: "RIVERSIDE", isOrganization: true },
    patient: person,
    subscriber: undefined,
    memberId,
    relationship: "18",
    day,
    serviceTypes: ["30"],
    createdOn: day,
    time: "0900",
  });
  if (built.is === "refused") throw new Error(built.faults.join(" "));
  const written = write270(built.batch, [built.inquiry], {
    ...{
      senderQualifier: "ZZ",
      senderId: "RVRSD",
      receiverQualifier: "ZZ",
      receiverId: "CLEARHUB",
    },
    ...{ date: day, time: "0900", interchangeControlNumber: 1, groupControlNumber: 1 },
    ...{ setControlNumber: 1, isTest: false },
  });
  if (!written.ok) throw new Error("the question cannot be written");
  return Buffer.from(written.text, "latin1");
}
