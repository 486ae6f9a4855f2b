import { describe, expect, it } from "vitest";
import { streamOfSeed } from "./keyed-stream.ts";

describe("numbers by key", () => {
  const stream = streamOfSeed(7).at("patient", 3);

  it("are the same on every machine", () => {
    const drawn = ["a", "b", "c"].map((purpose) => stream.number(purpose));
    expect(drawn).toMatchInlineSnapshot(`
      [
        629611343,
        1898804039,
        3625239386,
      ]
    `);
  });

  it("depend on seed, path and purpose, and on nothing drawn before", () => {
    const again = streamOfSeed(7).at("patient", 3);
    again.number("something else");
    expect(again.number("a")).toBe(stream.number("a"));
    expect(streamOfSeed(8).at("patient", 3).number("a")).not.toBe(stream.number("a"));
    expect(streamOfSeed(7).at("patient", 4).number("a")).not.toBe(stream.number("a"));
    expect(stream.number("b")).not.toBe(stream.number("a"));
  });

  it("fill their range evenly", () => {
    const counts = Array.from({ length: 10 }, () => 0);
    const root = streamOfSeed(1);
    for (let at = 0; at < 20_000; at += 1) {
      const drawn = root.at("x", at).below("digit", 10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("follow weights and shares", () => {
    const root = streamOfSeed(2);
    let heavy = 0;
    let happened = 0;
    const list = [
      { weight: 3, name: "heavy" },
      { weight: 1, name: "light" },
    ] as const;
    for (let at = 0; at < 8000; at += 1) {
      const one = root.at("y", at);
      if (one.weighted("which", list).name === "heavy") heavy += 1;
      if (one.happens("rare", 50)) happened += 1;
    }
    expect(Math.abs(heavy - 6000)).toBeLessThan(200);
    expect(Math.abs(happened - 400)).toBeLessThan(80);
  });
});
