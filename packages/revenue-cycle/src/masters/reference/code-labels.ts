import {
  buildEffectiveLookup,
  type EffectiveRow,
  type ReferenceTables,
} from "@headwater/code-sets";

/** A code in our own words; an unknown one stands for itself and says so. */
export type CodeLabel = { readonly label: string; readonly isKnown: boolean };

/** What the codes of payers mean on a day. */
export type CodeLabels = {
  reason(code: string, on: string): CodeLabel;
  remark(code: string, on: string): CodeLabel;
  group(code: string, on: string): CodeLabel;
  providerAdjustment(code: string, on: string): CodeLabel;
};

type LabelledTables = Pick<
  ReferenceTables,
  "adjustmentReasons" | "remarkCodes" | "adjustmentGroups" | "providerAdjustmentCodes"
>;

/** Labels from the reference tables. A retired code keeps the words it last had. */
export function codeLabels(tables: LabelledTables): CodeLabels {
  return {
    reason: labelsOf("adjustmentReasons", tables.adjustmentReasons),
    remark: labelsOf("remarkCodes", tables.remarkCodes),
    group: labelsOf("adjustmentGroups", tables.adjustmentGroups),
    providerAdjustment: labelsOf("providerAdjustmentCodes", tables.providerAdjustmentCodes),
  };
}

type LabelledRow = EffectiveRow & { readonly code: string; readonly label: string };

function labelsOf(table: string, rows: readonly LabelledRow[]) {
  const lookup = buildEffectiveLookup(table, rows, (row) => row.code);
  return (code: string, on: string): CodeLabel => {
    const found = lookup.nearest(code, on);
    return found ? { label: found.row.label, isKnown: true } : { label: code, isKnown: false };
  };
}
