import { spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import { ownTransactionRoute } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { optionalDate } from "../list-query.ts";
import { loadedCodeFileSchema } from "./code-set-answers.ts";
import type { CodeFileSource, LoadedCodeFile } from "./code-set-file.ts";
import { type LoadingContext, loadCodeFile, refuseUnread } from "./load-code-files.command.ts";

/** The files of an archive on disk; undefined where it is none. Throws `ArchiveRefused`. */
export type OpenMembers = (path: string) => Promise<readonly CodeFileSource[] | undefined>;

/** The route by which an official file comes in: it answers when the file has its verdict. */
export function uploadRoute({
  uploadLimitBytes,
  openMembers,
}: {
  readonly uploadLimitBytes: number;
  readonly openMembers: OpenMembers;
}) {
  return ownTransactionRoute({
    method: "POST",
    url: "/code-sets/files",
    summary:
      "Load one official file or archive; the body is its bytes, X-File-Name its percent-encoded name",
    permission: "code-set.load",
    audit: { action: "create", category: "code-set" },
    bodyLimitBytes: uploadLimitBytes,
    schema: {
      query: z.object({
        edition: z.string().trim().min(1).max(40).optional(),
        effectiveFrom: optionalDate,
        effectiveTo: optionalDate,
      }),
      body: "stream",
      response: z.object({ files: z.array(loadedCodeFileSchema) }),
    },
    handler: async ({ database, actor, query, body, header, requestId, audits }) => {
      const name = fileName(header("x-file-name"));
      const context = { database, actor: actor.name, asked: query, requestId };
      const files = await receive(context, { name, body, uploadLimitBytes, openMembers });
      const fileIds = files.map((file) => file.fileId);
      audits("code-set-file", fileIds);
      return { files };
    },
  });
}

async function receive(
  context: LoadingContext,
  upload: {
    readonly name: string;
    readonly body: AsyncIterable<Uint8Array>;
    readonly uploadLimitBytes: number;
    readonly openMembers: OpenMembers;
  },
): Promise<LoadedCodeFile[]> {
  const { name, body, uploadLimitBytes: limitBytes } = upload;
  const spooled = await spoolUpload(body, { limitBytes });
  if (spooled.kind === "refused") {
    return [await refuseUnread(context, { name, byteLength: limitBytes }, "CODE_FILE_TOO_LARGE")];
  }
  try {
    const files: LoadedCodeFile[] = [];
    const file = {
      name,
      byteLength: spooled.byteLength,
      open: () => spooled.open(),
      members: () => upload.openMembers(spooled.path),
    };
    for await (const loaded of loadCodeFile(context, file)) files.push(loaded);
    return files;
  } finally {
    await spooled.remove();
  }
}

function fileName(header: string | undefined): string {
  try {
    const name = decodeURIComponent(header ?? "").trim();
    if (name !== "") return name;
  } catch {
    // Not percent-encoded text: told the same way as none.
  }
  throw problem("file_name_missing");
}
