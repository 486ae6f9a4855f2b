import { Readable } from "node:stream";
import { allAccountKinds } from "@headwater/ledger";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate } from "../../masters/list-query.ts";
import { monthParameter } from "../period/period-answers.ts";
import { generalLedgerJournal, recordedMappings } from "./general-ledger.query.ts";
import { recordMapping } from "./record-mapping.command.ts";

const accountSchema = z.strictObject({
  kind: z.enum(allAccountKinds),
  /** Empty takes the number away. */
  number: z
    .string()
    .trim()
    .max(30)
    .regex(/^[0-9A-Za-z.\-/ ]*$/),
  name: z.string().trim().max(60),
});

const mappingSchema = z.object({ revision: z.int(), accounts: z.array(accountSchema) });

type Recorded = Awaited<ReturnType<typeof recordedMappings>>;

function answerOf(recorded: Recorded): z.input<typeof mappingSchema> {
  const mapping = recorded.at(-1)?.mapping ?? {};
  return {
    revision: recorded.length,
    accounts: allAccountKinds.map((kind) => ({
      kind,
      number: mapping[kind]?.number ?? "",
      name: mapping[kind]?.name ?? "",
    })),
  };
}

const show = practiceRoute({
  method: "GET",
  url: "/general-ledger/accounts",
  summary: "Which account of the practice's general ledger each account of the books is",
  permission: "ledger.read",
  audit: { action: "read", category: "ledger" },
  schema: { response: mappingSchema },
  handler: async ({ transaction, etag }) => {
    const answer = answerOf(await recordedMappings(transaction));
    etag(answer.revision);
    return answer;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/general-ledger/accounts",
  summary:
    "Number the accounts for the practice's general ledger; closed months keep their numbers",
  permission: "ledger.close",
  audit: { action: "change", category: "ledger" },
  schema: {
    body: z.strictObject({ accounts: z.array(accountSchema).max(100) }),
    response: mappingSchema,
  },
  handler: async ({ transaction, body, expectedRevision, etag }) => {
    const mapping = Object.fromEntries(
      body.accounts.flatMap(({ kind, number, name }) =>
        number === "" ? [] : [[kind, { number, name }] as const],
      ),
    );
    if (!(await recordMapping(transaction, mapping, expectedRevision()))) {
      throw problem("revision_changed");
    }
    const answer = answerOf(await recordedMappings(transaction));
    etag(answer.revision);
    return answer;
  },
});

const journal = ownTransactionRoute({
  method: "GET",
  url: "/general-ledger/journals/:month",
  summary: "The journal of a month, or of a day of it, as CSV for the practice's general ledger",
  permission: "ledger.read",
  audit: { action: "export", category: "ledger" },
  schema: {
    params: z.object({ month: monthParameter }),
    query: z.object({ day: optionalDate }),
    response: "download",
  },
  handler: async (context) => {
    const { month } = context.params;
    const { day } = context.query;
    const written = await context.inPractice((transaction) => {
      context.audits("period", [month]);
      return generalLedgerJournal(transaction, `${month}-01`, day);
    });
    if (written.is === "unmapped") {
      throw problem("general_ledger_account_missing", { detail: written.kinds.join(" ") });
    }
    const bytes = Buffer.from(written.text, "utf8");
    return {
      name: `journal-${day ?? month}${written.isClosed ? "" : "-open"}.csv`,
      mediaType: "text/csv; charset=utf-8",
      byteLength: bytes.byteLength,
      content: Readable.from([bytes]),
    };
  },
});

export const generalLedgerRoutes: RouteModule = {
  name: "general-ledger",
  routes: [show, change, journal],
  problems: {
    general_ledger_account_missing: {
      status: 409,
      title: "An account that moved has no number in the general ledger",
    },
  },
};
