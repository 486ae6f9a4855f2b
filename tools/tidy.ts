/**
 * The house rules that a formatter cannot know, as a program: direction of imports, purity, sizes,
 * names, barrels, cycles, docstrings, migrations. `tidy.test.ts` runs it over the repository.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** One breach of a house rule. */
export type Finding = {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
};

type Source = {
  readonly file: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
};

type Import = { readonly specifier: string; readonly line: number; readonly typeOnly: boolean };

const fileLinesHard = 500;
const functionLinesHard = 70;
const parametersMost = 3;

/** Stages in the order of the revenue cycle: one may import itself and what stands before it. */
const stages = [
  "masters",
  "work",
  "books",
  "front-end",
  "mid-cycle",
  "back-end",
  "strategy",
  "agency",
];

/** Which workspace packages a package may import. */
const allowedPackages: Readonly<Record<string, readonly string[]>> = {
  x12: [],
  "code-sets": [],
  ledger: [],
  platform: ["code-sets"],
  "revenue-cycle": ["x12", "code-sets", "ledger", "platform"],
  simulator: ["x12", "code-sets"],
  server: ["x12", "code-sets", "ledger", "platform", "revenue-cycle", "simulator"],
  cli: ["x12", "code-sets", "ledger", "platform", "revenue-cycle", "server", "simulator"],
  web: ["revenue-cycle", "ledger", "server"],
};

const dependencyFree = new Set(["x12", "code-sets", "ledger"]);
const effectSuffix = /\.(command|query|store|job|routes)\.ts$/;
const testFile = /(\.test|\.browser\.test)\.tsx?$|\/testing\//;

const bannedWords: readonly { readonly word: RegExp; readonly instead: string }[] = [
  {
    word: /Manager(?![a-z])|Helper|Utils?(?![a-z])|Misc(?![a-z])/,
    instead: "the thing's own name",
  },
  { word: /(?<![A-Za-z])(?:Common|Shared)(?=[A-Z])/, instead: "what the things have in common" },
  {
    word: /[Ff]rontend|[Bb]ackend/,
    instead: "web and server, or front-end and back-end for the stages",
  },
  { word: /[a-z]Info(?![a-z])/, instead: "the noun itself" },
];

const generated = /\.gen\.ts$/;

/** Checks the whole repository below `root` and returns every breach, ordered by file. */
export function checkRepository(root: string): Finding[] {
  const sources = listSources(root).map((file) => readSource(root, file));
  const findings = sources.flatMap((source) => [
    ...checkDirection(source),
    ...checkPurity(source),
    ...checkSizes(source),
    ...checkNames(source),
    ...checkBarrel(source),
    ...checkDocstrings(source),
  ]);
  findings.push(...checkCycles(root, sources), ...checkMigrations(root));
  return findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function listSources(root: string): string[] {
  const found: string[] = [];
  const walk = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith("."))
        continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name)) found.push(relative(root, path).split(sep).join("/"));
    }
  };
  for (const top of ["packages", "tools", "bench", "tests"])
    if (existsSync(join(root, top))) walk(join(root, top));
  return found.filter((file) => !generated.test(file));
}

function readSource(root: string, file: string): Source {
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  for (const statement of tree.statements) {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) continue;
    const typeOnly = isImport ? statement.importClause?.isTypeOnly === true : statement.isTypeOnly;
    imports.push({ specifier: specifier.text, line: lineOf(tree, statement), typeOnly });
  }
  return { file, text, tree, imports };
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

function packageOf(file: string): string | undefined {
  return /^packages\/([^/]+)\/src\//.exec(file)?.[1];
}

function stageOf(path: string): string | undefined {
  const stage = /^packages\/revenue-cycle\/src\/([^/]+)\//.exec(path)?.[1];
  return stage && stages.includes(stage) ? stage : undefined;
}

/** The repository path an import leads to, or undefined for npm and Node's own modules. */
function resolveImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return join(dirname(file), specifier).split(sep).join("/");
  const own = /^@headwater\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  return own ? `packages/${own[1]}/src/${own[2] ?? "index.ts"}` : undefined;
}

function checkDirection(source: Source): Finding[] {
  const from = packageOf(source.file);
  if (!from) return [];
  const findings: Finding[] = [];
  for (const one of source.imports) {
    const target = resolveImport(source.file, one.specifier);
    const to = target ? packageOf(target) : undefined;
    if (
      target &&
      to &&
      to !== from &&
      !allowedPackages[from]?.includes(to) &&
      !testFile.test(source.file)
    )
      findings.push(
        finding(source, one.line, { rule: "direction", message: `${from} may not import ${to}` }),
      );
    const stageFrom = stageOf(source.file);
    const stageTo = target ? stageOf(target) : undefined;
    if (stageFrom && stageTo && stages.indexOf(stageTo) > stages.indexOf(stageFrom))
      findings.push(
        finding(source, one.line, {
          rule: "direction",
          message: `${stageFrom} may not import the later ${stageTo}; send an event`,
        }),
      );
    if (dependencyFree.has(from) && !target && !testFile.test(source.file))
      findings.push(
        finding(source, one.line, { rule: "direction", message: `${from} has no dependencies` }),
      );
  }
  return findings;
}

