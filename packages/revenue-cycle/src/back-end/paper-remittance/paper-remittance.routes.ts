import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery, optionalDate } from "../../masters/list-query.ts";
import { findPaperClaims } from "./find-paper-claims.query.ts";
import { beginPaper, discardPaper, keepPaper } from "./paper-remittance.store.ts";
import {
  type PaperAnswer,
  paperClaimFactsSchema,
  paperEntrySchema,
  paperRowSchema,
  paperSchema,
  paperStateSchema,
} from "./paper-remittance-answers.ts";
import { type PostPaperResult, postPaper } from "./post-paper.command.ts";
import { listPapers, showPaper } from "./show-paper.query.ts";
import { takeBackPaper } from "./take-back-paper.command.ts";

const params = z.object({ paper: idQuery });
const permission = "remittance.write";

const list = listRoute({
  url: "/paper-remittances",
  summary: "Remittances typed in from paper: drafts, posted ones and those taken back",
  permission: "remittance.read",
  query: z.object({ state: paperStateSchema.default("draft") }),
  cursor: z.tuple([z.int()]),
  row: paperRowSchema,
  category: "paper-remittance",
  auditId: (row) => row.id,
  fileName: "paper-remittances",
  columns: [
    { title: "Check or trace", kind: "text", value: (row) => row.traceNumber },
    { title: "Payer", kind: "text", value: (row) => row.payer },
    { title: "Paid on", kind: "text", value: (row) => row.paidOn },
    { title: "Paid", kind: "text", value: (row) => row.paid },
    { title: "Claims", kind: "number", value: (row) => row.claims },
    { title: "State", kind: "text", value: (row) => row.state },
    { title: "Changed by", kind: "text", value: (row) => row.changedBy },
  ],
  page: ({ transaction, query }, page) => listPapers(transaction, { ...query, ...page }),
});

const claims = practiceRoute({
  method: "GET",
  url: "/paper-remittances/claims",
  summary: "Claims that a row of paper may mean, by number or patient, with their lines",
  permission,
  audit: { action: "read", category: "claim" },
  schema: {
    query: z.object({ search: z.string().trim().min(2).max(60), on: optionalDate }),
    response: z.object({ rows: z.array(paperClaimFactsSchema) }),
  },
  handler: async ({ transaction, query, audits }) => {
    const rows = await findPaperClaims(transaction, query);
    audits(
      "claim",
      rows.map(({ claimId }) => claimId),
    );
    return { rows: rows.map((row) => paperClaimFactsSchema.parse(row)) };
  },
});

const begin = practiceRoute({
  method: "POST",
  url: "/paper-remittances",
  summary: "Begin to type in a remittance from paper; the draft outlives the session",
  status: 201,
  permission,
  audit: { action: "create", category: "paper-remittance" },
  schema: { body: paperEntrySchema, response: paperSchema },
  handler: async ({ transaction, body, audits, etag }) => {
    const id = await beginPaper(transaction, body);
    audits("paper-remittance", [id]);
    const answer = shown(await showPaper(transaction, id));
    etag(answer.revision);
    return answer;
  },
});

const show = practiceRoute({
  method: "GET",
  url: "/paper-remittances/:paper",
  summary: "One remittance from paper as it is typed, with its claims",
  permission: "remittance.read",
  audit: { action: "read", category: "paper-remittance" },
  schema: { params, response: paperSchema },
  handler: async ({ transaction, params: { paper }, audits, etag }) => {
    const answer = shown(await showPaper(transaction, paper));
    audits("paper-remittance", [paper]);
    audits(
      "claim",
      answer.claims.map(({ claimId }) => claimId),
    );
    etag(answer.revision);
    return answer;
  },
});

const keep = practiceRoute({
  method: "PUT",
  url: "/paper-remittances/:paper",
  summary: "Keep what is typed so far of a draft",
  permission,
  audit: { action: "change", category: "paper-remittance" },
  schema: { params, body: paperEntrySchema, response: paperSchema },
  handler: async ({ transaction, params: { paper }, body, audits, etag, expectedRevision }) => {
    const revision = expectedRevision();
    const found = shown(await showPaper(transaction, paper));
    if (found.state !== "draft") throw problem("paper_not_draft");
    if (!(await keepPaper(transaction, paper, { entry: body, revision }))) {
      throw problem("revision_changed");
    }
    audits("paper-remittance", [paper]);
    const answer = shown(await showPaper(transaction, paper));
    etag(answer.revision);
    return answer;
  },
});

const discard = practiceRoute({
  method: "DELETE",
  url: "/paper-remittances/:paper",
  summary: "Put a draft aside",
  permission,
  audit: { action: "change", category: "paper-remittance" },
  schema: { params, response: paperSchema },
  handler: async ({ transaction, params: { paper }, audits }) => {
    const found = shown(await showPaper(transaction, paper));
    if (found.state !== "discarded" && !(await discardPaper(transaction, paper))) {
      throw problem("paper_not_draft");
    }
    audits("paper-remittance", [paper]);
    return shown(await showPaper(transaction, paper));
  },
});

const post = practiceRoute({
  method: "POST",
  url: "/paper-remittances/:paper/post",
  summary: "Post a draft that adds up, as an electronic remittance would",
  permission,
  audit: { action: "change", category: "paper-remittance" },
  schema: { params, response: paperSchema },
  handler: async ({ transaction, practice, params: { paper }, audits }) => {
    const written = { date: practice.today, time: "1200" };
    const result = await postPaper(transaction, paper, written);
    if (result.is === "refused") throw refusal(result);
    audits("paper-remittance", [paper]);
    audits("claim", result.claimIds);
    return shown(await showPaper(transaction, paper));
  },
});

const takeBack = practiceRoute({
  method: "POST",
  url: "/paper-remittances/:paper/take-back",
  summary: "Take back what was posted from paper by a reversal; a draft to correct it is begun",
  permission,
  audit: { action: "change", category: "paper-remittance" },
  schema: {
    params,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: paperSchema,
  },
  handler: async ({ transaction, practice, params: { paper }, body, audits }) => {
    const { today } = practice;
    const result = await takeBackPaper(transaction, paper, { ...body, today });
    if (result.is === "refused") {
      throw problem(result.code === "paper_unknown" ? "not_found" : result.code);
    }
    audits("paper-remittance", [paper, result.draftId]);
    return shown(await showPaper(transaction, result.draftId));
  },
});

function refusal({ code, detail }: Extract<PostPaperResult, { is: "refused" }>) {
  if (code === "paper_unknown") return problem("not_found");
  return problem(code, detail === undefined ? {} : { detail });
}

function shown(answer: PaperAnswer | undefined): PaperAnswer {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

export const paperRemittanceRoutes: RouteModule = {
  name: "paper-remittances",
  routes: [list, claims, begin, show, keep, discard, post, takeBack],
  problems: {
    paper_not_draft: { status: 409, title: "It is not a draft any more" },
    paper_incomplete: { status: 422, title: "Something is missing or cannot be read" },
    paper_out_of_balance: { status: 422, title: "It does not add up: nothing is posted" },
    paper_unwritable: {
      status: 422,
      title: "A text or code has a form that no remittance can have",
    },
    paper_not_posted: { status: 409, title: "It cannot be posted: its payment is known, or waits" },
    paper_claim_other: { status: 409, title: "Its numbers mean another claim than the one chosen" },
  },
};
