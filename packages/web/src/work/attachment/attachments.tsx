import type {
  AttachmentList,
  AttachmentRow,
} from "@headwater/revenue-cycle/work/attachment/attachment-answers.ts";
import { attachmentLimitBytes } from "@headwater/revenue-cycle/work/attachment/attachment-type.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useRef, useState } from "react";
import { collectChosen, collectDropped } from "../../files/collect-files.ts";
import { useDrop } from "../../files/use-drop.ts";
import { formatBytes } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { AttachmentEntry } from "./attachment-entry.tsx";
import { useAttachmentUploads } from "./attachment-uploads.ts";
import { UploadEntry } from "./upload-entry.tsx";
import "./attachments.css";

/** What something is attached to, below the practice's address. */
export type AttachedTo = `claims/${string}` | `patients/${string}` | `authorizations/${string}`;

type Props = {
  readonly practice: string;
  readonly to: AttachedTo;
  /** Who may attach and take off. */
  readonly permission: "claim.annotate" | "patient.write" | "authorization.write";
};

/** The documents that are attached to something; files dropped on the page are attached too. */
export function Attachments({ practice, to, permission }: Props) {
  const mayWrite = isAllowed(useSession(), practice, permission);
  const list = useQuery({
    queryKey: [practice, "attachments", to],
    queryFn: ({ signal }) =>
      getJson<AttachmentList>(practiceAddress(practice, `${to}/attachments`), signal),
  });
  const again = useAskAgain(practice, to);
  const rows = list.data?.rows ?? [];
  const listed = rows.filter(({ removedAt }) => removedAt === null);
  const removed = rows.filter(({ removedAt }) => removedAt !== null);
  const changing = useChanging(practice, to, again);
  const entry = (row: AttachmentRow) => (
    <AttachmentEntry
      key={row.id}
      row={row}
      address={practiceAddress(practice, `${to}/attachments/${row.id}/content`)}
      mayWrite={mayWrite}
      isBusy={changing.isBusy}
      onTakeOff={(reason) => changing.change({ row, reason })}
      onPutBack={() => changing.change({ row, reason: undefined })}
    />
  );
  return (
    <section className="attachments no-print" aria-label={t("attachment.title")}>
      <h2 className="section-title">{t("attachment.title")}</h2>
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && listed.length === 0 && <p className="dim">{t("attachment.none")}</p>}
      <ul className="attachment-list">{listed.map(entry)}</ul>
      {changing.problem && (
        <p role="alert" className="error-line">
          {problemSentence(changing.problem)} <span className="small">{changing.problem.code}</span>
        </p>
      )}
      <p role="status" className="attachment-add">
        {changing.takenOff && (
          <>
            {t("attachment.takenOff", { name: changing.takenOff.name })}
            <UndoButton row={changing.takenOff} onUndo={changing.change} />
          </>
        )}
      </p>
      {mayWrite && <AddFiles practice={practice} to={to} onSent={again} />}
      {removed.length > 0 && (
        <details>
          <summary>{t("attachment.removed", { count: removed.length })}</summary>
          <ul className="attachment-list">{removed.map(entry)}</ul>
        </details>
      )}
    </section>
  );
}

type Change = { readonly row: AttachmentRow; readonly reason: string | undefined };

type UndoProps = {
  readonly row: AttachmentRow;
  readonly onUndo: (change: Change) => void;
};

function UndoButton({ row, onUndo }: UndoProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      autoFocus
      onClick={() => onUndo({ row, reason: undefined })}
    >
      {t("attachment.undo")}
    </Button>
  );
}

/** Takes off the list and puts back; what was taken off last can be put back at once. */
function useChanging(practice: string, to: AttachedTo, again: () => Promise<void>) {
  const [takenOff, setTakenOff] = useState<AttachmentRow | undefined>(undefined);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ row: { id, revision }, reason }: Change) =>
      sendJson<AttachmentRow>(
        practiceAddress(
          practice,
          reason === undefined
            ? `${to}/attachments/${id}/put-back`
            : `${to}/attachments/${id}/take-off`,
        ),
        { method: "POST", revision, ...(reason === undefined ? {} : { body: { reason } }) },
      ),
    onSuccess: (row) => {
      setTakenOff(row.removedAt === null ? undefined : row);
    },
    onSettled: again,
  });
  return { change: mutate, isBusy: isPending, problem: error && problemOf(error), takenOff };
}

function useAskAgain(practice: string, to: AttachedTo) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: [practice, "attachments", to] });
    // Its timeline tells of attachments.
    if (to.startsWith("claims/"))
      await queries.invalidateQueries({ queryKey: [practice, "claim"] });
  };
}

type AddProps = {
  readonly practice: string;
  readonly to: AttachedTo;
  readonly onSent: () => Promise<void>;
};

/** The button and the page as a place to drop on, with what is on its way. */
function AddFiles({ practice, to, onSent }: AddProps) {
  const [isUnreadable, setUnreadable] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const address = practiceAddress(practice, `${to}/attachments`);
  const { uploads, send, leave } = useAttachmentUploads({ address, onSent: () => void onSent() });
  const isOver = useDrop((items) => {
    setUnreadable(false);
    collectDropped(items).then(send, () => setUnreadable(true));
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget;
    if (chosen.files?.length) void send(collectChosen(chosen.files));
    // The same choice made again is a change again.
    chosen.value = "";
  };
  return (
    <>
      <ul className="attachment-list">
        {uploads.map((upload) => (
          <UploadEntry key={upload.id} upload={upload} onLeave={() => leave(upload.id)} />
        ))}
      </ul>
      <p className="attachment-add" data-over={isOver || undefined}>
        <Button size="compact-sm" variant="default" onClick={() => input.current?.click()}>
          {t("attachment.attach")}
        </Button>
        {isOver ? (
          <strong>{t("attachment.drop")}</strong>
        ) : (
          <span className="dim small">
            {t("attachment.kinds", { limit: formatBytes(attachmentLimitBytes) })}
          </span>
        )}
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff,.txt"
          data-testid="choose-attachments"
          onChange={choose}
        />
      </p>
      {isUnreadable && (
        <p role="alert" className="error-line">
          {t("attachment.unreadable")}
        </p>
      )}
    </>
  );
}
