import type { RelativeValue } from "@headwater/code-sets";
import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeSetAnswer, codeKey } from "./code-set.ts";
import { editionOn } from "./edition-in-force.store.ts";
import { medicareAmountCents } from "./medicare-amount.ts";

/** A Medicare locality: contractor of five digits and locality of two. */
export type MedicareLocality = { readonly contractor: string; readonly locality: string };

/** Relative value units of a service, with what Medicare allows for it in a locality. */
export type RelativeValueOnDay = RelativeValue & {
  /** Undefined without a locality, without its indices, or for a service without an amount. */
  readonly nonfacilityCents: number | undefined;
  readonly facilityCents: number | undefined;
};

export type CostIndices = {
  readonly contractor: string;
  readonly locality: string;
  readonly state: string;
  readonly name: string;
  readonly work: string;
  readonly practiceExpense: string;
  readonly malpractice: string;
};

type Question = Circumstances & { readonly code: string };

type Circumstances = {
  readonly on: string;
  readonly locality?: MedicareLocality | undefined;
  /** Whether the higher conversion factor of a qualifying participant applies. */
  readonly isQualifying?: boolean;
};

type RelativeValuesAnswer = CodeSetAnswer<{ readonly values: readonly RelativeValueOnDay[] }>;

/** The whole service and its parts by modifier, in the order of the modifier. */
export async function relativeValues(
  transaction: Transaction,
  { code, ...circumstances }: Question,
): Promise<RelativeValuesAnswer> {
  const answers = await relativeValuesOf(transaction, [code], circumstances);
  return answers.get(code) ?? { is: "not-loaded" };
}

/** The relative values of several services, by the code as it was asked for. */
export async function relativeValuesOf(
  transaction: Transaction,
  codes: readonly string[],
  { on, locality, isQualifying }: Circumstances,
): Promise<ReadonlyMap<string, RelativeValuesAnswer>> {
  const variant = isQualifying === true ? "qualifying" : "";
  const edition = await editionOn(transaction, { codeSet: "pfs-rvu", on, variant });
  if (edition === undefined) return new Map();
  const keys = codes.map(codeKey);
  const rows = await transaction.query<
    Omit<RelativeValueOnDay, "nonfacilityCents" | "facilityCents">
  >(sql`
    select code, modifier, status, work::text, nonfacility_practice_expense::text as "nonfacilityPracticeExpense",
      facility_practice_expense::text as "facilityPracticeExpense", malpractice::text,
      conversion_factor::text as "conversionFactor",
      is_nonfacility_not_applicable as "isNonfacilityNotApplicable",
      is_facility_not_applicable as "isFacilityNotApplicable", global_days as "globalDays", indicators
    from relative_values
    where code_set_file_id = ${edition.fileId} and code = any (${keys}::text[])
    order by code, modifier`);
  const indices =
    locality === undefined || rows.length === 0
      ? undefined
      : await costIndices(transaction, { on, locality });
  return new Map(
    codes.map((code) => {
      const own = rows.filter((row) => row.code === codeKey(code));
      const values = own.map((row) => ({ ...row, ...amountsOf(row, indices) }));
      const answer: RelativeValuesAnswer =
        own.length === 0 ? { is: "absent", edition } : { is: "found", edition, values };
      return [code, answer];
    }),
  );
}

function amountsOf(
  row: Omit<RelativeValueOnDay, "nonfacilityCents" | "facilityCents">,
  indices: CostIndices | undefined,
): Pick<RelativeValueOnDay, "nonfacilityCents" | "facilityCents"> {
  return {
    nonfacilityCents: row.isNonfacilityNotApplicable
      ? undefined
      : amount(row, row.nonfacilityPracticeExpense, indices),
    facilityCents: row.isFacilityNotApplicable
      ? undefined
      : amount(row, row.facilityPracticeExpense, indices),
  };
}

/** The relative values of a service, the whole of it unless a modifier is named. */
export async function relativeValue(
  transaction: Transaction,
  question: Question & { readonly modifier?: string },
): Promise<CodeSetAnswer<{ readonly value: RelativeValueOnDay }>> {
  const answer = await relativeValues(transaction, question);
  if (answer.is !== "found") return answer;
  const { edition, values } = answer;
  const value = values.find((one) => one.modifier === (question.modifier ?? ""));
  return value === undefined ? { is: "absent", edition } : { is: "found", edition, value };
}

/** Statuses of which the schedule states an amount: active, bundled and restricted ones aside. */
const pricedStatuses = new Set(["A", "R", "T"]);

function amount(
  row: Pick<RelativeValueOnDay, "status" | "work" | "malpractice" | "conversionFactor">,
  practiceExpense: string,
  indices: CostIndices | undefined,
): number | undefined {
  if (indices === undefined || !pricedStatuses.has(row.status)) return undefined;
  return medicareAmountCents({
    work: row.work,
    practiceExpense,
    malpractice: row.malpractice,
    conversionFactor: row.conversionFactor,
    workIndex: indices.work,
    practiceExpenseIndex: indices.practiceExpense,
    malpracticeIndex: indices.malpractice,
  });
}

const indexColumns = sql`contractor, locality, state, name, work::text,
  practice_expense::text as "practiceExpense", malpractice::text`;

/** The cost indices of a locality on a day; undefined when they are not loaded. */
export async function costIndices(
  transaction: Transaction,
  { on, locality }: { readonly on: string; readonly locality: MedicareLocality },
): Promise<CostIndices | undefined> {
  const edition = await editionOn(transaction, { codeSet: "pfs-gpci", on });
  if (edition === undefined) return undefined;
  return transaction.maybeOne<CostIndices>(sql`
    select ${indexColumns} from practice_cost_indices
    where code_set_file_id = ${edition.fileId} and contractor = ${locality.contractor}
      and locality = ${locality.locality}`);
}

/** All localities of the edition in force on a day, by state and number. */
export async function listLocalities(transaction: Transaction, on: string): Promise<CostIndices[]> {
  const edition = await editionOn(transaction, { codeSet: "pfs-gpci", on });
  if (edition === undefined) return [];
  return transaction.query<CostIndices>(sql`
    select ${indexColumns} from practice_cost_indices
    where code_set_file_id = ${edition.fileId} order by state, locality, contractor`);
}
