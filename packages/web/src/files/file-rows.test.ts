import type { FileRow } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { describe, expect, it } from "vitest";
import { claimSums, importRows, isSettled, verdictCounts } from "./file-rows.ts";
import type { Upload } from "./upload-state.ts";

const file = (id: string, verdict: FileRow["verdict"]): FileRow => ({
  id,
  importId: "import",
  name: `${id}.txt`,
  byteLength: 10,
  bytesRead: 10,
  kind: "835",
  verdict,
  reasonCode: null,
  reason: null,
  duplicateOf: null,
  claims: 1,
  errors: 0,
  warnings: 0,
  receivedAt: "2026-07-03T12:00:00Z",
  finishedAt: null,
});

const upload = (path: string, state: Upload["state"], fileId?: string): Upload => ({
  path,
  byteLength: 10,
  sentBytes: 0,
  state,
  fileId,
  problemCode: undefined,
});

describe("the rows of an import", () => {
  it("join what is on its way with what has arrived, each file once", () => {
    const answer = { id: "i", finished: false, createdAt: "", files: [file("a", "read")] };
    const rows = importRows(answer, [
      upload("a.txt", "sent", "a"),
      upload("b.txt", "sent", "b"),
      upload("c.txt", "waiting"),
    ]);
    expect(rows.map((row) => [row.name, row.file?.verdict])).toEqual([
      ["a.txt", "read"],
      ["b.txt", undefined],
      ["c.txt", undefined],
    ]);
  });

  it("count a file that is still to be sent as waiting, and one that was not sent as failed", () => {
    const rows = importRows(undefined, [upload("a", "sending"), upload("b", "failed")]);
    expect([...verdictCounts(rows)]).toEqual([
      ["waiting", 1],
      ["failed", 1],
    ]);
  });
});

describe("the claims of an import", () => {
  it("are counted apart from the claims that remittances answer", () => {
    const files = [
      { ...file("a", "read"), kind: "837P", claims: 4 },
      { ...file("b", "read"), kind: "835", claims: 3 },
      { ...file("c", "read"), kind: "277CA", claims: 4 },
    ];
    const rows = importRows({ id: "i", finished: true, createdAt: "", files }, []);
    expect(claimSums(rows)).toEqual({ claims: 4, answers: 3 });
  });
});

describe("an import is settled", () => {
  const answer = (...files: FileRow[]) => ({ id: "i", finished: true, createdAt: "", files });

  it.each([
    ["not before the first answer", undefined, [], false],
    ["not while a file is read", answer(file("a", "reading")), [], false],
    [
      "not while a file that was sent is missing",
      answer(file("a", "duplicate")),
      ["a", "b"],
      false,
    ],
    ["when all that was sent has its verdict", answer(file("a", "duplicate")), ["a"], true],
  ])("%s", (_name, given, sent, settled) => {
    const uploads = sent.map((id) => upload(`${id}.txt`, "sent", id));
    expect(isSettled(given, uploads)).toBe(settled);
  });
});
