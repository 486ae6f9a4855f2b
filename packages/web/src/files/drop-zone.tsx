import { Button } from "@mantine/core";
import { type ChangeEvent, useRef, useState } from "react";
import { t } from "../strings/translate.ts";
import { collectChosen, collectDropped, type HandedFile } from "./collect-files.ts";
import { useDrop } from "./use-drop.ts";
import "./files.css";

type Props = {
  readonly onFiles: (files: readonly HandedFile[]) => void;
  readonly isBusy: boolean;
  /** Which files are meant; claim and remittance files if absent. */
  readonly kinds?: string;
};

type Trouble = "unreadable" | "nothing";

/** Takes a folder or files, dropped anywhere on the page or chosen. */
export function DropZone({ onFiles, isBusy, kinds = t("own.kinds") }: Props) {
  const [trouble, setTrouble] = useState<Trouble | undefined>(undefined);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const take = (handed: readonly HandedFile[]) => {
    setTrouble(handed.length === 0 ? "nothing" : undefined);
    if (handed.length > 0) onFiles(handed);
  };
  const isOver = useDrop((items) => {
    if (!isBusy) collectDropped(items).then(take, () => setTrouble("unreadable"));
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    if (input.files?.length) take(collectChosen(input.files));
    // The same choice made again is a change again.
    input.value = "";
  };
  return (
    <section className="drop-zone" data-over={isOver || undefined} aria-label={t("own.drop")}>
      <strong>{t("own.drop")}</strong>
      <span className="dim">{kinds}</span>
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
      {trouble && (
        <p role="alert" className="error-line">
          {t(`own.${trouble}`)}
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
        onChange={choose}
      />
      <input ref={files} type="file" hidden multiple data-testid="choose-files" onChange={choose} />
    </section>
  );
}
