import { RequestRefused, readProblem } from "../frame/problem.ts";
import { practiceAddress } from "../frame/request.ts";
import type { HandedFile } from "./collect-files.ts";

export type Sending = {
  readonly practice: string;
  readonly importId: string;
  readonly handed: HandedFile;
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** Sends one file's bytes as they are. XMLHttpRequest, because fetch does not tell how far it is. */
export function sendFile(sending: Sending): Promise<{ readonly id: string }> {
  const { handed, signal } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", practiceAddress(sending.practice, `imports/${sending.importId}/files`));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(handed.path));
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    request.upload.onprogress = (event) => sending.onProgress(event.loaded);
    request.onerror = () => reject(new TypeError("unreachable"));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    request.onload = () => {
      const body = readBody(request.responseText);
      if (request.status < 300 && isSent(body)) resolve(body);
      else reject(new RequestRefused(readProblem(request.status, body)));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(handed.file);
  });
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSent(body: unknown): body is { readonly id: string } {
  return typeof body === "object" && body !== null && "id" in body && typeof body.id === "string";
}
