import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { DenialCase } from "./denial-case.tsx";

type Props = {
  readonly practice: string;
  readonly denialId: string;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** A denial beside the list, whole: it can be worked to its end without leaving the list. */
export function DenialPanel({ practice, denialId, onNext, onClose }: Props) {
  useShortcut("J", onNext);
  return (
    <SidePanel
      title={t("denials.one")}
      onClose={onClose}
      actions={
        <>
          <Link
            to="/p/$practice/denials/$denial"
            params={{ practice, denial: denialId }}
            className="action-link"
          >
            {t("denials.openPage")}
          </Link>
          <Button variant="default" size="compact-sm" onClick={onNext}>
            {t("work.next")}
          </Button>
        </>
      }
    >
      <DenialCase practice={practice} denialId={denialId} />
    </SidePanel>
  );
}
