import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { DiskRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { z } from "zod";
import { importSchema } from "./file-answers.ts";
import { insertImport } from "./import.store.ts";
import { showImport } from "./list-files.query.ts";
import { receiveUpload } from "./receive-upload.command.ts";

const params = z.object({ import: z.uuid() });

const open = practiceRoute({
  method: "POST",
  url: "/imports",
  summary: "Open an import: a bundle of files that are handed in together",
  status: 201,
  permission: "file.import",
  audit: { action: "create", category: "import" },
  schema: { response: z.object({ id: z.uuid() }) },
  handler: async ({ transaction, random, audits }) => {
    const opened = { publicId: random.uuid(), source: "page" } as const;
    const { publicId } = await insertImport(transaction, opened);
    audits("import", [publicId]);
    return { id: publicId };
  },
});

function upload({ uploadLimitBytes, room }: Receiving) {
  return ownTransactionRoute({
    method: "POST",
    url: "/imports/:import/files",
    summary: "Hand in one file; the body is its bytes, X-File-Name its percent-encoded name",
    status: 202,
    permission: "file.import",
    audit: { action: "create", category: "file" },
    bodyLimitBytes: uploadLimitBytes,
    schema: {
      params,
      body: "stream",
      response: z.object({ id: z.uuid(), name: z.string() }),
    },
    handler: async ({ database, practice, actor, params, body, clock, random, header, audits }) => {
      const { practiceId } = practice;
      const name = fileName(header("x-file-name"));
      const limitBytes = uploadLimitBytes;
      const file = { practiceId, importId: params.import, name, source: body, limitBytes };
      const options = { actor: actor.name, clock, random, ...(room === undefined ? {} : { room }) };
      const received = await receiveUpload(database, file, options);
      if (received === undefined) throw problem("not_found");
      audits("file", [received.publicId]);
      return { id: received.publicId, name: received.name };
    },
  });
}

function fileName(header: string | undefined): string {
  if (header === undefined) throw problem("file_name_missing");
  try {
    return decodeURIComponent(header);
  } catch {
    throw problem("file_name_missing");
  }
}

const progress = practiceRoute({
  method: "GET",
  url: "/imports/:import",
  summary: "The files of an import with progress and verdict",
  permission: "file.read",
  audit: { action: "read", category: "import" },
  schema: { params, response: importSchema },
  handler: async ({ transaction, params, audits }) => {
    const found = await showImport(transaction, params.import);
    if (found === undefined) throw problem("not_found");
    audits("import", [found.id]);
    return found;
  },
});

type Receiving = {
  /** The largest file taken over HTTP. */
  readonly uploadLimitBytes: number;
  /** Nothing is taken when less than its reserve is free. */
  readonly room?: DiskRoom;
};

/** Routes by which files come in. */
export function importRoutes(receiving: Receiving): RouteModule {
  return {
    name: "imports",
    routes: [open, upload(receiving), progress],
    problems: {
      file_name_missing: {
        status: 400,
        title: "Send the file's name, percent-encoded, as X-File-Name",
      },
    },
  };
}
