import { describe, expect, test } from "vitest";
import { readConfiguration, settings } from "./configuration.ts";

test("defaults are enough to start", () => {
  const configuration = readConfiguration({});
  expect(configuration).toMatchObject({ host: "127.0.0.1", port: 4680, databaseUrl: undefined });
  expect(configuration.uploadLimitBytes).toBe(200 * 1024 * 1024);
});

test("an empty variable is absent", () => {
  expect(readConfiguration({ PORT: "", DATABASE_URL: "" }).port).toBe(4680);
});

test("proxies are addresses and networks of both families", () => {
  const HEADWATER_TRUSTED_PROXIES = " 127.0.0.1, 10.0.0.0/8,fd00::/8 ,::1";
  expect(readConfiguration({ HEADWATER_TRUSTED_PROXIES }).trustedProxies).toEqual([
    "127.0.0.1",
    "10.0.0.0/8",
    "fd00::/8",
    "::1",
  ]);
  expect(readConfiguration({}).trustedProxies).toEqual([]);
});

test("the key is given or named, not both", () => {
  const key = Buffer.alloc(32, 7).toString("base64");
  expect(readConfiguration({ HEADWATER_MASTER_KEY: key }).masterKey).toBe(key);
  expect(readConfiguration({ HEADWATER_MASTER_KEY_FILE: "/k" }).masterKeyFile).toBe("/k");
  expect(() =>
    readConfiguration({ HEADWATER_MASTER_KEY: key, HEADWATER_MASTER_KEY_FILE: "/k" }),
  ).toThrow("CONFIG_INVALID: HEADWATER_MASTER_KEY_FILE");
});

describe("a wrong value is named by its variable and its rule, without the value", () => {
  const cases: [string, string][] = [
    ["PORT", "70000"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://secret@host/x"],
    ["HEADWATER_POOL_SIZE", "1"],
    ["HEADWATER_LOG_LEVEL", "loud"],
    ["HEADWATER_SECURE_COOKIES", "perhaps"],
    ["HEADWATER_MASTER_KEY", "short"],
    ["HEADWATER_MASTER_KEY", Buffer.alloc(33).toString("base64")],
    ["HEADWATER_TRUSTED_PROXIES", "proxy.example"],
    ["HEADWATER_TRUSTED_PROXIES", "10.0.0.1, true"],
    ["HEADWATER_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["HEADWATER_TRUSTED_PROXIES", "0.0.0.0/0"],
    ["HEADWATER_TRUSTED_PROXIES", "fd00::/200"],
  ];
  test.each(cases)("%s=%s", (name, value) => {
    let message = "";
    try {
      readConfiguration({ [name]: value });
    } catch (error) {
      message = String(error);
    }
    const rule = settings[name as keyof typeof settings].rule;
    expect(message).toContain(`CONFIG_INVALID: ${name} ${rule}`);
    expect(message).not.toContain(value);
  });
});
