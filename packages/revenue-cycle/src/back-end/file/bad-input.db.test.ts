import { gzipSync } from "node:zlib";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadingContext } from "./reading-context.command.ts";
import { importBytes, testContext } from "./testing/import-texts.ts";
import { smallRoad } from "./testing/small-road.ts";
import { zipOf } from "./testing/zip-of.ts";

let database: TestDatabase;
let context: ReadingContext;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await testContext(database, "bad input");
});
afterAll(() => database.drop());

const claims = smallRoad["claims.837"] ?? "";
const bank = "date,amount,trace,payer,type\n2025-02-01,10.00,T1,PLAN,ach\n";

/** What is handed in, and the verdict, reason and first issue that come back. */
const cases: readonly {
  readonly name: string;
  readonly bytes: () => Uint8Array | string;
  readonly verdict: string;
  readonly code?: string;
  readonly issue?: string;
}[] = [
  { name: "empty", bytes: () => "", verdict: "refused", code: "FILE_EMPTY" },
  { name: "blank", bytes: () => " \r\n\t\n", verdict: "refused", code: "FILE_EMPTY" },
  {
    name: "binary.835",
    bytes: () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251),
    verdict: "refused",
    code: "FILE_IS_BINARY",
  },
  {
    name: "claims.gz",
    bytes: () => gzipSync(claims),
    verdict: "refused",
    code: "FILE_IS_GZIP",
  },
  {
    name: "remittance.pdf",
    bytes: () => "%PDF-1.7\n1 0 obj",
    verdict: "refused",
    code: "FILE_IS_PDF",
  },
  {
    name: "download.835",
    bytes: () => "<!DOCTYPE html><html><body>Sign in</body></html>",
    verdict: "refused",
    code: "FILE_IS_HTML",
  },
  {
    name: "utf16.csv",
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bank, "utf16le")]),
    verdict: "refused",
    code: "FILE_IS_UTF16",
  },
  {
    name: "letter.txt",
    bytes: () => "Dear payer,\n",
    verdict: "refused",
    code: "FILE_KIND_UNKNOWN",
  },
  {
    name: "only an ISA",
    bytes: () => claims.slice(0, 107),
    verdict: "refused",
    code: "X12_WITHOUT_TRANSACTION",
    issue: "X12_INTERCHANGE_NOT_CLOSED",
  },
  {
    name: "half an ISA",
    bytes: () => claims.slice(0, 60),
    verdict: "refused",
    code: "X12_ENVELOPE_UNREADABLE",
    issue: "X12_ISA_TRUNCATED",
  },
  {
    name: "cut off in its first set",
    bytes: () => claims.slice(0, 1500),
    verdict: "refused",
    code: "FILE_NOT_READABLE",
    issue: "X12_SET_NOT_CLOSED",
  },
  {
    name: "cut off in its last set",
    bytes: () => claims.slice(0, claims.lastIndexOf("SE*") - 10),
    verdict: "issues",
    issue: "X12_SET_NOT_CLOSED",
  },
  {
    name: "a zero byte in a name",
    bytes: () =>
      claims.replace("RIVERBEND", "RIVER\0BEND").replaceAll("*000004711*", "*000004712*"),
    verdict: "issues",
  },
  {
    name: "two interchanges with other delimiters",
    bytes: () =>
      `${claims}\r\n${claims
        .replaceAll("*", "|")
        .replaceAll("~", "'")
        .replaceAll("000004711", "000009999")}`,
    verdict: "read",
  },
  {
    name: "a segment of two megabytes",
    bytes: () => claims.replace("HI*", `NTE*ADD*${"A".repeat(2_000_000)}~\nHI*`),
    verdict: "issues",
    issue: "X12_SEGMENT_TOO_LONG",
  },
  {
    name: "../../etc/passwd\u202e837",
    bytes: () => `${claims}\n`,
    verdict: "read",
  },
  {
    name: "bank with a float",
    bytes: () => `${bank}2025-02-02,10.5,T2,PLAN,ach\n2025-13-02,"1,000.00",T3,PLAN,ach\n`,
    verdict: "refused",
    code: "CSV_HAS_ERRORS",
    issue: "CSV_AMOUNT",
  },
  {
    name: "a row too short",
    bytes: () => `${bank}2025-02-02,10.50\n`,
    verdict: "refused",
    code: "CSV_HAS_ERRORS",
    issue: "CSV_CELLS",
  },
  {
    name: "an open quote",
    bytes: () => `${bank}2025-02-02,10.50,"T2,PLAN,ach\n`,
    verdict: "refused",
    code: "CSV_HAS_ERRORS",
    issue: "CSV_QUOTE_OPEN",
  },
  {
    name: "Latin-1 letters",
    bytes: () => Buffer.from(`${bank}2025-02-02,10.50,T2,Andr\u00e9,ach\n`, "latin1"),
    verdict: "refused",
    code: "CSV_HAS_ERRORS",
    issue: "CSV_ENCODING",
  },
  {
    name: "a header and no rows",
    bytes: () => "date,amount,trace,payer,type\r\n",
    verdict: "refused",
    code: "CSV_WITHOUT_ROWS",
  },
  {
    name: "a spreadsheet's own CSV: mark, semicolons, quotes, formula",
    bytes: () =>
      '\u00ef\u00bb\u00bf"Date";"Amount";"Trace";"Payer";"Type"\r\n2025-02-03;"20.00";"=1+1";"PLAN; INC";\r\n',
    verdict: "read",
  },
  {
    name: "an archive in an archive.zip",
    bytes: () => zipOf({ "inner.zip": zipOf({ "a.csv": Buffer.from(bank) }) }),
    verdict: "read",
  },
  {
    name: "a bomb.zip",
    bytes: () => zipOf({ "zeros.txt": Buffer.alloc(20_000_000) }),
    verdict: "refused",
    code: "ARCHIVE_UNSAFE",
  },
  {
    name: "half an archive.zip",
    bytes: () => zipOf({ "a.csv": Buffer.from(bank) }).subarray(0, 60),
    verdict: "refused",
    code: "ARCHIVE_UNSAFE",
  },
];

