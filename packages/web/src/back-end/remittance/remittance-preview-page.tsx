import type { PreviewAnswer } from "@headwater/revenue-cycle/back-end/file/preview-answers.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { HandedFile } from "../../files/collect-files.ts";
import { DropZone } from "../../files/drop-zone.tsx";
import { startImport } from "../../files/start-import.ts";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendBytes } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { PreviewedSet } from "./previewed-set.tsx";

type Previewed = { readonly handed: HandedFile } & (
  | { readonly answer: PreviewAnswer }
  | { readonly error: unknown }
);

/** What files of remittances would post, before anything of them is kept. */
export function RemittancePreviewPage() {
  const { practice } = useParams({ from: "/p/$practice/remittances/preview" });
  const navigate = useNavigate();
  useBackShortcut({ to: "/p/$practice/remittances", params: { practice } });
  const preview = useMutation({
    mutationFn: (files: readonly HandedFile[]) => previewAll(practice, files),
  });
  const importing = useMutation({
    mutationFn: (files: readonly HandedFile[]) => startImport(practice, files),
    onSuccess: (id) =>
      void navigate({ to: "/p/$practice/imports/$import", params: { practice, import: id } }),
  });
  const previewed = preview.data ?? [];
  return (
    <div className="page-scroll">
      <PageHead
        title={t("preview.title")}
        sentence={t("preview.sentence")}
        actions={
          previewed.length > 0 && (
            <Button
              loading={importing.isPending}
              onClick={() => importing.mutate(previewed.map(({ handed }) => handed))}
            >
              {t("preview.import")}
            </Button>
          )
        }
      />
      {importing.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(importing.error))}
        </p>
      )}
      <DropZone
        kinds={t("preview.kinds")}
        isBusy={preview.isPending}
        onFiles={(files) => preview.mutate(files)}
      />
      {previewed.map((one) => (
        <PreviewedFile key={one.handed.path} practice={practice} previewed={one} />
      ))}
    </div>
  );
}

/** One file after the other: the books are locked while one is tried. */
async function previewAll(practice: string, files: readonly HandedFile[]): Promise<Previewed[]> {
  const previewed: Previewed[] = [];
  for (const handed of files) {
    try {
      const address = practiceAddress(practice, "remittances/preview");
      previewed.push({ handed, answer: await sendBytes<PreviewAnswer>(address, handed.file) });
    } catch (error) {
      previewed.push({ handed, error });
    }
  }
  return previewed;
}

type FileProps = { readonly practice: string; readonly previewed: Previewed };

function PreviewedFile({ practice, previewed }: FileProps) {
  const { path } = previewed.handed;
  return (
    <section aria-label={path}>
      <h2 className="section-title">{path}</h2>
      {"error" in previewed ? (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(previewed.error))}
        </p>
      ) : (
        <PreviewedSets practice={practice} path={path} answer={previewed.answer} />
      )}
    </section>
  );
}

type SetsProps = {
  readonly practice: string;
  readonly path: string;
  readonly answer: PreviewAnswer;
};

function PreviewedSets({ practice, path, answer }: SetsProps) {
  if (answer.readBeforeAs !== null)
    return <p>{t("preview.readBefore", { file: path, name: answer.readBeforeAs })}</p>;
  return (
    <>
      {answer.sets.map((set, at) => (
        // Control numbers of a file may repeat.
        // biome-ignore lint/suspicious/noArrayIndexKey: the sets of an answer never change places
        <PreviewedSet key={at} practice={practice} set={set} />
      ))}
      {answer.otherSets > 0 && (
        <p className="dim">{t("preview.otherSets", { count: answer.otherSets })}</p>
      )}
    </>
  );
}