function checkPurity(source: Source): Finding[] {
  const isSubject = source.file.startsWith("packages/revenue-cycle/src/");
  if (!isSubject || effectSuffix.test(source.file) || testFile.test(source.file)) return [];
  const findings: Finding[] = [];
  for (const one of source.imports) {
    const target = resolveImport(source.file, one.specifier);
    const outside = !target && !one.typeOnly && one.specifier !== "zod";
    if (outside || (target && (packageOf(target) === "platform" || effectSuffix.test(target))))
      findings.push(
        finding(source, one.line, {
          rule: "purity",
          message: `a pure file may not import ${one.specifier}; name it .command, .query, .store, .routes or .job`,
        }),
      );
  }
  const visit = (node: ts.Node) => {
    const text = ts.isPropertyAccessExpression(node) ? node.getText(source.tree) : "";
    const isClock = text === "Date.now" || text === "Math.random" || text.startsWith("process.");
    const isToday = ts.isNewExpression(node) && node.getText(source.tree) === "new Date()";
    if (isClock || isToday)
      findings.push(
        finding(source, lineOf(source.tree, node), {
          rule: "purity",
          message: "a pure file takes the time and randomness as values",
        }),
      );
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return findings;
}

function checkSizes(source: Source): Finding[] {
  const findings: Finding[] = [];
  const lines = source.text.split("\n").length - 1;
  const isTable = /\/guides\/|\/testing\/|segment-names|\/strings\//.test(source.file);
  if (lines > fileLinesHard && !isTable && !testFile.test(source.file))
    findings.push(
      finding(source, 1, {
        rule: "file-length",
        message: `${lines} lines; the limit is ${fileLinesHard}`,
      }),
    );
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = lineOf(source.tree, node);
      const to = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
      if (to - from + 1 > functionLinesHard && !testFile.test(source.file) && !isTable)
        findings.push(
          finding(source, from, {
            rule: "function-length",
            message: `${to - from + 1} lines; the limit is ${functionLinesHard}`,
          }),
        );
      if (node.parameters.length > parametersMost && !testFile.test(source.file))
        findings.push(
          finding(source, from, {
            rule: "parameters",
            message: `${node.parameters.length} parameters; pass one object`,
          }),
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return findings;
}

function checkNames(source: Source): Finding[] {
  const findings: Finding[] = [];
  const base = source.file.split("/").at(-1) ?? "";
  if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(base))
    findings.push(finding(source, 1, { rule: "file-name", message: `${base} is not kebab-case` }));
  const visit = (node: ts.Node) => {
    const declares =
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) {
      const name = node.name.text;
      for (const { word, instead } of bannedWords)
        if (word.test(name))
          findings.push(
            finding(source, lineOf(source.tree, node), {
              rule: "banned-word",
              message: `${name}: say ${instead}`,
            }),
          );
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return findings;
}

function checkBarrel(source: Source): Finding[] {
  const onlyReexports =
    source.tree.statements.length > 0 &&
    source.tree.statements.every(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
    );
  const isIndex = /^packages\/[^/]+\/src\/index\.ts$/.test(source.file);
  return onlyReexports && !isIndex
    ? [
        finding(source, 1, {
          rule: "barrel",
          message: "only a package's src/index.ts may re-export",
        }),
      ]
    : [];
}

/** Exported functions of the libraries say what they mean: their readers have no other contract. */
function checkDocstrings(source: Source): Finding[] {
  const from = packageOf(source.file);
  if (!from || from === "web" || testFile.test(source.file)) return [];
  return source.tree.statements.filter(isExportedFunction).flatMap((statement) => {
    const documented = ts.getJSDocCommentsAndTags(statement).length > 0;
    const name = statement.name?.text ?? "";
    return documented
      ? []
      : [
          finding(source, lineOf(source.tree, statement), {
            rule: "docstring",
            message: `exported function ${name} has no docstring`,
          }),
        ];
  });
}

function isExportedFunction(statement: ts.Statement): statement is ts.FunctionDeclaration {
  return (
    ts.isFunctionDeclaration(statement) &&
    statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function checkCycles(root: string, sources: readonly Source[]): Finding[] {
  const edges = new Map<string, string[]>();
  for (const source of sources)
    edges.set(
      source.file,
      source.imports
        .filter((one) => !one.typeOnly)
        .map((one) => resolveImport(source.file, one.specifier))
        .filter(
          (target): target is string => target !== undefined && existsSync(join(root, target)),
        ),
    );
  const findings: Finding[] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string) => {
    state.set(file, "open");
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === "open")
        findings.push({
          file,
          line: 1,
          rule: "cycle",
          message: [...path.slice(path.indexOf(next)), next].join(" -> "),
        });
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return findings;
}

function checkMigrations(root: string): Finding[] {
  const names = readdirSync(join(root, "database/migrations")).sort();
  const numbers = new Set<string>();
  return names.flatMap((name) => {
    const file = `database/migrations/${name}`;
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (!number)
      return [
        {
          file,
          line: 1,
          rule: "migration-name",
          message: "migrations are named NNNN-what-it-does.sql",
        },
      ];
    const repeated = numbers.has(number);
    numbers.add(number);
    return repeated
      ? [{ file, line: 1, rule: "migration-name", message: `number ${number} is taken` }]
      : [];
  });
}

function finding(source: Source, line: number, breach: Pick<Finding, "rule" | "message">): Finding {
  return { file: source.file, line, ...breach };
}
