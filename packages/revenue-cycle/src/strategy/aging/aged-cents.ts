import { type AgingBucket, agingBuckets } from "../kpi/figures.ts";

type OpenCents = {
  readonly insuranceCents: number;
  readonly patientCents: number;
  readonly claims: number;
};

/** What is open for claims of one payer and age; credits are not taken off. */
export type AgedCents = OpenCents & { readonly payerId: number; readonly bucket: AgingBucket };

/** What is open by age over all payers, every age in its place. */
export function agedByBucket(aged: readonly AgedCents[]): (OpenCents & { bucket: AgingBucket })[] {
  return agingBuckets.map((bucket) => {
    const here = aged.filter((one) => one.bucket === bucket);
    const sum = (name: keyof OpenCents) => here.reduce((cents, one) => cents + one[name], 0);
    return {
      bucket,
      insuranceCents: sum("insuranceCents"),
      patientCents: sum("patientCents"),
      claims: sum("claims"),
    };
  });
}