describe("every file gets a verdict", () => {
  for (const { name, bytes, verdict, code, issue } of cases) {
    test(name, async () => {
      const imported = await importBytes(context, name, bytes());
      expect({ verdict: imported.verdict, code: imported.reasonCode }).toEqual({ verdict, code });
      if (issue !== undefined) expect(imported.issues.map((each) => each.code)).toContain(issue);
    });
  }
});

test("a file beyond the limit is refused and nothing of it is kept", async () => {
  const imported = await importBytes(context, "large.837", claims, 1000);
  expect(imported).toMatchObject({ verdict: "refused", reasonCode: "FILE_TOO_LARGE" });
});

test("names are shown, never used as paths", async () => {
  const { rows } = await database.owner.query("select name from files where name like '%passwd%'");
  expect(rows).toEqual([{ name: "etc/passwd837" }]);
});

test("wrong files leave no half of a set, no open file, no false cent", async () => {
  const { rows } = await database.owner.query(`
    select (select count(*)::int from files where verdict in ('waiting', 'reading')
              and name not like '%.zip/%') as unread,
      (select count(*)::int from claims join transaction_sets using (practice_id, transaction_set_id)
        where verdict = 'refused') as claims_of_refused,
      (select count(*)::int from bank_deposits) as deposits`);
  expect(rows[0]).toEqual({ unread: 0, claims_of_refused: 0, deposits: 1 });
});

test("a document that breaks off while its archive is unpacked is told, and ends nothing else", async () => {
  const { documents } = context;
  let reads = 0;
  const breaking = {
    ...documents,
    read: async function* (...asked: Parameters<typeof documents.read>) {
      reads += 1;
      yield* documents.read(...asked);
      // After the directory and the local header comes the content.
      if (reads > 4) throw new NamedError("DOCUMENT_CORRUPT", "a chunk is damaged");
    },
  };
  const broken = await testContext(database, "broken documents", { documents: breaking });
  const archive = zipOf({ "a.csv": Buffer.from(bank.repeat(100)) });
  await expect(importBytes(broken, "broken.zip", archive)).rejects.toThrow("DOCUMENT_CORRUPT");
});
