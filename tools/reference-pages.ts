/**
 * Writes the reference pages that follow from tables in the code:
 * `node bin/run-typescript.js tools/write-reference.ts`. A test fails when one of them is stale.
 */
import { roles } from "@headwater/code-sets/closed-lists.ts";
import { settings } from "@headwater/platform/config/configuration.ts";
import { permissions } from "@headwater/platform/identity/permissions.ts";
import {
  computedMeasures,
  unmeasuredMeasures,
} from "@headwater/revenue-cycle/strategy/kpi/measures.ts";
import { workKinds } from "@headwater/revenue-cycle/work/work-item/work-kinds.ts";
import { declaredProblems } from "@headwater/server/openapi.ts";
import { cellName, cells, cellTestFile } from "@headwater/simulator/coverage/cells.ts";
import { issueCodes } from "@headwater/x12";
import { exportsPage } from "./x12-exports-page.ts";
import { guidePages } from "./x12-guide-pages.ts";

/** Pages by their path under `docs/reference`. */
export function referencePages(): Record<string, string> {
  return {
    "configuration.md": configurationPage(),
    "problem-codes.md": problemPage(),
    "permissions.md": permissionPage(),
    "measures.md": measurePage(),
    "work-kinds.md": workPage(),
    "x12-issue-codes.md": issuePage(),
    "simulator-coverage.md": coveragePage(),
    ...guidePages(made),
    "x12/exports.md": exportsPage(made),
  };
}

const made = "<!-- Made from the code by tools/write-reference.ts; do not edit. -->";

type Page = {
  readonly title: string;
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[][];
};

function page({ title, about, columns, rows }: Page): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const table = [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
  return `${made}\n\n# ${title}\n\n${about}\n\n${table.join("\n")}\n`;
}

function coveragePage(): string {
  const rows = cells.map((cell) => [
    cell.transaction,
    cell.scenario,
    cell.payer,
    `\`${cellName(cell)}\``,
  ]);
  const about = `What the simulator shows, by transaction, scenario and payer. Each row is a test of its name in \`${cellTestFile}\`; another test there fails when the simulator shows what no row names. Whether the product reads it right is the matter of \`npm run bench -- truth\`.`;
  const columns = ["transaction", "scenario", "payer", "test"];
  return page({ title: "What the simulator covers", about, columns, rows });
}

function configurationPage(): string {
  const rows = Object.entries(settings).map(([name, { rule, meaning }]) => [
    `\`${name}\``,
    meaning,
    rule,
  ]);
  const about =
    "Environment variables. A wrong one stops the program with `CONFIG_INVALID` and its rule.";
  return page({ title: "Configuration", about, columns: ["variable", "meaning", "rule"], rows });
}

function problemPage(): string {
  const rows = Object.entries(declaredProblems()).map(([code, { status, title }]) => [
    `\`${code}\``,
    String(status),
    title,
  ]);
  const about =
    "Every error answer is `application/problem+json` with one of these codes; codes are stable.";
  return page({ title: "Problem codes", about, columns: ["code", "status", "meaning"], rows });
}

function permissionPage(): string {
  const rows = Object.entries(permissions).map(([name, held]) => [
    `\`${name}\``,
    ...roles.map((role) => ((held as readonly string[]).includes(role) ? "yes" : "")),
  ]);
  const about = "Which role holds which permission, practice by practice.";
  return page({ title: "Permissions", about, columns: ["permission", ...roles], rows });
}

function measurePage(): string {
  const rows = [...computedMeasures, ...unmeasuredMeasures].map((measure) => [
    `\`${measure.name}\``,
    measure.formula,
    measure.dateBasis,
    measure.target ? `${measure.target.floor} (${measure.target.source})` : "",
    `${measure.missing.code}: ${measure.missing.text}`,
  ]);
  const about =
    "The measures of `headwater report` and of the report page. Each is computed as of a date from what was effective by then.";
  return page({
    title: "Measures",
    about,
    columns: ["measure", "formula", "date", "target", "without a value when"],
    rows,
  });
}

function workPage(): string {
  const rows = Object.entries(workKinds).map(([name, { role, whyCode, actions, deadline }]) => [
    `\`${name}\``,
    role,
    whyCode,
    actions.join(", "),
    deadline.rule === "days-after" ? `${deadline.days} days after` : deadline.rule,
  ]);
  const about = "Everything a person must do is a work item of one of these kinds.";
  return page({
    title: "Work kinds",
    about,
    columns: ["kind", "role", "why", "actions", "due"],
    rows,
  });
}

function issuePage(): string {
  const rows = Object.entries(issueCodes).map(([code, { severity, snip, source, message }]) => [
    `\`${code}\``,
    severity,
    String(snip),
    message,
    source,
  ]);
  const about =
    "What reading an X12 file can find wrong. An error means that the file, set, claim or payment cannot be used as it stands.";
  return page({
    title: "X12 issue codes",
    about,
    columns: ["code", "severity", "SNIP type", "meaning", "source"],
    rows,
  });
}
