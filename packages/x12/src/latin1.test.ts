import { expect, test, vi } from "vitest";
import { latin1Bytes } from "./latin1.ts";

test.each([
  ["ASCII", "ISA*00*"],
  ["bytes above 127", "\u00c5LDER \u00ff"],
])("what runs without Node's own decoder reads the same: %s", async (_name, text) => {
  const getBuiltin = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
  vi.resetModules();
  const { latin1Text } = await import("./latin1.ts");
  getBuiltin.mockRestore();
  expect(latin1Text(latin1Bytes(text)).text).toBe(text);
});
