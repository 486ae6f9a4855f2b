import type { Logger } from "../logging/logger.ts";
import type { PracticesDatabase } from "../tenancy/with-practices.ts";
import type { Anchor } from "./anchor.ts";
import { auditScopes } from "./audit-scope.ts";
import { chainAudit, waitingScopes } from "./chain-audit.ts";

export interface ChainerOptions {
  readonly database: PracticesDatabase;
  readonly anchor: Anchor;
  readonly logger?: Logger;
  /** Pause between rounds; 2 s if absent. */
  readonly intervalMs?: number;
}

export interface RunningChainer {
  /** Links what is waiting once more, then ends. */
  stop(): Promise<void>;
}

/**
 * Links and anchors committed entries every few seconds. Its first round visits every chain, because
 * a crash between link and anchor leaves a head that no anchor knows. A failed round is logged and
 * tried again: entries wait, none is lost.
 */
export function startChainer(options: ChainerOptions): RunningChainer {
  let stopped = false;
  let visitAll = true;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    try {
      const find = visitAll ? auditScopes : waitingScopes;
      for (const scope of await find(options.database)) {
        await chainAudit(options.database, scope, options.anchor);
      }
      visitAll = false;
    } catch (error) {
      options.logger?.error({ event: "audit-chain-failed", error }, "audit chain");
    }
  };
  let running = Promise.resolve();
  const loop = () => {
    running = round().then(() => {
      if (!stopped) timer = setTimeout(loop, options.intervalMs ?? 2000);
    });
  };
  loop();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await round();
    },
  };
}
