import { ArchiveRefused } from "../../masters/code-set/load-code-files.command.ts";
import { type ArchiveMember, openArchive } from "./open-archive.command.ts";

/**
 * The files of an archive of official code sets on disk; undefined where the file is no archive.
 * Throws `ArchiveRefused` at one that must not be opened, and while a damaged member is read.
 */
export async function openCodeArchive(path: string): Promise<readonly ArchiveMember[] | undefined> {
  const damaged = () => new ArchiveRefused();
  const archive = await openArchive(path, damaged);
  if (archive.is === "refused") throw damaged();
  return archive.is === "opened" ? archive.members : undefined;
}
