import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import { ownTransactionRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { previewSchema } from "./preview-answers.ts";
import { previewRemittances, shownClaims } from "./preview-remittances.command.ts";

/** A larger file is previewed by the command: posting it takes minutes, and a page would wait for it. */
const limitBytes = 8 * 1024 * 1024;

/** Enough to see what would happen; accounts and counts are whole. */
const limits = { claims: 200, transfers: 500 };

const preview = ownTransactionRoute({
  method: "POST",
  url: "/remittances/preview",
  summary: "What a file of remittances would post; the body is its bytes, and nothing is kept",
  permission: "file.import",
  audit: { action: "read", category: "remittance-preview" },
  bodyLimitBytes: limitBytes,
  schema: { body: "stream", response: previewSchema },
  handler: async ({ database, body, actor, random, inPractice, audits }) => {
    const content = await spoolUpload(body, { limitBytes });
    if (content.kind === "refused") throw problem("body_too_large");
    const documents = postgresDocumentStore(database, random);
    const context = { documents, random, actor: actor.name };
    try {
      const found = await inPractice(async (transaction) => {
        const input = { name: "preview", content, limits };
        const shown = await previewRemittances(transaction, context, input);
        audits("file-digest", [content.sha256]);
        audits("claim", shownClaims(shown));
        return shown;
      });
      if (found.readBeforeAs === null && found.sets.length === 0) throw problem("no_remittance");
      return found;
    } finally {
      await content.remove();
    }
  },
});

export const previewRoutes: RouteModule = {
  name: "remittance-preview",
  routes: [preview],
  problems: {
    no_remittance: { status: 422, title: "The file holds no remittance (835)" },
  },
};
