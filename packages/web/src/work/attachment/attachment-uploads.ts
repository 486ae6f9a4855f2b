import { attachmentLimitBytes } from "@headwater/revenue-cycle/work/attachment/attachment-type.ts";
import { useRef, useState } from "react";
import type { HandedFile } from "../../files/collect-files.ts";
import { sendFile } from "../../files/send-file.ts";
import { type Problem, problemOf, readProblem } from "../../frame/problem.ts";

/** A file on its way to a list of attachments, or one that did not arrive. */
export type AttachmentUpload = {
  readonly id: number;
  readonly name: string;
  readonly byteLength: number;
  readonly sentBytes: number;
  readonly problem: Problem | undefined;
};

type Target = { readonly address: string; readonly onSent: () => void };

/** Sends files one after the other; what arrived leaves the list, what did not says why. */
export function useAttachmentUploads({ address, onSent }: Target) {
  const [uploads, setUploads] = useState<readonly AttachmentUpload[]>([]);
  const nextId = useRef(1);
  const change = (id: number, part: Partial<AttachmentUpload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const leave = (id: number) => setUploads((all) => all.filter((one) => one.id !== id));
  const send = async (files: readonly HandedFile[]) => {
    const begun = files.map(({ path, file }) => {
      const id = nextId.current++;
      const name = path.split("/").at(-1) ?? path;
      return { id, file, name, byteLength: file.size, sentBytes: 0, problem: undefined };
    });
    setUploads((all) => [...all, ...begun]);
    for (const { id, name, file } of begun) {
      try {
        // Told before a large file was sent in vain.
        if (file.size > attachmentLimitBytes) {
          change(id, { problem: readProblem(413, { code: "attachment_too_large" }) });
          continue;
        }
        await sendFile({
          address,
          name,
          file,
          onProgress: (sentBytes) => change(id, { sentBytes }),
        });
        leave(id);
        onSent();
      } catch (error) {
        change(id, { problem: problemOf(error) });
      }
    }
  };
  return { uploads, send, leave };
}
