/** First and last segment of one benefit. */
export type BenefitPlace = { readonly segmentFrom: number; readonly segmentTo: number };

/**
 * Where the benefits of a response stand, in their order: from each EB to before the next EB, the next
 * level (HL) or the end of the set. Empty when they are not as many as were read, so that no benefit
 * ever points at another's segment.
 */
export function placeBenefits(
  segments: readonly { readonly number: number; readonly id: string }[],
  benefits: number,
): BenefitPlace[] {
  const places: BenefitPlace[] = [];
  let open: number | undefined;
  let last = 0;
  const close = () => {
    if (open !== undefined) places.push({ segmentFrom: open, segmentTo: last });
    open = undefined;
  };
  for (const { number, id } of segments) {
    if (id === "EB" || id === "HL" || id === "SE") close();
    if (id === "EB") open = number;
    last = number;
  }
  close();
  return places.length === benefits ? places : [];
}
