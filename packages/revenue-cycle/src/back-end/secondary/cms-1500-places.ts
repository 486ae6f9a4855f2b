/**
 * Where each item of the form CMS-1500 (02/12) is printed: its line from the top at 6 to the inch, its
 * first column at 10 to the inch, and how many characters it has room for. Measured on the form's grid:
 * CMS 100-04 chapter 26 section 30 (print file specifications) counts its lines from item 1, which is
 * line 8 of the paper; the NUCC manual for version 02/12 names the items.
 */
export type FormPlace = {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** Amounts and counts end at the last column. */
  readonly isRight?: true;
};

const at = (line: number, column: number, length: number): FormPlace => ({ line, column, length });
const right = (line: number, column: number, length: number): FormPlace => ({
  ...at(line, column, length),
  isRight: true,
});
const mark = (line: number, column: number): FormPlace => at(line, column, 1);

/** The items of the form by number and part; the carrier's address stands above them. */
export const cms1500Places = {
  "carrier.name": at(2, 41, 38),
  "carrier.line1": at(3, 41, 38),
  "carrier.line2": at(4, 41, 38),
  "carrier.place": at(5, 41, 38),
  "1.medicare": mark(8, 1),
  "1.medicaid": mark(8, 8),
  "1.tricare": mark(8, 15),
  "1.champva": mark(8, 24),
  "1.group": mark(8, 31),
  "1.feca": mark(8, 39),
  "1.other": mark(8, 45),
  "1a": at(8, 50, 29),
  "2": at(10, 1, 28),
  "3.month": at(10, 31, 2),
  "3.day": at(10, 34, 2),
  "3.year": at(10, 37, 4),
  "3.male": mark(10, 42),
  "3.female": mark(10, 47),
  "4": at(10, 50, 29),
  "5.street": at(12, 1, 28),
  "6.self": mark(12, 33),
  "6.spouse": mark(12, 38),
  "6.child": mark(12, 42),
  "6.other": mark(12, 47),
  "7.street": at(12, 50, 29),
  "5.city": at(14, 1, 24),
  "5.state": at(14, 26, 3),
  "7.city": at(14, 50, 23),
  "7.state": at(14, 74, 4),
  "5.zip": at(16, 1, 12),
  "7.zip": at(16, 50, 12),
  "9": at(18, 1, 28),
  "11": at(18, 50, 29),
  "9a": at(20, 1, 28),
  "10a.yes": mark(20, 35),
  "10a.no": mark(20, 41),
  "11a.month": at(20, 53, 2),
  "11a.day": at(20, 56, 2),
  "11a.year": at(20, 59, 4),
  "11a.male": mark(20, 68),
  "11a.female": mark(20, 75),
  "10b.yes": mark(22, 35),
  "10b.no": mark(22, 41),
  "10b.state": at(22, 45, 2),
  "10c.yes": mark(24, 35),
  "10c.no": mark(24, 41),
  "11c": at(24, 50, 29),
  "9d": at(26, 1, 28),
  "11d.yes": mark(26, 52),
  "11d.no": mark(26, 57),
  "12": at(29, 7, 21),
  "13": at(29, 56, 21),
  "14.month": at(32, 2, 2),
  "14.day": at(32, 5, 2),
  "14.year": at(32, 8, 4),
  "14.qualifier": at(32, 16, 3),
  "17.qualifier": at(34, 1, 2),
  "17": at(34, 4, 24),
  "17b": at(34, 33, 10),
  "18.fromMonth": at(34, 54, 2),
  "18.fromDay": at(34, 57, 2),
  "18.fromYear": at(34, 60, 4),
  "18.toMonth": at(34, 68, 2),
  "18.toDay": at(34, 71, 2),
  "18.toYear": at(34, 74, 4),
  "19": at(36, 1, 48),
  "20.no": mark(36, 57),
  "21.indicator": mark(37, 42),
  "21.A": at(38, 3, 8),
  "21.B": at(38, 16, 8),
  "21.C": at(38, 29, 8),
  "21.D": at(38, 42, 7),
  "21.E": at(39, 3, 8),
  "21.F": at(39, 16, 8),
  "21.G": at(39, 29, 8),
  "21.H": at(39, 42, 7),
  "21.I": at(40, 3, 8),
  "21.J": at(40, 16, 8),
  "21.K": at(40, 29, 8),
  "21.L": at(40, 42, 7),
  "22.code": at(38, 50, 11),
  "22.number": at(38, 62, 18),
  "23": at(40, 50, 29),
  "25": at(56, 1, 15),
  "25.ssn": mark(56, 17),
  "25.ein": mark(56, 19),
  "26": at(56, 23, 14),
  "27.yes": mark(56, 38),
  "27.no": mark(56, 43),
  "28": right(56, 52, 8),
  "29": right(56, 62, 8),
  "33.area": at(57, 66, 3),
  "33.phone": at(57, 70, 9),
  "32.name": at(58, 23, 26),
  "33.name": at(58, 50, 29),
  "32.street": at(59, 23, 26),
  "33.street": at(59, 50, 29),
  "31": at(60, 1, 21),
  "32.place": at(60, 23, 26),
  "33.place": at(60, 50, 29),
  "31.date": at(61, 1, 12),
  "32a": at(61, 24, 10),
  "33a": at(61, 51, 10),
} as const satisfies Readonly<Record<string, FormPlace>>;

export type FormItem = keyof typeof cms1500Places;

/** Service lines of one form, each on two printed lines: the upper, shaded one is for supplements. */
export const linesOfForm = 6;

const firstLine = 43;

/** The parts of item 24 on a service line of the form, counted from 0. */
export function servicePlaces(position: number) {
  const shaded = firstLine + position * 2;
  const line = shaded + 1;
  return {
    supplement: at(shaded, 1, 61),
    "24A.fromMonth": at(line, 1, 2),
    "24A.fromDay": at(line, 4, 2),
    "24A.fromYear": at(line, 7, 2),
    "24A.toMonth": at(line, 10, 2),
    "24A.toDay": at(line, 13, 2),
    "24A.toYear": at(line, 16, 2),
    "24B": at(line, 19, 2),
    "24C": at(line, 22, 1),
    "24D": at(line, 25, 6),
    "24D.1": at(line, 33, 2),
    "24D.2": at(line, 36, 2),
    "24D.3": at(line, 39, 2),
    "24D.4": at(line, 42, 2),
    "24E": at(line, 45, 4),
    "24F": right(line, 50, 8),
    "24G": right(line, 59, 3),
    "24J": at(line, 68, 10),
  } as const satisfies Readonly<Record<string, FormPlace>>;
}

export type ServiceItem = keyof ReturnType<typeof servicePlaces>;
