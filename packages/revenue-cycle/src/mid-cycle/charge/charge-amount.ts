import { type Cents, cents, divideHalfUp } from "@headwater/ledger";

const decimal = /^(\d{1,8})(?:\.(\d{1,3}))?$/;

/** Whether a text is a quantity of a line: more than zero, three decimals at most (SV104). */
export function isUnits(text: string): boolean {
  return decimal.test(text) && /[1-9]/.test(text);
}

/** What a line charges: the price of one unit times its units, to the nearest cent. */
export function chargeAmount(priceCents: number, units: string): Cents {
  const match = decimal.exec(units);
  if (match === null) throw new RangeError("not a quantity of a line");
  const fraction = (match[2] ?? "").padEnd(3, "0");
  const thousandths = BigInt(`${match[1]}${fraction}`);
  return divideHalfUp(BigInt(cents(priceCents)) * thousandths, 1000n);
}
