import { expect, test } from "vitest";
import { readServices, servicesText } from "./read-services.ts";

test.each([
  ["", []],
  ["99213", [{ procedureCode: "99213", modifiers: [], units: 1 }]],
  [
    "99213-25, 97110-gp-59x2",
    [
      { procedureCode: "99213", modifiers: ["25"], units: 1 },
      { procedureCode: "97110", modifiers: ["GP", "59"], units: 2 },
    ],
  ],
  ["J3301x4", [{ procedureCode: "J3301", modifiers: [], units: 4 }]],
  ["9921", undefined],
  ["99213-2", undefined],
])("procedures typed as %j", (text, services) => {
  expect(readServices(text)).toEqual(services);
});

test("procedures as one line are read back", () => {
  const line = servicesText([
    { procedureCode: "99213", modifiers: "25", units: 1 },
    { procedureCode: "97110", modifiers: "", units: 2 },
  ]);
  expect(line).toBe("99213-25 97110x2");
  expect(readServices(line)).toHaveLength(2);
});
