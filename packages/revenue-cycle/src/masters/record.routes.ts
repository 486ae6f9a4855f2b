import { problem } from "@headwater/platform/http/problem.ts";
import { practiceRoute, type Route } from "@headwater/platform/http/route.ts";
import type { Permission } from "@headwater/platform/identity/permissions.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { idQuery } from "./list-query.ts";
import { masterFaults } from "./master-faults.ts";
import type { RecordResult } from "./record-result.ts";

type Recorded = { readonly id: number; readonly revision: number };

/** A noun of the masters that is shown, added and changed one by one. */
export type RecordNoun<Draft, Answer extends Recorded> = {
  /** `/facilities`: one of them stands below it by its id. */
  readonly url: string;
  readonly category: string;
  /** "a facility", for the summaries. */
  readonly words: string;
  readonly permission: Permission;
  readonly draft: z.ZodType<Draft>;
  readonly answer: z.ZodType<Answer, Answer>;
  /** Problem code of a description with faults. */
  readonly invalid: string;
  readonly find: (transaction: PracticeTransaction, id: number) => Promise<Answer | undefined>;
  readonly add: (
    transaction: PracticeTransaction,
    typed: Draft,
    today: string,
  ) => Promise<RecordResult<Answer, string>>;
  readonly change: (
    transaction: PracticeTransaction,
    id: number,
    change: { readonly typed: Draft; readonly revision: number; readonly today: string },
  ) => Promise<RecordResult<Answer, string>>;
};

const params = z.object({ id: idQuery });

/** Show, add and change, each with the revision as entity tag. */
export function recordRoutes<Draft, Answer extends Recorded>(
  noun: RecordNoun<Draft, Answer>,
): readonly Route[] {
  return [showRoute(noun), addRoute(noun), changeRoute(noun)];
}

function showRoute<Draft, Answer extends Recorded>(noun: RecordNoun<Draft, Answer>): Route {
  return practiceRoute({
    method: "GET",
    url: `${noun.url}/:id`,
    summary: `One of its kind: ${noun.words}`,
    permission: "practice.read",
    audit: { action: "read", category: noun.category },
    schema: { params, response: noun.answer },
    handler: async ({ transaction, params: { id }, audits, etag }) => {
      const found = await noun.find(transaction, id);
      if (found === undefined) throw problem("not_found");
      audits(noun.category, [found.id]);
      etag(found.revision);
      return found;
    },
  });
}

function addRoute<Draft, Answer extends Recorded>(noun: RecordNoun<Draft, Answer>): Route {
  return practiceRoute({
    method: "POST",
    url: noun.url,
    summary: `Add ${noun.words}`,
    status: 201,
    permission: noun.permission,
    audit: { action: "create", category: noun.category },
    schema: { body: noun.draft, response: noun.answer },
    handler: async ({ transaction, practice, body, audits, etag }) => {
      const result = await noun.add(transaction, body, practice.today);
      const recorded = settledRecord(result, noun.invalid);
      audits(noun.category, [recorded.id]);
      etag(recorded.revision);
      return recorded;
    },
  });
}

function changeRoute<Draft, Answer extends Recorded>(noun: RecordNoun<Draft, Answer>): Route {
  return practiceRoute({
    method: "PUT",
    url: `${noun.url}/:id`,
    summary: `Describe ${noun.words} anew`,
    permission: noun.permission,
    audit: { action: "change", category: noun.category },
    schema: { params, body: noun.draft, response: noun.answer },
    handler: async ({ transaction, practice, params: { id }, body, ...context }) => {
      const revision = context.expectedRevision();
      const wanted = { typed: body, revision, today: practice.today };
      const recorded = settledRecord(await noun.change(transaction, id, wanted), noun.invalid);
      context.audits(noun.category, [recorded.id]);
      context.etag(recorded.revision);
      return recorded;
    },
  });
}

/** What was recorded, or the problem that says why it was not. */
export function settledRecord<Answer>(
  result: RecordResult<Answer, string>,
  invalid: string,
): Answer {
  if (result.is === "recorded") return result.answer;
  if (result.is === "refused") {
    const { code, detail } = result;
    throw problem(code, detail === undefined ? {} : { detail });
  }
  const fields = result.faults.map(({ field, code }) => ({
    field,
    code,
    message: masterFaults[code],
  }));
  throw problem(invalid, { fields });
}
