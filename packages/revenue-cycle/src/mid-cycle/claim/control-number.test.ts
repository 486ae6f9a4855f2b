import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import {
  controlNumberOf,
  controlNumberRoot,
  lineItemControlNumberOf,
  mostVersions,
  readControlNumber,
} from "./control-number.ts";

const characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const serial = fc.integer({ min: 1, max: 2 ** 40 - 1 });
const version = fc.integer({ min: 1, max: mostVersions });
const number = fc
  .tuple(serial, version)
  .map(([one, other]) => controlNumberOf({ root: controlNumberRoot(one), version: other }));

describe("control numbers", () => {
  test("are read back, in any case and with blanks around", () => {
    fc.assert(
      fc.property(serial, version, (one, other) => {
        const root = controlNumberRoot(one);
        const written = controlNumberOf({ root, version: other });
        expect(readControlNumber(` ${written.toLowerCase()} `)).toEqual({ root, version: other });
        expect(written.length).toBeLessThanOrEqual(17);
        expect(controlNumberKey(written)).toBe(written);
      }),
    );
  });

  test("of different claims or versions differ in their first ten characters", () => {
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(one.slice(0, 10) === other.slice(0, 10)).toBe(one === other);
      }),
    );
  });

  test("with one character misread are none", () => {
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(...characters),
        (written, place, character) => {
          fc.pre(written[place] !== character);
          const misread = written.slice(0, place) + character + written.slice(place + 1);
          expect(readControlNumber(misread)).toBeUndefined();
        },
      ),
    );
  });

  test.each([
    ["", undefined],
    ["2201", undefined],
    ["HABCDEFGH", undefined],
    ["HOOOOOOOO1A", undefined],
  ])("%s is none of ours", (written, expected) => {
    expect(readControlNumber(written)).toBe(expected);
  });

  test("neighbouring claims do not look alike", () => {
    const roots = [1, 2, 3, 4].map(controlNumberRoot);
    expect(new Set(roots.map((root) => root.slice(0, 2))).size).toBe(4);
  });

  test("have room for 31 versions and serial numbers below 2^40", () => {
    const root = controlNumberRoot(1);
    expect(() => controlNumberOf({ root, version: 0 })).toThrow(RangeError);
    expect(() => controlNumberOf({ root, version: 32 })).toThrow(RangeError);
    expect(() => controlNumberRoot(0)).toThrow(RangeError);
    expect(() => controlNumberRoot(2 ** 40)).toThrow(RangeError);
  });

  test("lines have numbers of their own", () => {
    const written = controlNumberOf({ root: controlNumberRoot(7), version: 1 });
    expect(lineItemControlNumberOf(written, 12)).toBe(`${written}L12`);
    expect(lineItemControlNumberOf(written, 50).length).toBeLessThanOrEqual(30);
  });
});
