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

describe("a wrong value is named by its variable and its rule, without the value", () => {
  const cases: [string, string][] = [
    ["PORT", "70000"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://secret@host/x"],
    ["HEADWATER_POOL_SIZE", "1"],
    ["HEADWATER_LOG_LEVEL", "loud"],
    ["HEADWATER_SECURE_COOKIES", "perhaps"],
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
