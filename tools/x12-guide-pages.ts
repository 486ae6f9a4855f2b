import {
  describeElement,
  type GuideItem,
  type GuideTable,
  guideTables,
  type SituationRule,
} from "@headwater/x12";
import { type GuideCheck, guideChecks } from "@headwater/x12/guides/checked-against.ts";
import {
  type CleanSampleName,
  cleanSamples,
  sampleText,
} from "@headwater/x12/testing/clean-samples.ts";
import { readText } from "@headwater/x12/testing/read-text.ts";
import { compileRules } from "@headwater/x12/validate/guide-rules.ts";

/** The clean sample that shows a guide. */
const samples: Readonly<Record<string, CleanSampleName>> = {
  "837P": "dependent",
  "837I": "institutional",
  "837D": "dental",
  "835": "remittance",
  "999": "implementationAcknowledgment",
  "277CA": "claimAcknowledgment",
  "270": "eligibilityInquiry",
  "271": "eligibilityAnswer",
  "276": "statusInquiry",
  "277": "statusAnswer",
  "278": "reviewRequest",
  "834": "enrollment",
  "820": "premium",
  "275": "attachment",
  "275 006020": "newerAttachment",
};

/** One page for each guide by its path, and one that lists them. */
export function guidePages(made: string): Record<string, string> {
  const pages = guideTables.map((table): [string, string] => {
    const check = guideChecks[table.name];
    if (check === undefined) throw new Error(`nothing is known of how ${table.name} was checked`);
    return [`x12/${fileOf(table.name)}`, guidePage(table, check, made)];
  });
  return {
    "x12/README.md": listPage(made),
    "x12/ta1.md": acknowledgmentPage(made),
    ...Object.fromEntries(pages),
  };
}

function fileOf(name: string): string {
  return `${name.toLowerCase().replace(" ", "-")}.md`;
}

function listPage(made: string): string {
  const rows = guideTables.map(({ name, versions, items }) => {
    const { title = "", comparedWith = [] } = guideChecks[name] ?? {};
    const counts = `${countOf(items, "loop")} | ${countOf(items, "segment")}`;
    const link = `[${name}](${fileOf(name)})`;
    return `| ${link} | ${title} | ${versions.join(", ")} | ${counts} | ${comparedWith.join(", ")} |`;
  });
  const intro =
    "Each page has an example, what the typed reader makes of it, the guide's structure, its situations, and what it was checked against.";
  return `${made}

# X12 guides

${intro}

| set | | versions | loops | segment uses | compared with |
|---|---|---|---|---|---|
${rows.join("\n")}
| [TA1](ta1.md) | Interchange acknowledgment | 00501 | | 1 | pyx12 (x12.control.00501) |
`;
}

/** Loops, or uses of segments, at any depth. */
function countOf(items: readonly GuideItem[], kind: GuideItem["kind"]): number {
  return items.reduce((sum, item) => {
    const below = item.kind === "loop" ? countOf(item.items, kind) : 0;
    return sum + below + (item.kind === kind ? 1 : 0);
  }, 0);
}

function guidePage(table: GuideTable, check: GuideCheck, made: string): string {
  const sample = samples[table.name];
  if (sample === undefined) throw new Error(`there is no sample of ${table.name}`);
  const { segments } = cleanSamples[sample];
  return `${made}

# ${table.name}: ${check.title}

ST01 \`${table.setId}\`, GS01 \`${table.functionalId}\`, versions ${table.versions.map((one) => `\`${one}\``).join(", ")}. Read as
${check.events.map((event) => `\`${event}\``).join(", ")}; written by \`${check.writer}\`.

## Example

Between ST and SE; strict validation finds nothing in it.

\`\`\`
${segments.map((one) => `${one}~`).join("\n")}
\`\`\`

As the typed reader gives it, what is absent left out:

\`\`\`json
${typedForm(sample, check.events)}
\`\`\`

## Structure

How elements are written stands in [GUIDES.md](../../../packages/x12/GUIDES.md): position, R or S, repeats after \`^\`, codes after \`=\`, a list
or form after \`@\`. Neighbours of the same segment stand in any order.

| loop | segment | | usage | elements |
|---|---|---|---|---|
${structure(table.items, []).join("\n")}

## Situations

Conditions that are data; rules that add up or compare are in the [list of issues](../x12-issue-codes.md).

${situations(table)}

## Checked against

${list(check.comparedWith)}

Where it differs:

${list(check.differences)}

Gaps:

${list(check.gaps)}
`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? "- none known" : items.map((item) => `- ${item}`).join("\n");
}

function structure(items: readonly GuideItem[], around: readonly string[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "loop")
      return structure(item.items, [...around, `${item.id} ${usage(item)}`]);
    const loop = around.at(-1) ?? "";
    const indent = "&nbsp;&nbsp;".repeat(Math.max(0, around.length - 1));
    const isEntry = around.length > 0 && items[0] === item;
    const shown = isEntry ? `${indent}**${loop}**` : "";
    const elements = item.elements === "" ? "" : `\`${item.elements}\``;
    return `| ${shown} | ${item.id} | ${item.name} | ${usage(item)} | ${elements} |`;
  });
}

function usage({ required, most }: { readonly required: boolean; readonly most: number }): string {
  return `${required ? "R" : "S"}${most === Number.POSITIVE_INFINITY ? "&gt;1" : most}`;
}

function situations(table: GuideTable): string {
  const rules = compileRules(table)
    .situations.flat()
    .map(({ rule }) => rule);
  if (rules.length === 0) return "None.";
  const rows = rules.map((rule) => `| ${cells(rule).join(" | ")} |`);
  return ["| loop | when | then | issue |", "|---|---|---|---|", ...rows].join("\n");
}

function cells({ loop, when, need, forbid, code }: SituationRule): string[] {
  const conditions = when.map((term) => `\`${term}\``).join(" and ");
  const consequence = need === undefined ? `no \`${forbid}\`` : `\`${need}\``;
  return [loop, conditions === "" ? "always" : conditions, consequence, `\`${code}\``];
}

const places = new Set(["range", "header", "position", "byteFrom", "byteLength"]);

/** The content of the typed events of a sample, without places and without what is absent or empty. */
function typedForm(sample: CleanSampleName, events: readonly string[]): string {
  const shown = readText(sampleText(sample))
    .filter(({ type }) => events.includes(type))
    .map((event) => told(event));
  return JSON.stringify(shown.length === 1 ? shown[0] : shown, undefined, 2);
}

function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) =>
      !places.has(name) && inner !== undefined && !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, told(inner)]));
}

function acknowledgmentPage(made: string): string {
  const names = [1, 2, 3, 4, 5].map(
    (at) => `| TA1${String(at).padStart(2, "0")} | ${describeElement("TA1", at)} |`,
  );
  return `${made}

# TA1: Interchange acknowledgment

A segment between ISA and GS or IEA, of any number, without a set around it. Read as \`interchange-acknowledgment\`; written by \`writeTA1\`.

## Example

\`\`\`
TA1*000000001*250106*1200*R*023~
\`\`\`

| element | |
|---|---|
${names.join("\n")}

## Checked against

- pyx12 (x12.control.00501)
- X12.5 by the note codes that published answers hold

Gaps:

- none known
`;
}
