/** The order of texts by their characters, as of civil dates: the same on every machine. */
export function compareText(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
