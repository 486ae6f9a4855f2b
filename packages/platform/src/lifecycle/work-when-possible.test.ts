import { expect, test } from "vitest";
import { workWhenPossible } from "./work-when-possible.ts";

const fault = (code: string) => Object.assign(new Error("no"), { code });

test("waits for room and for the database, tells of both ends, then is done", async () => {
  const faults = [fault("53100"), fault("ECONNREFUSED"), fault("DISK_FULL")];
  const told: (string | undefined)[] = [];
  await workWhenPossible(
    {
      signal: new AbortController().signal,
      pausesMs: [0],
      onWait: (code) => told.push(code),
      onResume: () => told.push("resumed"),
    },
    async () => {
      const next = faults.shift();
      if (next) throw next;
    },
  );
  expect(told).toEqual(["53100", "resumed"]);
});

test("any other fault is thrown at once", async () => {
  const { signal } = new AbortController();
  const work = workWhenPossible({ signal }, () => Promise.reject(fault("23505")));
  await expect(work).rejects.toMatchObject({ code: "23505" });
});

test("an order to stop ends the waiting, and no work begins after it", async () => {
  const stop = new AbortController();
  let runs = 0;
  await workWhenPossible(
    { signal: stop.signal, pausesMs: [60_000], onWait: () => stop.abort() },
    () => {
      runs += 1;
      return Promise.reject(fault("ENOSPC"));
    },
  );
  expect(runs).toBe(1);
});
