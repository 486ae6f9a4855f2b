import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestPractice, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
let practice: TestPractice;
let desk: Record<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  practice = await server.createPractice("Import");
  desk = await server.headersFor(practice, ["front-desk"]);
  await server.database.owner.query(
    `insert into payers (practice_id, identifier_key, identifier, name, line_of_business)
     values ($1, 'NW1', 'NW1', 'Northway', 'commercial')`,
    [practice.practiceId],
  );
});
afterAll(() => server?.stop());

const base = () => `/api/practices/${practice.publicId}/patients`;

async function take(rows: readonly string[], confirmed?: string) {
  const text = [
    "last_name,first_name,date_of_birth,gender,chart_number,phone,guarantor_relationship,guarantor_last_name,guarantor_first_name,guarantor_phone,payer_identifier,rank,member_id,coverage_from",
    ...rows,
  ].join("\n");
  const payload = confirmed === undefined ? { text } : { text, confirmed };
  const answer = await server.app.inject({
    method: "POST",
    url: `${base()}/import`,
    headers: desk,
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function count(search = "") {
  const url = `${base()}?total=1&search=${search}`;
  const answer = await server.app.inject({ method: "GET", url, headers: desk });
  return answer.json().total.count;
}

const told = (body: {
  rows: { row: number; outcome: string; reasons: { column: string; code: string }[] }[];
}) =>
  body.rows
    .toSorted((one, other) => one.row - other.row)
    .map(({ outcome, reasons }) => [
      outcome,
      ...reasons.map(({ column, code }) => `${column} ${code}`),
    ]);

const file = [
  "Ortiz,Lena,2/3/1980,F,A1,(518) 555-0100,,,,,NW1,1,W1,2025-01-01",
  "Ortiz,Lena,2/3/1980,F,A1,(518) 555-0100,,,,,NW1,2,W2,2025-01-01",
  "Ortiz,Paul,2019-05-05,M,A2,,19,Ortiz,Lena,5185550100,NW1,,W3,",
  "Hale,Ann,1990-01-01,F,,,,,,,,,,",
  "Lane,Bo,2015-01-01,M,,,,,,,,,,",
  "Lane,Cy,1970-01-01,M,,,,,,,XX9,,W4,",
];

describe("a list of patients", () => {
  test("is shown first: nothing is written until it is confirmed", async () => {
    const { status, body } = await take(file);
    expect(status).toBe(200);
    expect(told(body)).toEqual([
      ["added"],
      ["added"],
      ["added"],
      ["added"],
      ["refused", "guarantor_relationship MINOR_NEEDS_GUARANTOR"],
      ["refused", "payer_identifier PAYER_UNKNOWN"],
    ]);
    expect(await count()).toBe(0);
    const written = await take(file, body.digest);
    expect(written.body).toMatchObject({ isWritten: true, counts: { added: 4, refused: 2 } });
    expect(await count()).toBe(3);
  });

  test("taken in again changes nothing", async () => {
    const { body } = await take(file);
    expect(body.counts).toEqual({ added: 0, changed: 0, same: 4, refused: 2 });
    const again = await take(file, body.digest);
    expect(again.body.isWritten).toBe(true);
    expect(await count()).toBe(3);
  });

  test("says what it would change, and what a person must look at", async () => {
    const rows = [
      "Ortiz,Lena,2/3/1980,F,A1,5185550199,,,,,NW1,1,W1,2025-01-01",
      "Hale,Anne,1990-01-01,F,,,,,,,,,,",
      "Stone,Max,1955-05-05,M,A1,,,,,,,,,",
      "Ortiz,Lena,2/3/1980,F,A1,,,,,,NW1,1,W9,2025-01-01",
    ];
    const { body } = await take(rows);
    expect(told(body)).toEqual([
      ["changed", "phone CHANGED"],
      ["refused", "last_name MAY_BE_ON_FILE"],
      ["refused", "chart_number CHART_NUMBER_OF_OTHER"],
      ["refused", "null ROW_TWICE"],
    ]);
    const late = await take(file, body.digest);
    expect(late).toMatchObject({ status: 409, body: { code: "import_changed" } });
    const written = await take(rows, body.digest);
    expect(written.body).toMatchObject({ isWritten: true, counts: { changed: 1 } });
    expect(await count("518-555-0199")).toBe(1);
  });
});
