import { setTimeout as sleep } from "node:timers/promises";
import { isSafeAddress, postForm } from "@headwater/platform/exchange/post-form.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import { z } from "zod";
import { retryPause } from "./circuit.ts";
import type { Patience } from "./connection-schedule.ts";
import { coreForm, type LiveTransaction, readCoreAnswer } from "./core-envelope.ts";

/** How a far end that answers at once is reached. Nothing of it is ever logged or told in a fault. */
export const httpSettingsSchema = z.strictObject({
  address: z
    .url()
    .transform((text) => new URL(text))
    .refine(isSafeAddress),
  userName: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
  senderId: z.string().min(1).max(50),
  receiverId: z.string().min(1).max(50),
  /** An upper limit of the operator; the rule gives the whole road twenty seconds (CORE 156 and 250). */
  timeoutMs: z.int().min(100).max(60_000).default(20_000),
  /** How often one question is tried at most. */
  attempts: z.int().min(1).max(5).default(5),
});
export type HttpSettings = z.infer<typeof httpSettingsSchema>;

/** A far end that answers one question at once. */
export type LiveConnection = {
  ask(transaction: LiveTransaction, payload: Uint8Array): Promise<Uint8Array>;
};

/** Faults after which the same question may be tried again. */
const passing = new Set(["HTTP_UNREACHABLE", "HTTP_TIMED_OUT", "HTTP_FAILED"]);

/**
 * Questions in real time over HTTP, in the envelope of the CAQH CORE connectivity rule. A far end that is
 * down or slow is tried again after a pause that doubles; one that refuses is not. Throws the faults of
 * `postForm`, `HTTP_SIGN_IN_REFUSED`, `HTTP_QUESTION_REFUSED` or `HTTP_ANSWER_UNREADABLE`.
 */
export function httpConnection(
  told: HttpSettings,
  random: RandomSource,
  patience: Patience,
): LiveConnection {
  const settings = {
    ...told,
    timeoutMs: Math.min(told.timeoutMs, patience.timeoutMs),
    attempts: Math.min(told.attempts, patience.attempts),
  };
  return {
    async ask(transaction, payload) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await askOnce(settings, random, { transaction, payload });
        } catch (error) {
          const isPassing = error instanceof NamedError && passing.has(error.code);
          if (!isPassing || attempt >= settings.attempts) throw error;
        }
        await sleep(retryPause(attempt, random.bytes(1)[0] ?? 0, patience.retryPauseMs));
      }
    },
  };
}

type Question = { readonly transaction: LiveTransaction; readonly payload: Uint8Array };

async function askOnce(
  settings: HttpSettings,
  random: RandomSource,
  { transaction, payload }: Question,
): Promise<Uint8Array> {
  const { address, timeoutMs, userName, password, senderId, receiverId } = settings;
  const payloadId = random.uuid();
  const parts = coreForm({
    ...{ transaction, payloadId, userName, password, senderId, receiverId },
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    payload: Buffer.from(payload).toString("latin1"),
  });
  const boundary = `headwater-${Buffer.from(random.bytes(18)).toString("hex")}`;
  const answered = await postForm({ address, parts, boundary, timeoutMs });
  const answer = readCoreAnswer((name) => answered.get(name), transaction);
  if (answer.is === "answered") return Buffer.from(answer.payload, "latin1");
  if (answer.is === "unreadable") {
    throw new NamedError("HTTP_ANSWER_UNREADABLE", "the answer belongs to no question of ours");
  }
  throw answer.errorCode === "UnAuthorized"
    ? new NamedError("HTTP_SIGN_IN_REFUSED", "the far end knows no such user and password")
    : new NamedError("HTTP_QUESTION_REFUSED", `the far end answered ${answer.errorCode}`);
}
