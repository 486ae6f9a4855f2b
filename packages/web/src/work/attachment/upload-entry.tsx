import { Button } from "@mantine/core";
import { formatBytes } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { t } from "../../strings/translate.ts";
import type { AttachmentUpload } from "./attachment-uploads.ts";

type Props = { readonly upload: AttachmentUpload; readonly onLeave: () => void };

/** A file on its way, or why it did not arrive. */
export function UploadEntry({ upload, onLeave }: Props) {
  const { name, byteLength, sentBytes, problem } = upload;
  if (problem === undefined) {
    return (
      <li>
        <span>{t("attachment.sending", { name })}</span>
        <span className="progress-cell">
          <progress
            max={byteLength}
            value={sentBytes}
            aria-label={t("attachment.sending", { name })}
          />
          <span className="small dim">{formatBytes(byteLength)}</span>
        </span>
      </li>
    );
  }
  return (
    <li>
      <span role="alert" className="error-line">
        {name}: {problemSentence(problem)} <span className="small">{problem.code}</span>
      </span>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t("attachment.dismiss", { name })}
        onClick={onLeave}
      >
        {t("attachment.leave")}
      </Button>
    </li>
  );
}
