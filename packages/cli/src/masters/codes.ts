import { isCivilDate } from "@headwater/code-sets/civil-date.ts";
import { Argument, type Command, InvalidArgumentError } from "commander";
import { importCodes } from "./import-codes.ts";
import { listCodes, searchCodeSets, showCode } from "./show-codes.ts";

/** `codes …`: the official code sets. */
export function addCodes(program: Command): void {
  const codes = program.command("codes").description("official code sets: load, list, search");
  codes
    .command("import <files...>")
    .description(
      "load official files (ICD-10-CM, HCPCS, NCCI PTP and MUE, PFS RVU and GPCI, NUCC, POS), zipped or not",
    )
    .option("--edition <name>", "the edition, where neither the file nor its name says")
    .option("--effective-from <date>", "first day of such an edition", civilDate)
    .option("--effective-to <date>", "last day of such an edition", civilDate)
    .option("--json", "one object per file")
    .action(importCodes);
  codes
    .command("list")
    .description("what is loaded, and whether it answers for a day")
    .option("--on <date>", "the day; today if absent", civilDate)
    .option("--json", "one object per code set")
    .action(listCodes);
  codes
    .command("search")
    .addArgument(new Argument("<words...>", "a code, its beginning, or words"))
    .description("codes that begin so, then codes whose words do")
    .option("--set <set>", "icd-10-cm, hcpcs, nucc-taxonomy or place-of-service")
    .option("--on <date>", "the day; today if absent", civilDate)
    .option("--billable", "leave headings out")
    .option("--limit <rows>", "most rows", "20")
    .option("--json", "one object per code")
    .action(searchCodeSets);
  codes
    .command("show <code>")
    .description("everything that is loaded about one code")
    .option("--on <date>", "the day; today if absent", civilDate)
    .option("--locality <contractor-locality>", "Medicare locality for amounts, such as 10112-00")
    .option("--json", "one object")
    .action(showCode);
}

function civilDate(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError("A date is written YYYY-MM-DD.");
  return text;
}
