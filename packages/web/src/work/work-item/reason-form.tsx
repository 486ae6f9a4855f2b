import { Button } from "@mantine/core";
import { type FormEvent, useRef } from "react";
import { useDraft } from "../../frame/drafts.ts";
import { useShortcut } from "../../frame/shortcuts.ts";

type Props = {
  /** Under which an unsent reason is kept. */
  readonly place: string;
  readonly label: string;
  readonly button: string;
  readonly isBusy: boolean;
  readonly onGiven: (reason: string) => void;
};

const shortest = 3;

/** Ends something with a reason; `n` starts it, Ctrl+Enter gives it and goes to the next. */
export function ReasonForm({ place, label, button, isBusy, onGiven }: Props) {
  const [reason, setReason] = useDraft(place);
  const field = useRef<HTMLTextAreaElement>(null);
  const isReady = reason.trim().length >= shortest && !isBusy;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady) onGiven(reason.trim());
  };
  useShortcut("n", () => field.current?.focus());
  useShortcut("Ctrl+Enter", () => submit(), isReady);
  return (
    <form className="note-form" onSubmit={submit}>
      <textarea
        ref={field}
        rows={2}
        maxLength={1000}
        aria-label={label}
        placeholder={label}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!isReady} loading={isBusy}>
        {button}
      </Button>
    </form>
  );
}
