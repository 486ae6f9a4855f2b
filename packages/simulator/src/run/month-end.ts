import { dollarsText } from "../cents.ts";
import { dateOf, yearOf } from "../civil-day.ts";
import { payers } from "../payers/payers.ts";
import { scheduleCents } from "../payers/price-lines.ts";
import { services } from "../tables/services.ts";
import { deliver } from "./deliver.ts";
import type { DatedRow, Run } from "./run.ts";

const bankHeader = "date,amount,trace,payer,type";
const patientHeader = "date,patient_control_number,amount,method,receipt";
const scheduleHeader = "payer_id,payer,procedure_code,allowed,effective_from,effective_to";

/** The bank's and the cash desk's rows of the month that ends today; later ones wait. */
export function endMonth(run: Run): void {
  const patients = run.patientRows;
  run.patientRows = [];
  writeBank(run);
  writeRows(run, "patient-payments", [patientHeader, patients]);
}

/** The bank's rows up to today that were not written yet. */
export function writeBank(run: Run): void {
  const bank = run.bankRows.filter(({ day }) => day <= run.day);
  run.bankRows = run.bankRows.filter(({ day }) => day > run.day);
  writeRows(run, "bank", [bankHeader, bank]);
}

function writeRows(
  run: Run,
  name: string,
  [header, rows]: readonly [string, readonly DatedRow[]],
): void {
  if (rows.length === 0) return;
  const sorted = [...rows].sort((left, right) => left.day - right.day);
  deliver(run, { kind: "csv", name, text: csvText(header, sorted) });
}

function csvText(header: string, rows: readonly DatedRow[]): string {
  return [header, ...rows.map(({ text }) => text), ""].join("\r\n");
}

/** What each payer's contract allows for one unit of each code, by year: the CSV that the product reads. */
export function writeFeeSchedules(run: Run): void {
  const { firstDay, lastDay } = run.world;
  const rows: string[] = [];
  for (const { id, name, contract, lineOfBusiness } of payers) {
    if (contract.pricing.method === "percent-of-charge" || lineOfBusiness === "supplement")
      continue;
    for (const service of services) {
      if (contract.capitation?.kinds.includes(service.kind)) continue;
      const caseRate = contract.caseRates.find(({ code }) => code === service.code);
      for (let year = yearOf(firstDay); year <= yearOf(lastDay); year += 1) {
        const cents = caseRate?.cents ?? scheduleCents(contract, service, year);
        const row = [id, name, service.code, dollarsText(cents), `${year}-01-01`, `${year}-12-31`];
        rows.push(row.join(","));
      }
    }
  }
  const text = [scheduleHeader, ...rows, ""].join("\r\n");
  deliver(run, { kind: "csv", name: "fee-schedules", text });
}

/** Whether a day is the last of its month. */
export function isMonthEnd(day: number): boolean {
  return dateOf(day + 1).endsWith("-01");
}
