import type { AttachmentRow } from "@headwater/revenue-cycle/work/attachment/attachment-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatBytes, formatInstant } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly row: AttachmentRow;
  /** Where its bytes are. */
  readonly address: string;
  readonly mayWrite: boolean;
  readonly isBusy: boolean;
  readonly onTakeOff: (reason: string) => void;
  readonly onPutBack: () => void;
};

/** One document with who attached it and when; what was taken off says by whom and why. */
export function AttachmentEntry(props: Props) {
  const { row, address, mayWrite, isBusy, onTakeOff, onPutBack } = props;
  const [isAsked, setAsked] = useState(false);
  const isListed = row.removedAt === null;
  return (
    <li>
      <span>
        <a href={address} download={row.name}>
          {row.name}
        </a>{" "}
        <span className="small dim">
          {[formatBytes(row.byteLength), row.attachedBy, formatInstant(row.attachedAt)].join(" · ")}
          {!isListed && `; ${removedWords(row)}`}
        </span>
      </span>
      {mayWrite && isListed && !isAsked && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("attachment.takeOffNamed", { name: row.name })}
          onClick={() => setAsked(true)}
        >
          {t("attachment.takeOff")}
        </Button>
      )}
      {mayWrite && !isListed && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={isBusy}
          aria-label={t("attachment.putBackNamed", { name: row.name })}
          onClick={onPutBack}
        >
          {t("attachment.undo")}
        </Button>
      )}
      {isListed && isAsked && (
        <TakeOffForm isBusy={isBusy} onGiven={onTakeOff} onLeave={() => setAsked(false)} />
      )}
    </li>
  );
}

function removedWords({ removedBy, removedAt, removeReason }: AttachmentRow): string {
  return t("attachment.removedBy", {
    who: removedBy ?? "",
    when: removedAt === null ? "" : formatInstant(removedAt),
    reason: removeReason ?? "",
  });
}

type FormProps = {
  readonly isBusy: boolean;
  readonly onGiven: (reason: string) => void;
  readonly onLeave: () => void;
};

const shortest = 3;

function TakeOffForm({ isBusy, onGiven, onLeave }: FormProps) {
  const [reason, setReason] = useState("");
  const isReady = reason.trim().length >= shortest;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onGiven(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t("attachment.reason")}
        value={reason}
        maxLength={1000}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={!isReady} loading={isBusy}>
        {t("attachment.takeOff")}
      </Button>
      <Button size="xs" variant="default" onClick={onLeave}>
        {t("attachment.keep")}
      </Button>
    </form>
  );
}
