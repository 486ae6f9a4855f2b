import type { Logger } from "../logging/logger.ts";
import type { PracticesDatabase } from "../tenancy/with-practices.ts";
import type { Anchor } from "./anchor.ts";
import { type AuditScope, anchorName, auditScopes } from "./audit-scope.ts";
import { chainAudit, waitingScopes } from "./chain-audit.ts";

export interface ChainerOptions {
  readonly database: PracticesDatabase;
  readonly anchor: Anchor;
  readonly logger?: Logger;
  /** Pause between rounds; 2 s if absent. */
  readonly intervalMs?: number;
  /**
   * For a process that ends soon: the first round comes after one pause, and it visits only chains
   * with entries that wait.
   */
  readonly brief?: boolean;
}

export interface RunningChainer {
  /** Links what is waiting once more, then ends. */
  stop(): Promise<void>;
}

/**
 * Links and anchors committed entries every few seconds. Every process of the program runs one: an
 * advisory lock lets one of them at a time work on a chain, so the log is linked while any of them
 * lives. The first round visits every chain, because a crash between link and anchor leaves a head
 * that no anchor knows. A chain that fails is logged and visited again, and keeps no other one waiting.
 */
export function startChainer(options: ChainerOptions): RunningChainer {
  const { intervalMs = 2000, brief = false } = options;
  const round = startRounds(options, !brief);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const loop = () => {
    running = round().then(() => {
      if (!stopped) timer = setTimeout(loop, intervalMs);
    });
  };
  if (brief) timer = setTimeout(loop, intervalMs);
  else loop();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await round();
    },
  };
}

/** One visit to each chain that has entries waiting or whose last visit failed; never throws. */
function startRounds(options: ChainerOptions, visitAll: boolean): () => Promise<void> {
  const { database, anchor, logger } = options;
  let all = visitAll;
  let failed = new Map<string, AuditScope>();
  const visit = async (scope: AuditScope) => {
    try {
      await chainAudit(database, scope, anchor);
    } catch (error) {
      failed.set(anchorName(scope), scope);
      logger?.error({ event: "audit-chain-failed", error }, "audit chain");
    }
  };
  return async () => {
    try {
      const found = await (all ? auditScopes : waitingScopes)(database);
      const due = new Map([
        ...failed,
        ...found.map((scope) => [anchorName(scope), scope] as const),
      ]);
      failed = new Map();
      all = false;
      for (const scope of due.values()) await visit(scope);
    } catch (error) {
      logger?.error({ event: "audit-chain-failed", error }, "audit chain");
    }
  };
}
