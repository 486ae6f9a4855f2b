import { useState } from "react";
import type { HandedFile } from "../../files/collect-files.ts";
import { type Problem, problemOf, RequestRefused, readProblem } from "../../frame/problem.ts";
import { practiceAddress } from "../../frame/request.ts";

type Asked = {
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
};

/** Files on their way to the code sets; each is answered when it has its verdict. */
export type CodeUploads = {
  readonly isBusy: boolean;
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  readonly sending:
    | { readonly name: string; readonly at: number; readonly all: number }
    | undefined;
  /** Files that did not reach the server. */
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[];
  readonly send: (files: readonly HandedFile[]) => Promise<void>;
};

/** Sends official files one after the other: the server loads one at a time. */
export function useCodeUploads(practice: string): CodeUploads {
  const [asked, ask] = useState<Asked>({});
  const [sending, setSending] = useState<CodeUploads["sending"]>(undefined);
  const [problems, setProblems] = useState<CodeUploads["problems"]>([]);
  const send = async (files: readonly HandedFile[]) => {
    setProblems([]);
    for (const [at, handed] of files.entries()) {
      setSending({ name: handed.path, at: at + 1, all: files.length });
      try {
        await sendCodeFile(practice, handed, asked);
      } catch (error) {
        const problem = problemOf(error);
        setProblems((known) => [...known, { name: handed.path, problem }]);
      }
    }
    setSending(undefined);
  };
  return { isBusy: sending !== undefined, asked, ask, sending, problems, send };
}

async function sendCodeFile(practice: string, handed: HandedFile, asked: Asked): Promise<void> {
  const response = await fetch(practiceAddress(practice, "code-sets/files", asked), {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(handed.path),
    },
    body: handed.file,
  });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => undefined);
  throw new RequestRefused(readProblem(response.status, body));
}
