import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processExists } from "../database/postgres-cluster.ts";
import { bundleForChild, type ChildProgram } from "../testing/bundle-for-child.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { gracefulStop, stopOnSignals } from "./graceful-stop.ts";
import { readiness } from "./readiness.ts";
import { superviseChild } from "./supervise-child.ts";

async function until(condition: () => boolean): Promise<void> {
  for (let wait = 0; !condition(); wait += 1) {
    if (wait > 500) throw new Error("did not happen in time");
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

describe("a graceful stop", () => {
  test("stops in reverse order, once, past a part that fails or hangs", async () => {
    const order: string[] = [];
    const stop = gracefulStop({ stepTimeoutMs: 50 });
    const step = (name: string, outcome: () => Promise<void>) =>
      stop.add({
        name,
        stop: () => {
          order.push(name);
          return outcome();
        },
      });
    step("database", () => Promise.resolve());
    step("worker", () => Promise.reject(new Error("failed")));
    step("hanging", () => new Promise(() => undefined));
    step("server", () => Promise.resolve());
    await Promise.all([stop.stop("SIGTERM"), stop.stop("SIGINT")]);
    await stop.stopped;
    expect(order).toEqual(["server", "hanging", "worker", "database"]);
  });

  test("a first signal stops, a second one ends at once", async () => {
    const codes: number[] = [];
    let finish: () => void = () => undefined;
    const stop = gracefulStop();
    stop.add({
      name: "slow",
      stop: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const detach = stopOnSignals(stop, (code) => codes.push(code));
    try {
      process.emit("SIGTERM", "SIGTERM");
      process.emit("SIGINT", "SIGINT");
      expect(codes).toEqual([130]);
      finish();
      await until(() => codes.length === 2);
      expect(codes).toEqual([130, 0]);
    } finally {
      detach();
    }
  });
});

describe("readiness", () => {
  test("names the parts that fail or do not answer, by code", async () => {
    const ready = readiness({ timeoutMs: 30 });
    ready.add("clock", () => Promise.resolve());
    expect(await ready.report()).toEqual({ ready: true, faults: [] });
    ready.add("database", () => Promise.reject(Object.assign(new Error("x"), { code: "57P03" })));
    ready.add("store", () => new Promise(() => undefined));
    expect(await ready.report()).toEqual({
      ready: false,
      faults: [
        { component: "database", code: "57P03" },
        { component: "store", code: "TIMEOUT" },
      ],
    });
  });

  test("ends when the program is stopping", async () => {
    const ready = readiness();
    ready.leave();
    expect(await ready.report()).toMatchObject({ ready: false });
  });
});

describe("a supervised child", () => {
  let folder: string;
  let child: ChildProgram;
  let parent: ChildProgram;
  const entry = (name: string) =>
    bundleForChild(fileURLToPath(new URL(`../testing/${name}`, import.meta.url)));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "headwater-child-"));
    child = await entry("supervised-process.ts");
    parent = await entry("supervising-process.ts");
  });
  afterAll(async () => {
    await child.remove();
    await parent.remove();
    await removeFolder(folder);
  });

  const pids = (file: string) =>
    existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : [];

  test("is started again when it is killed, and its instance is reported", async () => {
    const file = join(folder, "killed");
    const lost: string[] = [];
    const supervised = superviseChild({
      module: child.path,
      args: [file],
      onLost: async (instance) => {
        lost.push(instance);
      },
    });
    await until(() => pids(file).length === 1);
    process.kill(pids(file)[0] ?? 0, "SIGKILL");
    await until(() => pids(file).length === 2);
    await supervised.stop();
    expect(lost).toHaveLength(1);
    expect(pids(file).some(processExists)).toBe(false);
  });

  test("that fails at once is started with growing pauses, not in a tight loop", async () => {
    const file = join(folder, "failing");
    const supervised = superviseChild({ module: child.path, args: [file, "fail"] });
    await new Promise((wake) => setTimeout(wake, 1500));
    await supervised.stop();
    expect(pids(file).length).toBeLessThan(5);
  });

  test("that does not hear the request to stop is ended", async () => {
    const file = join(folder, "deaf");
    const supervised = superviseChild({
      module: child.path,
      args: [file, "deaf"],
      stopTimeoutMs: 200,
    });
    await until(() => pids(file).length === 1);
    await supervised.stop();
    expect(pids(file).some(processExists)).toBe(false);
  });

  test("ends itself when its parent is killed", async () => {
    const file = join(folder, "orphan");
    const supervising = spawn(process.execPath, [parent.path, child.path, file], {
      stdio: "ignore",
    });
    await until(() => pids(file).length === 1);
    supervising.kill("SIGKILL");
    await once(supervising, "exit");
    await until(() => !pids(file).some(processExists));
  });
});
