/** One file of a ZIP archive, as its central directory tells. */
export type ArchiveEntry = {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where its local header stands. */
  readonly headerAt: number;
};

export type ArchiveDirectory =
  | { readonly is: "read"; readonly entries: readonly ArchiveEntry[] }
  | {
      readonly is: "refused";
      readonly why: "damaged" | "encrypted" | "too-large" | "method-unknown" | "overlapping";
    };

/** Limits that keep a hostile archive from filling the disk. */
export const archiveLimits = {
  entries: 10_000,
  bytes: 4 * 1024 ** 3,
  /** Content against compressed size, for entries above `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  directoryBytes: 16 * 1024 ** 2,
} as const;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record with the longest comment it may have. */
export const endRecordBytes = 22 + 65_535;

export type DirectoryPlace = {
  readonly at: number;
  readonly bytes: number;
  readonly count: number;
};

/** Where the central directory stands, from the last bytes of the archive (APPNOTE 4.3.16). */
export function directoryPlace(tail: Uint8Array): DirectoryPlace | undefined {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const place = {
      count: view.getUint16(at + 10, true),
      bytes: view.getUint32(at + 12, true),
      at: view.getUint32(at + 16, true),
    };
    // The marks of ZIP64, which no archive within the limits needs.
    const isZip64 = place.count === 0xffff || place.bytes === 0xffffffff || place.at === 0xffffffff;
    return isZip64 || place.bytes > archiveLimits.directoryBytes ? undefined : place;
  }
  return undefined;
}

/** The entries of a central directory (APPNOTE 4.3.12), checked against the limits as a whole. */
export function readArchiveDirectory(directory: Uint8Array, count: number): ArchiveDirectory {
  const view = viewOf(directory);
  const entries: ArchiveEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== entrySignature) {
      return { is: "refused", why: "damaged" };
    }
    const nameBytes = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & 1) !== 0) return { is: "refused", why: "encrypted" };
    const entry: ArchiveEntry = {
      name: nameOf(directory.subarray(at + 46, at + 46 + nameBytes)),
      isDeflated: method === 8,
      compressedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    at = next;
    if (isNoFile(entry)) continue;
    if (method !== 0 && method !== 8) return { is: "refused", why: "method-unknown" };
    entries.push(entry);
  }
  return checkedEntries(entries);
}

function checkedEntries(entries: readonly ArchiveEntry[]): ArchiveDirectory {
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const isTooLarge =
    entries.length > archiveLimits.entries ||
    total > archiveLimits.bytes ||
    entries.some(
      (entry) =>
        entry.bytes > archiveLimits.ratioFrom &&
        entry.bytes > entry.compressedBytes * archiveLimits.ratio,
    );
  if (isTooLarge) return { is: "refused", why: "too-large" };
  const ordered = [...entries].sort((left, right) => left.headerAt - right.headerAt);
  const overlaps = ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return next !== undefined && entry.headerAt + 30 + entry.compressedBytes > next.headerAt;
  });
  return overlaps ? { is: "refused", why: "overlapping" } : { is: "read", entries };
}

/** Folders, and what operating systems add beside the files. */
function isNoFile({ name }: ArchiveEntry): boolean {
  return name.endsWith("/") || name.startsWith("__MACOSX/") || /(^|\/)\.[^/]*$/.test(name);
}

/** One character per byte; the name is shown and never used as a path. */
function nameOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1000));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
