import type { NoteRow } from "@headwater/revenue-cycle/work/note/note-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { useDraft } from "../../frame/drafts.ts";
import { formatInstant } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { type ClaimKey, claimNotesQuery } from "./claim-query.ts";

/** What people wrote about a claim. `n` starts a note, Ctrl+Enter saves it. */
export function ClaimNotes({ claim }: { readonly claim: ClaimKey }) {
  const notes = useQuery(claimNotesQuery(claim));
  const mayWrite = isAllowed(useSession(), claim.practice, "claim.annotate");
  return (
    <section aria-label={t("note.title")}>
      <h2 className="section-title">{t("note.title")}</h2>
      {notes.data?.rows.length === 0 && <p className="dim no-print">{t("note.none")}</p>}
      {notes.data?.rows.map((note) => (
        <NoteEntry key={note.id} note={note} />
      ))}
      {mayWrite && <NoteForm claim={claim} />}
    </section>
  );
}

function NoteEntry({ note }: { readonly note: NoteRow }) {
  return (
    <article className="note">
      <span className="small">
        {formatInstant(note.recordedAt)} · {note.actor}
      </span>
      <br />
      {note.text}
    </article>
  );
}

function NoteForm({ claim }: { readonly claim: ClaimKey }) {
  const [text, setText] = useDraft(`note ${claim.practice} ${claim.claimId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(claim.practice, `claims/${claim.claimId}/notes`), {
        method: "POST",
        body: { text: text.trim() },
      }),
    onSuccess: async () => {
      setText("");
      await queries.invalidateQueries({ queryKey: [claim.practice, "claim", claim.claimId] });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "" && !save.isPending) save.mutate();
  };
  useShortcut("n", () => field.current?.focus());
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form className="note-form" onSubmit={submit}>
      <textarea
        ref={field}
        rows={2}
        maxLength={4000}
        aria-label={t("note.write")}
        placeholder={t("note.write")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {save.isError && <p className="error-line">{problemSentence(problemOf(save.error))}</p>}
      <Button
        type="submit"
        variant="default"
        disabled={text.trim() === ""}
        loading={save.isPending}
      >
        {t("note.save")}
      </Button>
    </form>
  );
}
