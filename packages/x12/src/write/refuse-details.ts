import type { SegmentWriter } from "./segment-writer.ts";

/** Refuses details whose segments a guide does not have. */
export function refuseDetails(
  writer: SegmentWriter,
  held: readonly string[],
  allowed: string,
): void {
  if (held.length === 0) return;
  for (const id of held) if (!allowed.split(" ").includes(id)) writer.refuse("unsupported", id);
}
