import { expect, test } from "vitest";
import { identifier, join, nothing, sql, toPreparedQuery, toQuery } from "./sql.ts";

test("values become parameters in their order", () => {
  const statement = sql`select ${1} where name = ${"O'Brien"} and ${nothing}true`;
  expect(toQuery(statement)).toEqual({
    text: "select $1 where name = $2 and true",
    values: [1, "O'Brien"],
  });
});

test("fragments bring their own parameters", () => {
  const condition = join([sql`a = ${1}`, sql`b = ${2}`], " and ");
  expect(toQuery(sql`select * from ${identifier("t")} where ${condition} limit ${3}`)).toEqual({
    text: 'select * from "t" where a = $1 and b = $2 limit $3',
    values: [1, 2, 3],
  });
});

test("a look-alike object is a value, not a fragment", () => {
  const forged = { strings: ["; drop table claims"], values: [] };
  expect(toQuery(sql`select ${forged}`).text).toBe("select $1");
});

test("a name is quoted and an absent value refused", () => {
  expect(toQuery(identifier('we"ird.name')).text).toBe('"we""ird"."name"');
  expect(() => sql`select ${undefined}`).toThrow(TypeError);
});

test("a text gets a name when it comes again and again, and keeps it", () => {
  const ask = (id: number) => toPreparedQuery(sql`select ${id} as asked_again_and_again`).name;
  const names = [1, 2, 3, 4, 5].map(ask);
  expect(names.slice(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(names[3]).toMatch(/^prepared_\d+$/);
  expect(names[4]).toBe(names[3]);
  expect(toPreparedQuery(sql`select ${1} as asked_once`).name).toBeUndefined();
});
