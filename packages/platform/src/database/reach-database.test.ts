import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { openDatabase } from "./connect.ts";

const secret = "hush";
const open = (databaseUrl: string, onPoolError?: (error: Error) => void) =>
  openDatabase({
    databaseUrl,
    reachWithinMs: 600,
    embedded: { dataFolder: "/nonexistent" },
    ...(onPoolError ? { onPoolError } : {}),
  });

test.each([
  ["nobody listens", `postgres://me:${secret}@127.0.0.1:1/x`, "127.0.0.1:1 (ECONNREFUSED)"],
  [
    "nobody listens on any address of the name",
    `postgres://me:${secret}@localhost:1/x`,
    "localhost:1 (",
  ],
  ["the name is unknown", `postgres://me:${secret}@absent.invalid/x`, "absent.invalid:5432 (E"],
])(
  "%s: the place and the code are named after a while, the password never",
  async (_name, url, place) => {
    let waits = 0;
    const started = Date.now();
    const attempt = open(url, () => {
      waits += 1;
    });
    await expect(attempt).rejects.toMatchObject({
      code: "DATABASE_UNREACHABLE",
      message: expect.stringContaining(place),
    });
    await expect(attempt).rejects.not.toMatchObject({ message: expect.stringContaining(secret) });
    expect(Date.now() - started).toBeGreaterThan(300);
    expect(waits).toBe(1);
  },
);

test("somebody else's door is named too", async () => {
  const door = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((listening) => door.listen(0, "127.0.0.1", listening));
  const { port } = door.address() as AddressInfo;
  const attempt = open(`postgres://me:${secret}@127.0.0.1:${port}/x`);
  await expect(attempt).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE" });
  door.close();
});
