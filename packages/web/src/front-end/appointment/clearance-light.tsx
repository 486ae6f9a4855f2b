import { t } from "../../strings/translate.ts";

const toneOfLight = { clear: "done", ask: "ours", stop: "risk" } as const;

type Props = {
  readonly light: keyof typeof toneOfLight;
};

/** Whether a visit may go ahead: a word with its colour beside it. */
export function ClearanceLight({ light }: Props) {
  return (
    <span className="state-word" data-tone={toneOfLight[light]}>
      {t(`light.${light}`)}
    </span>
  );
}
