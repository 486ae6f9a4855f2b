import type { FastifyReply } from "fastify";
import { recordAudit } from "../audit/record-audit.ts";
import { withPractice } from "../tenancy/with-practices.ts";
import { csvSink, type ExportSink, workbookSink } from "./export-list.ts";
import { problem } from "./problem.ts";
import { traceRequest } from "./request-trace.ts";
import type { ListExport } from "./route.ts";
import {
  attachment,
  type PracticeRun,
  practiceContext,
  practiceRun,
  type RouteRun,
} from "./run-route.ts";

const pageRows = 1000;
/** Exports hold a connection while a slow receiver reads; this many may, the others wait. */
const mostAtOnce = 4;

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The exports that are running in this process. */
export interface ExportSlots {
  running: number;
}

/**
 * Sends every row of a list as a file, out of one snapshot. An audit entry is committed before the
 * first byte, and one with the rows' ids or digest after the last, or after the break.
 */
export async function runExport(
  run: RouteRun,
  reply: FastifyReply,
  { format, slots }: { readonly format: "csv" | "xlsx"; readonly slots: ExportSlots },
): Promise<FastifyReply> {
  const { list } = run.route;
  if (!list || !run.authorized) throw problem("not_found");
  if (slots.running >= mostAtOnce) throw problem("service_busy", { retryAfterSeconds: 5 });
  slots.running += 1;
  try {
    const practice = practiceRun(
      run,
      traceRequest(run.services, run.route, run.request),
      run.authorized,
    );
    await tell(practice, { phase: "begun", format });
    const sink = await (format === "csv" ? csvSink(list.columns) : workbookSink(list.columns));
    sink.stream.once("close", () => {
      slots.running -= 1;
    });
    writeRows(practice, list, sink).catch((error: Error) => sink.stream.destroy(error));
    reply.header("content-type", mediaTypes[format]);
    reply.header("content-disposition", attachment(`${list.fileName}.${format}`));
    reply.header("content-security-policy", "sandbox; default-src 'none'");
    return reply.send(sink.stream);
  } catch (error) {
    slots.running -= 1;
    throw error;
  }
}

async function writeRows(run: PracticeRun, list: ListExport, sink: ExportSink): Promise<void> {
  const { services, actor } = run;
  const { practiceId } = run.membership;
  const scope = { practiceId, actor, isolation: "repeatable read", readOnly: true } as const;
  let rows = 0;
  try {
    await withPractice(services.database, scope, async (transaction) => {
      const context = { ...practiceContext(run), transaction } as never;
      let after: string | undefined;
      do {
        const page = await list.page(context, pageRows, after);
        await sink.write(page.rows);
        rows += page.rows.length;
        after = page.next ?? undefined;
      } while (after !== undefined);
    });
    await tell(run, { phase: "complete", rows });
    await sink.end();
  } catch (error) {
    await tell(run, { phase: "broken", rows }).catch(() => undefined);
    throw error;
  }
}

/** Writes an audit entry of its own with the rows that were shown since the last one. */
async function tell(
  run: PracticeRun,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { practiceId } = run.membership;
  run.trace.context.auditDetail(detail);
  await withPractice(run.services.database, { practiceId, actor: run.actor }, (transaction) =>
    recordAudit(transaction, run.trace.entry(run.actor, run.audit, "export")),
  );
}
