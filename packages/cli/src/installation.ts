import type { AuditEntry } from "@headwater/platform/audit/audit-entry.ts";
import { recordAudit } from "@headwater/platform/audit/record-audit.ts";
import { startChainer } from "@headwater/platform/audit/start-chainer.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  type PracticeTransaction,
  withNoPractice,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  listPractices,
  type Practice,
} from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { openServices, type Services } from "@headwater/server/services.ts";

/** Who acts when a person types a command: whoever may read the data folder. */
export const operator = "operator";

/**
 * Opens the installation that the environment names, running server or not, brings its schema up to
 * date, runs the work and gives everything back. The audit log is linked meanwhile and at the end:
 * no server may be running to do it.
 */
export async function withInstallation<Result>(
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  return withQuietInstallation(async (services) => {
    const chainer = startChainer({ ...services, brief: true });
    try {
      return await work(services);
    } finally {
      await chainer.stop();
    }
  });
}

/**
 * The same while nothing but the work touches the database: a restore, which may need an older schema
 * than the program's.
 */
export async function withQuietInstallation<Result>(
  work: (services: Services) => Promise<Result>,
  schema: { readonly schemaThrough?: number } = {},
): Promise<Result> {
  const level = process.env.HEADWATER_LOG_LEVEL ?? "error";
  const services = await openServices({
    environment: { ...process.env, HEADWATER_LOG_LEVEL: level },
    ...schema,
  });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

/** The practice that `--practice` names, or the only one. */
export async function choosePractice(
  database: Database,
  name: string | undefined,
): Promise<Practice> {
  const practices = await withNoPractice(database, { actor: operator }, listPractices);
  const named =
    name === undefined ? practices : practices.filter((one) => one.name === name.trim());
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  const list = practices.map((one) => `  ${one.name}`).join("\n");
  if (practices.length === 0)
    throw new NamedError(
      "PRACTICE_NONE",
      "there is no practice yet; `headwater import PATH` makes one",
    );
  if (name === undefined)
    throw new NamedError("PRACTICE_AMBIGUOUS", `say --practice NAME, one of:\n${list}`);
  throw new NamedError("PRACTICE_UNKNOWN", `no practice has that name; there are:\n${list}`);
}

/** One audited transaction of a practice: what was shown or changed is on record with it. */
export async function inAuditedPractice<Result>(
  database: Database,
  practice: Practice,
  step: {
    readonly audit: Pick<AuditEntry, "action" | "category"> & Pick<Partial<AuditEntry>, "details">;
    readonly subjects?: (result: Result) => AuditEntry["subjects"];
    readonly work: (transaction: PracticeTransaction) => Promise<Result>;
  },
): Promise<Result> {
  const { practiceId } = practice;
  return withPractice(database, { practiceId, actor: operator }, async (transaction) => {
    const result = await step.work(transaction);
    const subjects = step.subjects?.(result);
    await recordAudit(transaction, {
      actor: operator,
      ...step.audit,
      ...(subjects === undefined ? {} : { subjects }),
    });
    return result;
  });
}
