import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import { listNotes } from "./list-notes.query.ts";
import { noteDraftSchema, noteSchema } from "./note-answers.ts";
import { writeNote } from "./write-note.command.ts";

const params = z.object({ claim: idQuery });

const list = listRoute({
  url: "/claims/:claim/notes",
  summary: "The notes on a claim, the newest first",
  permission: "claim.read",
  params,
  cursor: z.tuple([z.int()]),
  row: noteSchema,
  category: "note",
  auditId: (row) => row.id,
  fileName: "notes",
  columns: [
    { title: "Written", kind: "instant", value: (row) => row.recordedAt },
    { title: "By", kind: "text", value: (row) => row.actor },
    { title: "Note", kind: "text", value: (row) => row.text },
    { title: "Next action", kind: "date", value: (row) => row.nextActionOn },
  ],
  page: ({ transaction, params: { claim } }, page) => listNotes(transaction, claim, page),
});

const write = practiceRoute({
  method: "POST",
  url: "/claims/:claim/notes",
  summary: "Write a note on a claim; notes are never edited",
  status: 201,
  permission: "claim.annotate",
  audit: { action: "create", category: "note" },
  schema: { params, body: noteDraftSchema, response: noteSchema },
  handler: async ({ transaction, params: { claim }, body, audits }) => {
    const note = await writeNote(transaction, claim, body);
    if ("refused" in note) throw problem("not_found");
    audits("claim", [claim]);
    audits("note", [note.id]);
    return note;
  },
});

export const noteRoutes: RouteModule = { name: "notes", routes: [list, write] };
