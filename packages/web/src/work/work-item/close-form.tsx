import { Button } from "@mantine/core";
import { type FormEvent, useRef } from "react";
import { useDraft } from "../../frame/drafts.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly itemId: number;
  readonly isBusy: boolean;
  readonly onClose: (reason: string) => void;
};

const shortest = 3;

/** Closes an item with a reason; `n` starts it, Ctrl+Enter closes and goes to the next. */
export function CloseForm({ itemId, isBusy, onClose }: Props) {
  const [reason, setReason] = useDraft(`work ${itemId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const isReady = reason.trim().length >= shortest && !isBusy;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady) onClose(reason.trim());
  };
  useShortcut("n", () => field.current?.focus());
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form className="note-form" onSubmit={submit}>
      <textarea
        ref={field}
        rows={2}
        maxLength={1000}
        aria-label={t("work.reason")}
        placeholder={t("work.reason")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady} loading={isBusy}>
        {t("work.close")}
      </Button>
    </form>
  );
}
