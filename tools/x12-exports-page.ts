import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import ts from "typescript";

const entry = "packages/x12/src/index.ts";

type Exported = { readonly name: string; readonly kind: string; readonly about: string };

/** What `@headwater/x12` exports, function by function and type by type, with its first sentence. */
export function exportsPage(made: string): string {
  const path = join(projectRoot(), entry);
  const all = sourceOf(path).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    return exportedFrom(statement, join(dirname(path), from));
  });
  return `${made}

# @headwater/x12: exports

The [README](../../../packages/x12/README.md) shows how they go together.

## Functions, classes and tables

${tableOf(all.filter(({ kind }) => kind !== "type"))}

## Types

${tableOf(all.filter(({ kind }) => kind === "type"))}
`;
}

function tableOf(exported: readonly Exported[]): string {
  const rows = [...exported]
    .sort((one, other) => one.name.localeCompare(other.name, "en"))
    .map(({ name, about }) => `| \`${name}\` | ${about.replaceAll("|", "\\|")} |`);
  return ["| name | |", "|---|---|", ...rows].join("\n");
}

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2023, true);
}

function exportedFrom(statement: ts.ExportDeclaration, path: string): Exported[] {
  const declared = sourceOf(path).statements.flatMap(declarationOf);
  const { exportClause } = statement;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) {
    return declared.filter(({ kind }) => kind === "type");
  }
  const wanted = new Set(exportClause.elements.map(({ name }) => name.text));
  return declared.filter(({ name }) => wanted.has(name));
}

/** Exported declarations of a file; a constant is one declaration of its statement. */
function declarationOf(statement: ts.Statement): Exported[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (isExported !== true) return [];
  const about = firstSentence(statement);
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
    return [{ name: statement.name.text, kind: "type", about }];
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "", kind: "value", about }];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) => ({
    name: name.getText(),
    kind: "value",
    about,
  }));
}

function firstSentence(statement: ts.Statement): string {
  const comments = ts.getJSDocCommentsAndTags(statement);
  const comment = comments.map((one) => one.comment).find((one) => one !== undefined);
  const text = ts.getTextOfJSDocComment(comment) ?? "";
  const [sentence = ""] = text.replace(/\s+/g, " ").split(/(?<=\.) (?=[A-Z`])/);
  return sentence;
}
