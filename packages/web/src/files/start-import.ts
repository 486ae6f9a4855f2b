import { practiceAddress, sendJson } from "../frame/request.ts";
import type { HandedFile } from "./collect-files.ts";
import { startUploads } from "./upload-queue.ts";

/** Creates a practice for somebody's own files; its name must not be taken. */
export async function createOwnFilesPractice(name: string): Promise<string> {
  const body = { name, kind: "own-files" };
  const { id } = await sendJson<{ id: string }>("/api/practices", { method: "POST", body });
  return id;
}

/** Opens an import and begins to send the files to it. Returns its id. */
export async function startImport(practice: string, files: readonly HandedFile[]): Promise<string> {
  const address = practiceAddress(practice, "imports");
  const { id } = await sendJson<{ id: string }>(address, { method: "POST", body: {} });
  startUploads(practice, id, files);
  return id;
}
