import { expect, test } from "vitest";
import { isTransient, retryTransient } from "./retry.ts";

const fault = (code: string) => Object.assign(new Error("fault"), { code });

test.each([
  ["a serialization failure", fault("40001"), true],
  ["a deadlock", fault("40P01"), true],
  ["an administrator's shutdown", fault("57P01"), true],
  ["a lost connection", fault("08006"), true],
  ["a refused connection", fault("ECONNREFUSED"), true],
  ["a socket that is gone", Object.assign(fault("ENOENT"), { syscall: "connect" }), true],
  ["a file that is missing", Object.assign(fault("ENOENT"), { syscall: "open" }), false],
  ["a connection that ended under a query", new Error("Connection terminated unexpectedly"), true],
  ["a duplicate key", fault("23505"), false],
  ["a refused permission", fault("42501"), false],
  ["a fault of our own", new Error("x"), false],
])("%s is transient: %s", (_name, error, transient) => {
  expect(isTransient(error)).toBe(transient);
});

test("waits longer each time, under a cap, and gives up after the last attempt", async () => {
  const waits: number[] = [];
  let runs = 0;
  const attempt = retryTransient(
    {
      attempts: 5,
      baseDelayMs: 100,
      maxDelayMs: 500,
      random: () => 1,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
    () => {
      runs += 1;
      return Promise.reject(fault("40001"));
    },
  );
  await expect(attempt).rejects.toMatchObject({ code: "40001" });
  expect(runs).toBe(5);
  expect(waits).toEqual([200, 400, 500, 500]);
});

test("what is not transient is thrown at once", async () => {
  let runs = 0;
  const attempt = retryTransient({ attempts: 5 }, () => {
    runs += 1;
    return Promise.reject(fault("23505"));
  });
  await expect(attempt).rejects.toMatchObject({ code: "23505" });
  expect(runs).toBe(1);
});
