import { expect, test } from "vitest";
import { isBai2, readBai2 } from "./read-bai2.ts";

/** One account: a payment with its trace in an addendum that is cut by the record, a lockbox, a debit. */
const lines = [
  "01,BANK,PRACTICE,260302,0700,1,80,1,2/",
  "02,PRACTICE,BANK,1,260301,,USD,2/",
  "03,000123456,USD,010,500000,,,100,123456,3,Z/",
  "88,015,600000,,/",
  "16,142,6000,Z,BR1,,HCCLAIMPMT ORIG CO NAME:HARBOR MUTUAL  ENTRY DESCR:HCCLAIMPMT",
  "88,TRN*1*HMU22",
  "88,20260301*1362100008\\",
  "16,115,112356,V,260301,,LBX77,LB-0001,LOCKBOX 77/",
  "16,116,112356,Z,LBX77,0001/",
  "16,195,5100,S,5100,0,0,W9,,ORIGINATOR NAME: SUMMIT PLAN; REF 1, TWO/",
  "16,475,2500,Z,CHK,1001/",
  "49,1461768,10/",
  "98,1461768,1,12/",
  "99,1461768,1,14/",
];
const total = 500_000 + 123_456 + 600_000 + 6000 + 112_356 + 112_356 + 5100 + 2500;
const text = lines.join("\r\n").replaceAll("1461768", String(total));

test("the credits of a day with the traces of their addenda", () => {
  expect(isBai2(text)).toBe(true);
  expect(readBai2(text)).toEqual({
    issues: [],
    passedOver: 2,
    deposits: [
      {
        rowNumber: 5,
        depositedOn: "2026-03-01",
        cents: 6000,
        traceNumber: "HMU2220260301",
        payerName: "HARBOR MUTUAL",
        type: "ACH",
      },
      {
        rowNumber: 8,
        depositedOn: "2026-03-01",
        cents: 112_356,
        traceNumber: "LB-0001",
        payerName: "",
        type: "lockbox",
      },
      {
        rowNumber: 10,
        depositedOn: "2026-03-01",
        cents: 5100,
        traceNumber: "W9",
        payerName: "SUMMIT PLAN",
        type: "wire",
      },
    ],
  });
});

const codes = (changed: string) => readBai2(changed).issues.map(({ code, line }) => [code, line]);

test.each<[string, string, (string | number)[][]]>([
  ["a cent more in a detail", text.replace("16,142,6000", "16,142,6001"), [["BAI2_TOTAL", 12]]],
  ["a total that lies", text.replace(`98,${total}`, "98,1"), [["BAI2_TOTAL", 13]]],
  [
    "a record too few",
    text.replace("99,", "99,").replace(",1,14/", ",1,13/"),
    [["BAI2_COUNT", 14]],
  ],
  ["cut off", text.split("\r\n").slice(0, 12).join("\n"), [["BAI2_CUT_OFF", 12]]],
  ["dollars and cents", text.replace("16,142,6000", "16,142,60.00"), [["BAI2_AMOUNT", 5]]],
  ["another currency", text.replace("260301,,USD", "260301,,EUR"), [["BAI2_CURRENCY", 2]]],
  ["a day that is none", text.replace("260301,,USD", "260230,,USD"), [["BAI2_DATE", 2]]],
  ["a record of no type", text.replace("16,475", "17,475"), [["BAI2_RECORD_UNKNOWN", 11]]],
  ["an account outside of a group", text.replace("\n02,", "\n03,"), [["BAI2_RECORD_MISPLACED", 2]]],
])("%s is refused, and where", (_, changed, expected) => {
  expect(codes(changed).slice(0, 1)).toEqual(expected);
});

test("changing any amount by one cent is told", () => {
  const amounts = [...text.matchAll(/^(?:16,\d+,|88,015,)(\d+)/gm)];
  expect(amounts.length).toBe(6);
  for (const match of amounts) {
    const at = match.index + match[0].length;
    const amount = Number(match[1]);
    const changed = text.slice(0, at - String(amount).length) + String(amount + 1) + text.slice(at);
    expect(codes(changed)[0]?.[0]).toBe("BAI2_TOTAL");
  }
});

test.each(["date,amount,trace,payer,type", "ISA*00*          *00*", "01 a letter", "01,2,3"])(
  "%s is no BAI2 file",
  (other) => {
    expect(isBai2(other)).toBe(false);
  },
);
