import { type Role, roles } from "@headwater/code-sets/closed-lists.ts";
import { describe, expect, test } from "vitest";
import { actingRole } from "./acting-role.ts";
import { permissionsOf } from "./permissions.ts";

describe("acting in a role", () => {
  test.each<[readonly Role[], string, Role | undefined]>([
    [["owner", "administrator"], "coder", "coder"],
    [["owner"], "auditor", "auditor"],
    [["manager"], "biller", "biller"],
    [["coder"], "coder", "coder"],
    [["coder"], "manager", undefined],
    [["front-desk"], "biller", undefined],
    [["owner"], "patient", undefined],
    [["owner"], "king", undefined],
    [[], "coder", undefined],
  ])("%s as %s", (held, wanted, expected) => {
    expect(actingRole(held, wanted)).toBe(expected);
  });

  test("never allows what is not held", () => {
    for (const held of roles) {
      for (const wanted of roles) {
        const acting = actingRole([held], wanted);
        if (acting === undefined) continue;
        const own = new Set(permissionsOf([held]));
        expect(permissionsOf([acting]).filter((permission) => !own.has(permission))).toEqual([]);
      }
    }
  });
});
