import {
  type FilingKind,
  type FilingLimit,
  filingDueOn,
  filingLimitOf,
} from "../../masters/filing-limit/filing-limit.ts";
import type { WholeFacts } from "../../work/edit/facts.ts";
import { unknown } from "./background.ts";
import type { JudgedService } from "./judged-service.ts";

/** Who is billed, as far as a filing limit depends on it. */
type FiledWith = {
  readonly payerId: number;
  readonly payerKey: string;
  readonly planId: number | undefined;
  readonly lineOfBusiness: string | undefined;
  /** State of the billing provider. */
  readonly state: string | undefined;
};

const kinds: Readonly<Record<string, FilingKind>> = { "1": "original", "7": "corrected" };

/** Until when a claim must arrive. A void has no limit; without a limit on file it cannot be judged. */
export function filingFacts(
  service: JudgedService,
  limits: readonly FilingLimit[],
  filedWith: FiledWith | undefined,
): WholeFacts {
  const { serviceFrom } = service;
  const kind = kinds[service.frequencyCode];
  if (kind === undefined) return { "claim.filingDueOn": undefined };
  if (filedWith === undefined || serviceFrom === undefined) {
    return { "claim.filingDueOn": unknown("payer") };
  }
  const limit = filingLimitOf(limits, { ...filedWith, kind, serviceOn: serviceFrom });
  if (limit === undefined) return { "claim.filingDueOn": unknown("filing limit") };
  const due = filingDueOn(limit, { ...service, serviceFrom });
  return { "claim.filingDueOn": due ?? unknown("day from which the filing limit runs") };
}
