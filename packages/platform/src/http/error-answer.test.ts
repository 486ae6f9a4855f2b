import { expect, test } from "vitest";
import { asProblem } from "./error-answer.ts";
import { platformProblems, problem } from "./problem.ts";

const fault = (code: string) => Object.assign(new Error("Ortiz, Lena"), { code });

test.each([
  ["a disk without room for an upload", fault("ENOSPC"), "disk_full"],
  ["a database without room", fault("53100"), "disk_full"],
  ["an import that leaves the last room free", fault("DISK_FULL"), "disk_full"],
  ["a statement that took too long", fault("57014"), "service_busy"],
  ["a deadlock", fault("40P01"), "service_busy"],
  ["a database that is gone", fault("ECONNREFUSED"), "database_unavailable"],
  ["a database that starts", fault("57P03"), "database_unavailable"],
  ["a number too large for its column", fault("22003"), "request_invalid"],
  ["a day that is none", fault("22008"), "request_invalid"],
  ["a zero byte", fault("22021"), "request_invalid"],
  ["a division by zero of ours", fault("22012"), "fault"],
  ["a name that was taken meanwhile", fault("23505"), "conflict"],
  ["a reference of ours to nothing", fault("23503"), "fault"],
  ["a code of the table", fault("CONFLICT"), "conflict"],
  ["a refusal", problem("not_found"), "not_found"],
  ["what nobody foresaw", new Error("Ortiz, Lena"), "fault"],
  ["what is no error", "Ortiz, Lena", "fault"],
])("%s", (_name, error, code) => {
  const found = asProblem(error, platformProblems);
  expect(found.code).toBe(code);
  expect(found.options.detail).toBeUndefined();
});

test("a database that is away while the disk is full went down for want of room", () => {
  const gone = fault("ECONNREFUSED");
  expect(asProblem(gone, platformProblems, () => true).code).toBe("disk_full");
  expect(asProblem(gone, platformProblems, () => false).code).toBe("database_unavailable");
  expect(asProblem(fault("40P01"), platformProblems, () => true).code).toBe("service_busy");
});
