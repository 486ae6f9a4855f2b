import { expect, test } from "vitest";
import { NamedError } from "../named-error.ts";
import { openLogger } from "./logger.ts";

const canary = "CANARY-JANE-DOE-123-45-6789";

function logged(write: (logger: ReturnType<typeof openLogger>) => void): string {
  let text = "";
  const destination = {
    write: (line: string) => {
      text += line;
    },
  };
  write(openLogger({ level: "debug", destination }));
  return text;
}

function databaseFault(): Error {
  return Object.assign(new Error(`invalid input syntax for type date: "${canary}"`), {
    code: "22P02",
    detail: `Key (member_id)=(${canary}) already exists.`,
    where: canary,
    parameters: [canary],
  });
}

test.each<[string, (logger: ReturnType<typeof openLogger>) => void]>([
  ["a database fault", (logger) => logger.error(databaseFault())],
  ["a fault in a field", (logger) => logger.error({ error: databaseFault() }, "failed")],
  ["a fault under pino's name", (logger) => logger.error({ err: databaseFault() }, "failed")],
  ["a cause", (logger) => logger.error(new NamedError("X", "y", { cause: databaseFault() }))],
  ["a field not listed", (logger) => logger.info({ patientName: canary, count: 1 }, "read")],
  ["an object in a listed field", (logger) => logger.info({ code: { name: canary } }, "read")],
  ["an argument of a format", (logger) => logger.info("read %s", canary)],
  ["a request object", (logger) => logger.info({ req: { url: `/x?name=${canary}` } }, "request")],
])("%s leaves no patient data in the log", (_name, write) => {
  const text = logged(write);
  expect(text).not.toContain(canary);
  expect(JSON.parse(text)).toMatchObject({ pid: process.pid });
});

test("codes, counts and the place of a fault are kept", () => {
  const entry = JSON.parse(
    logged((logger) => logger.error({ count: 3, error: databaseFault() }, "failed")),
  );
  expect(entry).toMatchObject({
    level: "error",
    msg: "failed",
    count: 3,
    error: { code: "22P02" },
  });
  expect(entry.error.stack[0]).toContain("logger.test.ts");
});
