import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { zipOf } from "@headwater/revenue-cycle/back-end/file/testing/zip-of.ts";
import { generate837P } from "@headwater/x12/testing/generate.ts";

/** A file that should do harm, and the verdict that it must get instead. */
export type HostileFile = {
  readonly name: string;
  /** `verdict`, or `verdict CODE` where one reason is right. */
  readonly expected: string;
  readonly content: () => Uint8Array | Iterable<Uint8Array>;
};

const mebibyte = 1024 * 1024;
const latin1 = (text: string) => Buffer.from(text, "latin1");

/** A good 837P of a few claims that no other file holds. */
function claims(seed: number, count = 5): string {
  const options = { seed, claims: count, claimsPerSet: 5 };
  return Buffer.concat([...generate837P(options)]).toString("latin1");
}

function* repeat(piece: Uint8Array, bytes: number): Generator<Uint8Array> {
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

function* around(
  before: string,
  middle: Iterable<Uint8Array>,
  after: string,
): Generator<Uint8Array> {
  yield latin1(before);
  yield* middle;
  yield latin1(after);
}

/** The file with something put before the first segment of this id. */
function insertBefore(text: string, id: string, middle: Iterable<Uint8Array>) {
  const at = text.search(new RegExp(`(?<=[~\\n])${id}\\*`));
  return around(text.slice(0, at), middle, text.slice(at));
}

const junk = Buffer.alloc(mebibyte, "A");
const zeros = Buffer.alloc(mebibyte);
const noise = Buffer.from(Array.from({ length: mebibyte }, (_, at) => (at * 7919) % 251));
const bank = "date,amount,trace,payer,type\n2025-02-01,10.00,T1,PLAN,ach\n";

/** EBCDIC (code page 037) of a text in capitals. */
function ebcdic(text: string): Buffer {
  const rows: readonly [string, number][] = [
    ["ABCDEFGHI", 0xc1],
    ["JKLMNOPQR", 0xd1],
    ["STUVWXYZ", 0xe2],
    ["0123456789", 0xf0],
    [" ", 0x40],
    ["*", 0x5c],
    ["~", 0xa1],
    [":", 0x7a],
  ];
  const codes = new Map(
    rows.flatMap(([letters, first]) =>
      [...letters].map((letter, at) => [letter, first + at] as const),
    ),
  );
  return Buffer.from([...text.toUpperCase()].map((letter) => codes.get(letter) ?? 0x6f));
}

/** Every kind of bad input that the program promises to survive; sizes as large as an upload may be. */
export const hostileFiles: readonly HostileFile[] = [
  { name: "empty.837", expected: "refused FILE_EMPTY", content: () => Buffer.alloc(0) },
  { name: "good.837", expected: "read", content: () => latin1(claims(101)) },
  { name: "cut.837", expected: "issues", content: () => latin1(claims(102, 10).slice(0, -900)) },
  {
    name: "noise-200-mb.835",
    expected: "refused FILE_IS_BINARY",
    content: () => repeat(noise, 199 * mebibyte),
  },
  {
    name: "zeros-200-mb.837",
    expected: "refused FILE_IS_BINARY",
    content: () => repeat(zeros, 199 * mebibyte),
  },
  {
    name: "letters-200-mb.txt",
    expected: "refused FILE_KIND_UNKNOWN",
    content: () => repeat(junk, 199 * mebibyte),
  },
  {
    name: "envelopes-without-end-20-mb.837",
    expected: "refused",
    content: () => repeat(latin1(claims(103).slice(0, 106).repeat(1000)), 20 * mebibyte),
  },
  {
    name: "segment-50-mb.837",
    expected: "refused FILE_NOT_READABLE",
    content: () =>
      insertBefore(claims(104), "HI", around("NTE*ADD*", repeat(junk, 50 * mebibyte), "~\n")),
  },
  {
    name: "last-segment-200-mb.837",
    expected: "refused FILE_NOT_READABLE",
    content: () => around(claims(105).slice(0, 1200), repeat(junk, 198 * mebibyte), ""),
  },
  {
    name: "elements-of-a-million.837",
    expected: "refused FILE_NOT_READABLE",
    content: () => insertBefore(claims(106), "HI", [latin1(`NTE${"*A".repeat(1_000_000)}~\n`)]),
  },
  {
    name: "segments-without-content-5-mb.837",
    expected: "read",
    content: () =>
      insertBefore(claims(107), "HI", repeat(latin1("~".repeat(mebibyte)), 5 * mebibyte)),
  },
  {
    name: "levels-100000-deep.837",
    expected: "refused FILE_NOT_READABLE",
    content: () =>
      insertBefore(
        claims(108),
        "CLM",
        (function* () {
          for (let level = 10; level < 100_000; level += 1)
            yield latin1(`HL*${level}*${level - 1}*23*1~\n`);
        })(),
      ),
  },
  {
    name: "sets-of-nothing-500.837",
    expected: "issues",
    content: () => {
      const text = claims(109);
      const body = text.slice(text.indexOf("ST*"), text.indexOf("GE*"));
      const from = text.indexOf(body);
      return around(
        text.slice(0, from),
        (function* () {
          for (let set = 1; set <= 500; set += 1)
            yield latin1(`ST*837*${set}*005010X222A1~SE*2*${set}~\n`);
        })(),
        text.slice(from + body.length),
      );
    },
  },
  {
    name: "two-delimiters.837",
    expected: "read",
    content: () =>
      latin1(
        claims(110) + claims(111).replaceAll("~", "'").replaceAll("*", "|").replaceAll(":", ">"),
      ),
  },
  {
    name: "utf-16.837",
    expected: "refused FILE_IS_UTF16",
    content: () => Buffer.from(`\ufeff${claims(112)}`, "utf16le"),
  },
  {
    name: "utf-16-without-mark.837",
    expected: "refused FILE_IS_UTF16",
    content: () => Buffer.from(claims(113), "utf16le"),
  },
  { name: "ebcdic.837", expected: "refused FILE_KIND_UNKNOWN", content: () => ebcdic(claims(114)) },
  {
    name: "remittance.835",
    expected: "refused FILE_IS_PDF",
    content: () => latin1("%PDF-1.7\n1 0 obj"),
  },
  { name: "claims.gz", expected: "refused FILE_IS_GZIP", content: () => gzipSync(claims(115)) },
  {
    name: "bomb.zip",
    expected: "refused ARCHIVE_UNSAFE",
    content: () => zipOf({ "zeros.txt": Buffer.alloc(1000 * mebibyte) }),
  },
  {
    name: "nested.zip",
    expected: "read",
    content: () => zipOf({ "inner.zip": zipOf({ "a.837": latin1(claims(116)) }) }),
  },
  {
    name: "paths.zip",
    expected: "read",
    content: () =>
      zipOf({
        "../../../../tmp/headwater-hostile-escape.837": latin1(claims(117)),
        "/etc/headwater-hostile-escape": latin1(bank),
      }),
  },
  {
    name: "entries-60000.zip",
    expected: "refused ARCHIVE_UNSAFE",
    content: () =>
      zipOf(
        Object.fromEntries(
          Array.from({ length: 60_000 }, (_, at) => [`${at}`, junk.subarray(0, 1)]),
        ),
      ),
  },
  {
    name: "one-line-150-mb.csv",
    expected: "refused",
    content: () => around(bank, repeat(junk, 150 * mebibyte), ""),
  },
  {
    name: "quote-without-end-150-mb.csv",
    expected: "refused CSV_HAS_ERRORS",
    content: () =>
      around(
        `${bank}2025-02-01,10.00,"`,
        repeat(Buffer.alloc(mebibyte, "A\n"), 150 * mebibyte),
        "",
      ),
  },
  {
    name: "columns-of-a-million.csv",
    expected: "refused",
    content: () => latin1(`${bank}${",".repeat(1_000_000)}\n`),
  },
  {
    name: "..%2f..%2fetc%2fpasswd\u202e.837",
    expected: "read",
    content: () => latin1(claims(118)),
  },
];

/** Writes one of the files, by streaming, under a name that any file system takes. */
export async function writeHostileFile(folder: string, file: HostileFile): Promise<string> {
  const path = join(folder, file.name);
  const content = file.content();
  if (content instanceof Uint8Array) await writeFile(path, content);
  else await pipeline(Readable.from(content), createWriteStream(path));
  return path;
}
