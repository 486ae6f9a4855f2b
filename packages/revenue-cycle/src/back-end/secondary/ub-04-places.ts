import { at, type FormPlace, right } from "./form-place.ts";

/**
 * Where each form locator of the UB-04 (CMS-1450) is printed: 10 characters and 6 lines to the inch, 82
 * columns, lines counted from the top of the paper. Measured against two open systems that print on the
 * preprinted form: VistA's form file (line, first column and length of each locator) and the billing
 * forms of another in inches from the paper's edges. They agree on every line, and on the first columns
 * within half a character, but for locator 71, where they are one apart. Names and lengths of the locators: CMS 100-04 chapter 25 section 75.
 * Locators 7, 30, 37, 49, 68, 73 and 75 are reserved; an 837I has nothing for 55 and 65.
 */
const single: Readonly<Record<string, FormPlace>> = {
  "1.name": at(2, 1, 25),
  "1.street": at(3, 1, 25),
  "1.place": at(4, 1, 25),
  "1.phone": at(5, 1, 10),
  "2.name": at(2, 27, 24),
  "2.street": at(3, 26, 25),
  "2.place": at(4, 26, 25),
  "3a": at(2, 54, 24),
  "3b": at(3, 54, 24),
  "4": at(3, 78, 4),
  "5": at(5, 51, 10),
  "6.from": at(5, 62, 6),
  "6.through": at(5, 69, 6),
  "8a": at(6, 12, 19),
  "8b": at(7, 2, 29),
  "9a": at(6, 42, 40),
  "9b": at(7, 32, 30),
  "9c": at(7, 65, 2),
  "9d": at(7, 69, 10),
  "9e": at(7, 80, 3),
  "10": at(9, 1, 8),
  "11": at(9, 10, 1),
  "12": at(9, 13, 6),
  "13": at(9, 19, 2),
  "14": at(9, 22, 1),
  "15": at(9, 25, 1),
  "16": at(9, 28, 2),
  "17": at(9, 31, 2),
  "29": at(9, 67, 2),
  "38.1": at(13, 2, 41),
  "38.2": at(14, 2, 41),
  "38.3": at(15, 2, 41),
  "38.4": at(16, 2, 41),
  "42.total": at(41, 1, 4),
  "43.page": right(41, 10, 3),
  "43.pages": right(41, 16, 3),
  "45.created": at(41, 46, 6),
  "47.total": right(41, 60, 10),
  "48.total": right(41, 70, 10),
  "56": at(42, 68, 15),
  "66": at(55, 1, 1),
  "69": at(56, 5, 7),
  "70a": at(56, 17, 7),
  "70b": at(56, 24, 7),
  "70c": at(56, 31, 7),
  "71": at(56, 43, 4),
  "80.1": at(61, 6, 19),
  "80.2": at(62, 1, 24),
  "80.3": at(63, 1, 24),
  "80.4": at(64, 1, 24),
};

type Places = readonly (readonly [string, FormPlace])[];

const rows = ["a", "b"];

/** 18 to 28, in the order they are filled. */
const conditions: Places = Array.from({ length: 11 }, (_, index) => [
  String(18 + index),
  at(9, 34 + index * 3, 2),
]);

/** 31 to 34, first their rows a. */
const occurrences: Places = rows.flatMap((row, line) =>
  [31, 32, 33, 34].flatMap((locator, index): Places => {
    const column = 1 + index * 10;
    return [
      [`${locator}${row}`, at(11 + line, column, 2)],
      [`${locator}${row}.date`, at(11 + line, column + 4, 6)],
    ];
  }),
);

const spans: Places = rows.flatMap((row, line) =>
  [35, 36].flatMap((locator, index): Places => {
    const column = 41 + index * 17;
    return [
      [`${locator}${row}`, at(11 + line, column, 2)],
      [`${locator}${row}.from`, at(11 + line, column + 4, 6)],
      [`${locator}${row}.through`, at(11 + line, column + 11, 6)],
    ];
  }),
);

/** 39 to 41, first their rows a; dollars end at the seventh column of the amount, cents at the tenth. */
const values: Places = ["a", "b", "c", "d"].flatMap((row, line) =>
  [39, 40, 41].flatMap((locator, index): Places => {
    const column = 44 + index * 13;
    return [
      [`${locator}${row}`, at(14 + line, column, 2)],
      [`${locator}${row}.amount`, right(14 + line, column + 3, 10)],
    ];
  }),
);

