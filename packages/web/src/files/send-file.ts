import { RequestRefused, readProblem } from "../frame/problem.ts";

export type Sending = {
  readonly address: string;
  /** The name that the server is told, with its path below the folder that was dropped. */
  readonly name: string;
  readonly file: File;
  readonly onProgress: (bytes: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Sends one file's bytes as they are and gives what is answered. XMLHttpRequest, because fetch does not
 * tell how far it is.
 */
export function sendFile(sending: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", sending.address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(sending.name));
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    request.upload.onprogress = (event) => sending.onProgress(event.loaded);
    request.onerror = () => reject(new TypeError("unreachable"));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    request.onload = () => {
      const body = readBody(request.responseText);
      if (request.status < 300 && body !== undefined) resolve(body);
      else reject(new RequestRefused(readProblem(request.status, body)));
    };
    sending.signal?.addEventListener("abort", () => request.abort());
    request.send(sending.file);
  });
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
