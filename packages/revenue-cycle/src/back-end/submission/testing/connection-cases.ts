import { describe, expect, test } from "vitest";
import type { Connection } from "../connection.ts";

/** A connection under test, and the far end's view of its folders. */
export type ConnectionUnderTest = {
  readonly connection: Connection;
  /** A file of the receiver's outbox; undefined when there is none. */
  readonly received: (name: string) => Promise<Buffer | undefined>;
  /** Everything in it, hidden files too. */
  readonly listed: () => Promise<readonly string[]>;
  /** The far end puts a file into our inbox. */
  readonly arrives: (name: string, bytes: Uint8Array) => Promise<void>;
  /** The far end finds part of a file that broke off. */
  readonly brokenOff: (name: string, bytes: Uint8Array) => Promise<void>;
};

const bytes = Buffer.from("ISA*00*~GS*HC~".repeat(20_000), "latin1");

/** What every kind of connection does alike. */
export function describeConnection(kind: string, open: () => ConnectionUnderTest): void {
  describe(`a connection through ${kind}`, () => {
    test("hands a file over whole, once, and never overwrites another's", async () => {
      const { connection, received, listed } = open();
      const file = { name: "claims-000000001.837", bytes };
      expect(await connection.handOver(file)).toEqual({ is: "handed-over" });
      expect((await received(file.name))?.equals(bytes)).toBe(true);
      expect(await connection.handOver(file)).toEqual({ is: "there-already" });
      const other = { ...file, bytes: bytes.subarray(1) };
      expect(await connection.handOver(other)).toEqual({ is: "name-taken" });
      expect((await received(file.name))?.equals(bytes)).toBe(true);
      expect(await listed()).toEqual([file.name]);
    });

    test("goes on after a sending that broke off", async () => {
      const { connection, received, brokenOff, listed } = open();
      const name = "claims-000000002.837";
      await brokenOff(name, bytes.subarray(0, 1000));
      expect(await connection.handOver({ name, bytes })).toEqual({ is: "handed-over" });
      expect((await received(name))?.equals(bytes)).toBe(true);
      expect(await listed()).toContain(name);
      expect((await listed()).filter((one) => one.endsWith(".part"))).toEqual([]);
    });

    test("lists what waits by name, reads it, and lists what is taken no more", async () => {
      const { connection, arrives } = open();
      await arrives("b.835", bytes);
      await arrives("a.277", Buffer.from("ST*277~"));
      expect(await connection.waiting()).toEqual([
        { name: "a.277", byteLength: 7 },
        { name: "b.835", byteLength: bytes.length },
      ]);
      const pieces: Uint8Array[] = [];
      for await (const piece of connection.read("b.835")) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      await connection.taken("b.835");
      expect((await connection.waiting()).map(({ name }) => name)).toEqual(["a.277"]);
    });

    test("keeps two files of one name that came one after the other", async () => {
      const { connection, arrives } = open();
      for (const text of ["one", "two"]) {
        await arrives("same.999", Buffer.from(text));
        await connection.taken("same.999");
      }
      expect((await connection.waiting()).map(({ name }) => name)).not.toContain("same.999");
    });

    test("takes no name that leads elsewhere", async () => {
      const { connection } = open();
      await expect(
        (async () => connection.handOver({ name: "../out.837", bytes }))(),
      ).rejects.toThrow("CONNECTION_NAME_UNSAFE");
    });
  });
}
