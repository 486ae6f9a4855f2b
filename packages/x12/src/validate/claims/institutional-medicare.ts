import { civilDate } from "../../values.ts";
import type { ReportRule } from "../rule-set.ts";
import type { BillFacts } from "./institutional-codes.ts";

const changeReasons = "D0 D1 D2 D3 D4 D5 D6 D7 D8 D9 E0".split(" ");
/** Value codes of the payers that come before Medicare, in the order of SBR05 of other guides. */
const secondaryValues = "12 13 14 15 16 41 42 43 47".split(" ");
const stays = new Set(["11", "18", "21"]);
const careAtHome = new Set(["32", "33", "81", "82"]);
const covered = "80";
const notCovered = "81";

type MedicareBill = { readonly report: ReportRule; readonly sequence: string | undefined };

/** What Medicare asks of an institutional claim besides its guide (SNIP type 6). */
export function judgeMedicareBill(facts: BillFacts, { report, sequence }: MedicareBill): void {
  const { claim: segment, bill, frequency, conditions, values } = facts;
  const isChange = frequency === "7" || frequency === "8";
  if (isChange && !changeReasons.some((code) => conditions.has(code))) {
    report("X12_MEDICARE_CHANGE_REASON", { segment, missing: "HI" });
  }
  const isLater = sequence !== undefined && sequence !== "P" && sequence !== "U";
  if (isLater && !secondaryValues.some((code) => values.has(code))) {
    report("X12_MEDICARE_SECONDARY_VALUE", { segment, missing: "HI" });
  }
  if (careAtHome.has(bill) && !facts.isAdmitted) {
    report("X12_MEDICARE_START_OF_CARE", { segment, missing: "DTP" });
  }
  if (bill === "11" && !facts.hasPresence) {
    report("X12_MEDICARE_PRESENT_ON_ADMISSION", { segment, missing: "HI" });
  }
  if (stays.has(bill) && hasWrongDays(facts)) {
    report("X12_MEDICARE_COVERED_DAYS", { segment: facts.statement, element: 3 });
  }
}

/** Whether values 80 and 81, where they are told, are not the days of the statement. */
function hasWrongDays({ values, statement, patientStatus }: BillFacts): boolean {
  const told = [values.get(covered), values.get(notCovered)].filter((text) => text !== undefined);
  const [from, through] = (statement?.text(3) ?? "").split("-").map(civilDate);
  if (told.length === 0 || from === undefined || through === undefined) return false;
  const days = (Date.parse(through) - Date.parse(from)) / 86_400_000;
  // The day of discharge is not counted, but a stay that goes on counts its last day.
  const counted = patientStatus === "30" ? days + 1 : Math.max(days, 1);
  return told.reduce((sum, text) => sum + Number(text), 0) !== counted;
}
