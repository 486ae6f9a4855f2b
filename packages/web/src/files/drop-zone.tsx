import { Button } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { t } from "../strings/translate.ts";
import { collectChosen, collectDropped, type HandedFile } from "./collect-files.ts";
import "./files.css";

type Props = {
  readonly onFiles: (files: readonly HandedFile[]) => void;
  readonly isBusy: boolean;
};

/** Takes a folder or files, dropped or chosen. */
export function DropZone({ onFiles, isBusy }: Props) {
  const [isOver, setOver] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (isBusy) return;
    try {
      setUnreadable(false);
      onFiles(await collectDropped(event.dataTransfer.items));
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <section
      className="drop-zone"
      data-over={isOver || undefined}
      aria-label={t("own.drop")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <strong>{t("own.drop")}</strong>
      <span className="dim">{t("own.kinds")}</span>
      <span className="drop-zone-buttons">
        <Button size="sm" loading={isBusy} onClick={() => folder.current?.click()}>
          {t("own.chooseFolder")}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={isBusy}
          onClick={() => files.current?.click()}
        >
          {t("own.chooseFiles")}
        </Button>
      </span>
      {isUnreadable && (
        <p role="alert" className="error-line">
          {t("own.unreadable")}
        </p>
      )}
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        data-testid="choose-folder"
        // @ts-expect-error: every browser knows it, React's types do not
        webkitdirectory=""
        onChange={(event) => onFiles(collectChosen(event.currentTarget.files))}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        data-testid="choose-files"
        onChange={(event) => onFiles(collectChosen(event.currentTarget.files))}
      />
    </section>
  );
}
