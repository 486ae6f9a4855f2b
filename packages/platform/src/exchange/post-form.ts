import { NamedError } from "../named-error.ts";

/** Bytes of the longest answer that is read. */
const answerMost = 20_000_000;

export type FormRequest = {
  readonly address: URL;
  /** Names and values in their order; each value as latin1 text, byte for byte. */
  readonly parts: readonly (readonly [string, string])[];
  /** Occurs in no value. */
  readonly boundary: string;
  readonly timeoutMs: number;
};

/** Whether an address may carry a password and patients' data: encrypted, or on this machine. */
export function isSafeAddress(address: URL): boolean {
  const isHere = ["127.0.0.1", "[::1]", "localhost"].includes(address.hostname);
  return address.protocol === "https:" || (address.protocol === "http:" && isHere);
}

/**
 * Posts a form (multipart/form-data) and reads the form that answers it. Throws `HTTP_UNREACHABLE`,
 * `HTTP_TIMED_OUT`, `HTTP_FAILED` (status 5xx), `HTTP_REFUSED` (any other status but 2xx) or
 * `HTTP_ANSWER_UNREADABLE`. No fault quotes the address, a value or the answer. Redirects are not
 * followed: they would carry the password elsewhere.
 */
export async function postForm(request: FormRequest): Promise<ReadonlyMap<string, string>> {
  const { address, parts, boundary, timeoutMs } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      body: formBytes(parts, boundary),
      redirect: "manual",
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw response.status >= 500
        ? new NamedError("HTTP_FAILED", "the far end failed")
        : new NamedError("HTTP_REFUSED", "the far end refused the request");
    }
    return await formOf(response);
  } catch (error) {
    if (error instanceof NamedError) throw error;
    // The cause would name the address.
    if (signal.aborted)
      throw new NamedError("HTTP_TIMED_OUT", "the far end did not answer in time");
    throw new NamedError("HTTP_UNREACHABLE", "the far end cannot be reached");
  }
}

function formBytes(parts: FormRequest["parts"], boundary: string): Uint8Array {
  const told = parts.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${told.join("")}--${boundary}--\r\n`, "latin1");
}

async function formOf(response: Response): Promise<ReadonlyMap<string, string>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.byteLength;
    if (length > answerMost) {
      throw new NamedError("HTTP_ANSWER_UNREADABLE", "the answer is too long");
    }
    pieces.push(piece);
  }
  const headers = { "content-type": response.headers.get("content-type") ?? "" };
  const form = await new Response(Buffer.concat(pieces), { headers }).formData().catch(() => {
    throw new NamedError("HTTP_ANSWER_UNREADABLE", "the answer is no form");
  });
  const found = new Map<string, string>();
  for (const [name, value] of form) {
    found.set(name, typeof value === "string" ? value : await value.text());
  }
  return found;
}
