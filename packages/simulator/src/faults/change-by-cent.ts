import { dollarsText } from "../cents.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";

/** Segments of an 835 with the element that holds money. */
const amounts: Readonly<Record<string, number>> = { BPR: 2, CLP: 4, SVC: 3, CAS: 3 };

/** One amount of a remittance (BPR02, CLP04, SVC03 or CAS03) raised by a cent, so that it balances no more. */
export function changedByCent(
  text: string,
  stream: KeyedStream,
): { readonly text: string; readonly detail: string } {
  const segments = text.split("~");
  const fit = segments.flatMap((segment, at) => {
    const element = amounts[segment.trimStart().split("*", 1)[0] ?? ""];
    return element === undefined ? [] : [{ at, element }];
  });
  const { at, element } = stream.pick("amount", fit);
  const elements = (segments[at] ?? "").split("*");
  const before = elements[element] ?? "0";
  elements[element] = dollarsText(centsOf(before) + 1);
  segments[at] = elements.join("*");
  const name = `${(elements[0] ?? "").trimStart()}${String(element).padStart(2, "0")}`;
  return { text: segments.join("~"), detail: `${name} of segment ${at + 1}` };
}

function centsOf(text: string): number {
  const [whole = "0", part = ""] = text.replace("-", "").split(".");
  const cents = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return text.startsWith("-") ? -cents : cents;
}
