import { mkdtemp, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roles } from "@headwater/code-sets/closed-lists.ts";
import { generateSync } from "otplib/functional";
import { expect, test } from "vitest";
import { seededRandom, systemRandom } from "../random/random.ts";
import { removeFolder } from "../testing/remove-folder.ts";
import { loadMasterKey, masterKey } from "./master-key.ts";
import { hashPassword, passwordRefusal, verifyPassword } from "./password.ts";
import { holds, mayGrant, permissionNames, permissions, permissionsOf } from "./permissions.ts";
import { acceptedTotpStep, newTotpSecret } from "./totp.ts";

test("a password is hashed by argon2id with 19 MiB, two passes, one lane", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, "correct horse battery")).toBe(true);
  expect(await verifyPassword(hash, "correct horse batterY")).toBe(false);
  expect(await verifyPassword(undefined, "no account has this password")).toBe(false);
});

test("composed and decomposed letters are the same password", async () => {
  const hash = await hashPassword("caf\u00e9 au lait matin");
  expect(await verifyPassword(hash, "cafe\u0301 au lait matin")).toBe(true);
});

test.each([
  ["elevenchars", "password_too_short"],
  ["x".repeat(257), "password_too_long"],
  ["my lena ortiz secret", "password_guessable"],
  ["lortiz-lortiz-9", "password_guessable"],
  ["aaaaaaaaaaaaaaaa", "password_guessable"],
  ["correct horse battery", undefined],
])("%s is %s", (password, refusal) => {
  expect(passwordRefusal(password, { email: "lortiz@example.org", name: "Lena Ortiz" })).toBe(
    refusal,
  );
});

test("what the key sealed opens for its own context only", () => {
  const key = masterKey(systemRandom.bytes(32), systemRandom);
  const sealed = key.seal("JBSWY3DPEHPK3PXP", "totp:a");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(key.unseal(sealed, "totp:a")).toBe("JBSWY3DPEHPK3PXP");
  const other = masterKey(systemRandom.bytes(32), systemRandom);
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
  for (const open of [
    () => key.unseal(sealed, "totp:b"),
    () => key.unseal(changed, "totp:a"),
    () => other.unseal(sealed, "totp:a"),
  ]) {
    expect(open).toThrow("MASTER_KEY_WRONG");
  }
});

test("the key's file is made once and readable by its owner alone", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "headwater-key-"));
  try {
    const [first, second] = await Promise.all([
      loadMasterKey({ dataFolder }, systemRandom),
      loadMasterKey({ dataFolder }, systemRandom),
    ]);
    expect(second.unseal(first.seal("x", "y"), "y")).toBe("x");
    expect((await stat(join(dataFolder, "master.key"))).mode & 0o777).toBe(0o600);
    const given = Buffer.from(seededRandom("k").bytes(32)).toString("base64");
    const shared = await loadMasterKey({ given, dataFolder }, systemRandom);
    expect(() => shared.unseal(first.seal("x", "y"), "y")).toThrow("MASTER_KEY_WRONG");
    await expect(loadMasterKey({ given: "short", dataFolder }, systemRandom)).rejects.toThrow(
      "MASTER_KEY_INVALID",
    );
    const file = join(dataFolder, "named.key");
    await expect(loadMasterKey({ file, dataFolder }, systemRandom)).rejects.toThrow(
      /^MASTER_KEY_FILE_UNREADABLE: .*named.key cannot be read \(ENOENT\)$/,
    );
    await writeFile(file, `${given}\n`);
    const named = await loadMasterKey({ file, dataFolder }, systemRandom);
    expect([named.id, named.exported()]).toEqual([shared.id, given]);
    expect((await readdir(dataFolder)).sort()).toEqual(["master.key", "named.key"]);
  } finally {
    await removeFolder(dataFolder);
  }
});

test("a code is good for its half minute and its neighbours, and once", () => {
  const secret = newTotpSecret();
  const now = new Date("2026-03-08T07:00:10Z");
  const at = (seconds: number) =>
    generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + seconds });
  const step = Math.floor(now.getTime() / 30_000);
  expect(acceptedTotpStep(secret, at(0), { now, lastStep: 0 })).toBe(step);
  expect(acceptedTotpStep(secret, at(-30), { now, lastStep: 0 })).toBe(step - 1);
  expect(acceptedTotpStep(secret, at(0), { now, lastStep: step })).toBeUndefined();
  expect(acceptedTotpStep(secret, at(-30), { now, lastStep: step })).toBeUndefined();
  expect(acceptedTotpStep(secret, at(-120), { now, lastStep: 0 })).toBeUndefined();
  expect(acceptedTotpStep(secret, "12345", { now, lastStep: 0 })).toBeUndefined();
});

test("the table of permissions names known roles only, and every permission is held", () => {
  for (const permission of permissionNames) {
    expect(permissions[permission].length).toBeGreaterThan(0);
    for (const role of permissions[permission]) expect(roles).toContain(role);
    for (const lead of ["owner", "administrator", "operator"] as const) {
      expect(holds([lead], permission)).toBe(true);
    }
  }
});

test("an auditor changes nothing and a patient sees nothing", () => {
  const readOnly = permissionsOf(["auditor"]);
  expect(readOnly.every((permission) => permission.endsWith(".read"))).toBe(true);
  expect(permissionsOf(["patient"])).toEqual([]);
  expect(permissionsOf([])).toEqual([]);
});

test("nobody grants what he does not hold", () => {
  expect(mayGrant(["owner"], ["biller", "auditor"])).toBe(true);
  expect(mayGrant(["manager"], ["owner"])).toBe(false);
  expect(mayGrant(["poster", "coder"], ["coder"])).toBe(true);
});
