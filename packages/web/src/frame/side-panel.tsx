import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../strings/translate.ts";
import { useShortcut } from "./shortcuts.ts";

type Props = {
  readonly title: string;
  readonly actions?: ReactNode;
  /** For rows of records, which need more room than one record's facts. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The record beside its list. Escape closes it and the list is where it was. */
export function SidePanel({ title, actions, isWide = false, onClose, children }: Props) {
  useShortcut("Escape", onClose);
  return (
    <aside className="side-panel" data-wide={isWide || undefined} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {actions}
        <CloseButton size="sm" aria-label={t("action.close")} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key */}
      <div className="side-panel-body" tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}
