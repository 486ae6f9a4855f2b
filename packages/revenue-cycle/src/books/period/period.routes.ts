import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { closePeriod, reopenPeriod } from "./close-period.command.ts";
import { listJournal } from "./list-journal.query.ts";
import type { MonthRefusal } from "./month.ts";
import {
  journalRowSchema,
  type MonthPage,
  monthPageSchema,
  monthParameter,
  monthSchema,
} from "./period-answers.ts";
import { showMonth, showMonths } from "./show-month.query.ts";

const params = z.object({ month: monthParameter });
const firstDay = (month: string) => `${month}-01`;

const list = listRoute({
  url: "/periods",
  summary: "The months of the books, the newest first, open or closed; all on one page",
  permission: "ledger.read",
  cursor: z.tuple([z.string()]),
  row: monthSchema,
  category: "period",
  auditId: (row) => row.month,
  fileName: "months",
  columns: [
    { title: "Month", kind: "date", value: (row) => row.month },
    { title: "State", kind: "text", value: (row) => (row.isClosed ? "closed" : "open") },
    { title: "Changed by", kind: "text", value: (row) => row.changedBy },
    { title: "Reason", kind: "text", value: (row) => row.reason },
  ],
  page: async ({ transaction, practice }) => ({
    rows: await showMonths(transaction, practice.today),
    next: null,
  }),
});

const show = practiceRoute({
  method: "GET",
  url: "/periods/:month",
  summary: "A month with its trial balance and what is still unexplained in it",
  permission: "ledger.read",
  audit: { action: "read", category: "period" },
  schema: { params, response: monthPageSchema },
  handler: async ({ transaction, practice, params: { month }, audits }) => {
    audits("period", [month]);
    return shown(await showMonth(transaction, firstDay(month), practice.today));
  },
});

const journal = listRoute({
  url: "/periods/:month/journal",
  summary: "The balanced journal of a month by day, cause and accounts",
  permission: "ledger.read",
  params,
  cursor: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  row: journalRowSchema,
  category: "period",
  auditId: (row) => row.on,
  fileName: "journal",
  columns: [
    { title: "Date", kind: "date", value: (row) => row.on },
    { title: "Cause", kind: "text", value: (row) => row.kind },
    { title: "Debit", kind: "text", value: (row) => row.debit },
    { title: "Credit", kind: "text", value: (row) => row.credit },
    { title: "Transfers", kind: "number", value: (row) => row.transfers },
    { title: "Amount", kind: "cents", value: (row) => row.cents },
  ],
  page: ({ transaction, params: { month } }, page) =>
    listJournal(transaction, firstDay(month), page),
});

const change = practiceRoute({
  method: "PUT",
  url: "/periods/:month",
  summary: "Close a month, so that it takes no new movement, or open the newest closed one again",
  permission: "ledger.close",
  audit: { action: "change", category: "period" },
  schema: {
    params,
    body: z.discriminatedUnion("state", [
      z.strictObject({
        state: z.literal("closed"),
        reason: z.string().trim().min(1).max(500).optional(),
        withEarlier: z.boolean().optional(),
      }),
      z.strictObject({ state: z.literal("open"), reason: z.string().trim().min(1).max(500) }),
    ]),
    response: monthPageSchema,
  },
  handler: async ({ transaction, practice, params: { month }, body, audits }) => {
    const { today } = practice;
    const date = firstDay(month);
    refuse(
      body.state === "closed"
        ? await closePeriod(transaction, { ...body, date, today })
        : await reopenPeriod(transaction, { ...body, date, today }),
    );
    audits("period", [month]);
    return shown(await showMonth(transaction, date, today));
  },
});

function refuse(refusal: MonthRefusal | undefined): void {
  if (refusal !== undefined) throw problem(refusal.code);
}

function shown(answer: MonthPage | undefined): MonthPage {
  if (answer === undefined) throw problem("not_found");
  return answer;
}

export const periodRoutes: RouteModule = {
  name: "periods",
  routes: [list, show, journal, change],
  problems: {
    month_already_closed: { status: 409, title: "The month is closed already" },
    month_not_closed: { status: 409, title: "The month is open" },
    month_not_over: { status: 422, title: "The month is not over yet" },
    earlier_month_open: { status: 409, title: "An earlier month is still open" },
    later_month_closed: { status: 409, title: "A later month is closed" },
  },
};
