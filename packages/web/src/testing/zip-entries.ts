import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;

/** The files in a zip archive as text, by name; read from its directory, as spreadsheets do. */
export function zipEntries(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error("not a zip");
  const count = archive.readUInt16LE(end + 10);
  const entries = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [size, name, extra, remark] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? archive.readUInt32LE(at + offset) : archive.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + name);
    entries.set(path, inflateRawSync(archive.subarray(from, from + size)).toString("utf8"));
    at += 46 + name + extra + remark;
  }
  return entries;
}
