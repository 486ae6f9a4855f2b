import type { paths } from "@headwater/server/api.gen.ts";
import { type Problem, RequestRefused, readProblem } from "./problem.ts";

export type Query = Readonly<Record<string, string | number | undefined>>;

type Filled<Path> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

/** Every address below a practice that the contract knows; any other does not compile. */
export type PracticePath = {
  [Path in keyof paths & string]: Path extends `/api/practices/{practice}/${infer Rest}`
    ? Filled<Rest>
    : never;
}[keyof paths & string];

/** The address of something of one practice, with the parameters that are set. */
export function practiceAddress(practice: string, path: PracticePath, query: Query = {}): string {
  return address(`/api/practices/${encodeURIComponent(practice)}/${path}`, query);
}

/** `path` with the parameters of `query` that are neither undefined nor empty. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** GET `url` as JSON. Throws `RequestRefused` for anything but success. */
export async function getJson<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  return readAnswer(await fetch(url, { headers: accept, ...(signal ? { signal } : {}) }));
}

export type Sending = {
  readonly method: "POST" | "PATCH" | "DELETE" | "PUT";
  readonly body?: unknown;
  /** The revision that the change was made against, for If-Match. */
  readonly revision?: number;
};

let changeRefused: (problem: Problem) => void = () => undefined;

/** Says what happens when a change is refused; queries tell of their own failures. */
export function whenChangeRefused(run: (problem: Problem) => void) {
  changeRefused = run;
}

/** Sends a change. Every POST carries a key, so that a repeated one acts once. */
export async function sendJson<Answer>(url: string, sending: Sending): Promise<Answer> {
  const headers: Record<string, string> = { ...accept };
  if (sending.body !== undefined) headers["content-type"] = "application/json";
  if (sending.method === "POST") headers["idempotency-key"] = crypto.randomUUID();
  if (sending.revision !== undefined) headers["if-match"] = `"${sending.revision}"`;
  const body = sending.body === undefined ? null : JSON.stringify(sending.body);
  return readChange(await fetch(url, { method: sending.method, headers, body }));
}

/** Sends the bytes of a file as they are. */
export async function sendBytes<Answer>(url: string, file: Blob): Promise<Answer> {
  const headers = { ...accept, "content-type": "application/octet-stream" };
  return readChange(await fetch(url, { method: "POST", headers, body: file }));
}

async function readChange<Answer>(response: Response): Promise<Answer> {
  try {
    return await readAnswer<Answer>(response);
  } catch (error) {
    if (error instanceof RequestRefused) changeRefused(error.problem);
    throw error;
  }
}

const accept = { accept: "application/json" };

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : undefined;
  if (!response.ok) throw new RequestRefused(readProblem(response.status, body));
  // The server validates its answers against the schema these types come from.
  return body as Answer;
}
