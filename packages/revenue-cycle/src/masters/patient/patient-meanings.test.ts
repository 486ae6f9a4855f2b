import { expect, test } from "vitest";
import { patientMeanings } from "./patient-meanings.ts";

const none = {
  bornOn: undefined,
  names: [],
  chartNumber: undefined,
  memberIdKey: undefined,
  phone: undefined,
};

test.each<[string, Partial<ReturnType<typeof patientMeanings>>]>([
  ["Ortiz", { names: [["ortiz", undefined]], chartNumber: "ORTIZ" }],
  ["ortiz, lena", { names: [["ortiz", "lena"]] }],
  [
    "Lena Ortiz",
    {
      names: [
        ["lena ortiz", undefined],
        ["lena", "ortiz"],
        ["ortiz", "lena"],
      ],
    },
  ],
  ["ortiz 2/3/1980", { names: [["ortiz", undefined]], chartNumber: "ORTIZ", bornOn: "1980-02-03" }],
  ["1980-02-03", { bornOn: "1980-02-03" }],
  ["13/40/1980", { memberIdKey: "13401980" }],
  ["(518) 555-0100", { phone: "5185550100", memberIdKey: "5185550100" }],
  ["w1234 56", { memberIdKey: "W123456" }],
  ["A-100", { chartNumber: "A-100", memberIdKey: "A100" }],
  ["", {}],
  ["%_%", {}],
])("%s", (text, expected) => {
  expect(patientMeanings(text)).toEqual({ ...none, ...expected });
});