/** 50 to 55 and 57 to 64 of the payers A, B and C. */
const payers: Places = ["A", "B", "C"].flatMap(
  (row, line): Places => [
    [`50${row}`, at(43 + line, 1, 23)],
    [`51${row}`, at(43 + line, 24, 15)],
    [`52${row}`, at(43 + line, 39, 1)],
    [`53${row}`, at(43 + line, 42, 1)],
    [`54${row}`, right(43 + line, 44, 10)],
    [`57${row}`, at(43 + line, 68, 15)],
    [`58${row}`, at(47 + line, 1, 25)],
    [`59${row}`, at(47 + line, 27, 2)],
    [`60${row}`, at(47 + line, 30, 20)],
    [`61${row}`, at(47 + line, 50, 14)],
    [`62${row}`, at(47 + line, 65, 17)],
    [`63${row}`, at(51 + line, 1, 30)],
    [`64${row}`, at(51 + line, 32, 26)],
  ],
);

/** 67 and 67A to 67Q with their indicators of presence on admission. */
const diagnoses: Places = ["", ..."ABCDEFGHIJKLMNOPQ"].flatMap((letter, index): Places => {
  const line = 54 + Math.floor(index / 9);
  const column = 2 + (index % 9) * 8;
  return [
    [`67${letter}`, at(line, column, 7)],
    [`67${letter}.present`, at(line, column + 7, 1)],
  ];
});

const externalCauses: Places = ["a", "b", "c"].flatMap((letter, index): Places => {
  const column = 49 + index * 8;
  return [
    [`72${letter}`, at(56, column, 7)],
    [`72${letter}.present`, at(56, column + 7, 1)],
  ];
});

const procedures: Places = ["", ..."abcde"].flatMap((letter, index): Places => {
  const line = 58 + Math.floor(index / 3) * 2;
  const column = 1 + (index % 3) * 15;
  return [
    [`74${letter}`, at(line, column, 7)],
    [`74${letter}.date`, at(line, column + 9, 6)],
  ];
});

/** 76 attending, 77 operating, 78 and 79 other providers. */
const providers: Places = [76, 77, 78, 79].flatMap((locator, index): Places => {
  const line = 57 + index * 2;
  const role: Places = locator < 78 ? [] : [[`${locator}.role`, at(line, 56, 2)]];
  return [
    ...role,
    [`${locator}.npi`, at(line, 59, 11)],
    [`${locator}.qualifier`, at(line, 72, 2)],
    [`${locator}.id`, at(line, 74, 9)],
    [`${locator}.last`, at(line + 1, 53, 16)],
    [`${locator}.first`, at(line + 1, 71, 12)],
  ];
});

const furtherCodes: Places = ["a", "b", "c", "d"].flatMap(
  (row, line): Places => [
    [`81${row}.qualifier`, at(61 + line, 27, 2)],
    [`81${row}.code`, at(61 + line, 29, 10)],
    [`81${row}.value`, at(61 + line, 39, 12)],
  ],
);

/** Service lines of one form; the line after them is for totals. */
export const linesOfUb04 = 22;

const services: Places = Array.from({ length: linesOfUb04 }, (_, index): Places => {
  const line = 19 + index;
  const item = (locator: number) => `${locator}[${index + 1}]`;
  return [
    [item(42), at(line, 1, 4)],
    [item(43), at(line, 6, 24)],
    [item(44), at(line, 31, 14)],
    [item(45), at(line, 46, 6)],
    [item(46), right(line, 53, 7)],
    [item(47), right(line, 60, 10)],
    [item(48), right(line, 70, 10)],
  ];
}).flat();

/** Every form locator that is filled, by number and part; `42[1]` is locator 42 of the first line. */
export const ub04Places: ReadonlyMap<string, FormPlace> = new Map([
  ...Object.entries(single),
  ...conditions,
  ...occurrences,
  ...spans,
  ...values,
  ...services,
  ...payers,
  ...diagnoses,
  ...externalCauses,
  ...procedures,
  ...providers,
  ...furtherCodes,
]);

const codesOf = (places: Places) =>
  places.map(([item]) => item).filter((item) => !item.includes("."));

/** The locators of each kind of code, in the order they are filled. */
export const ub04CodeItems = {
  conditions: codesOf(conditions),
  occurrences: codesOf(occurrences),
  spans: codesOf(spans),
  values: codesOf(values),
  diagnoses: codesOf(diagnoses),
  externalCauses: codesOf(externalCauses),
  procedures: codesOf(procedures),
  reasons: ["70a", "70b", "70c"],
} as const;

/** From the left edge of the paper to the first column, in points. */
export const ub04Left = 13;
