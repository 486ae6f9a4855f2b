import ts from "typescript";

/** A change of one place of a file; `text` stands there instead. */
export type Mutant = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly line: number;
  readonly what: string;
};

const swapped: ReadonlyMap<string, readonly string[]> = new Map([
  ["<", ["<=", ">="]],
  [">", [">=", "<="]],
  ["<=", ["<", ">"]],
  [">=", [">", "<"]],
  ["===", ["!=="]],
  ["!==", ["==="]],
  ["+", ["-"]],
  ["-", ["+"]],
  ["*", ["/"]],
  ["/", ["*"]],
  ["%", ["*"]],
  ["&&", ["||"]],
  ["||", ["&&"]],
  ["+=", ["-="]],
  ["-=", ["+="]],
]);

/** Every mutant of a source: operators, conditions, literals, early returns and statements. */
export function mutantsOf(fileName: string, source: string): Mutant[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2023, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, text: string, what: string) => {
    const from = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(from).line + 1;
    mutants.push({ from, to: node.getEnd(), text, line, what });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node))
      return;
    for (const [text, what] of replacementsOf(node, file)) add(node, text, what);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

function replacementsOf(
  node: ts.Node,
  file: ts.SourceFile,
): readonly (readonly [string, string])[] {
  if (ts.isBinaryExpression(node)) return ofBinary(node, file);
  if (ts.isIfStatement(node)) return ofCondition(node, node.expression, file);
  if (ts.isConditionalExpression(node)) return ofCondition(node, node.condition, file);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [["false", "true -> false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [["true", "false -> true"]];
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = node.operand.getText(file);
    if (node.operator === ts.SyntaxKind.ExclamationToken) return [[operand, "! removed"]];
    if (node.operator === ts.SyntaxKind.MinusToken) return [[operand, "- removed"]];
  }
  if (ts.isStringLiteral(node) && isCode(node)) return [['"mutated"', `"${node.text}" changed`]];
  if (ts.isNumericLiteral(node)) {
    return [[String(Number(node.text) + 1), `${node.text} -> ${Number(node.text) + 1}`]];
  }
  if (ts.isCallExpression(node)) return ofCall(node, file);
  if (ts.isExpressionStatement(node)) return [[";", `${firstLine(node, file)} removed`]];
  if (ts.isReturnStatement(node) && node.expression && isEarly(node)) {
    return [[";", `${firstLine(node, file)} removed`]];
  }
  return [];
}

function ofBinary(node: ts.BinaryExpression, file: ts.SourceFile) {
  const operator = node.operatorToken.getText(file);
  const [left, right] = [node.left.getText(file), node.right.getText(file)];
  if (operator === "??") return [[left, "?? removed"]] as const;
  return (swapped.get(operator) ?? []).map(
    (other) => [`${left} ${other} ${right}`, `${operator} -> ${other}`] as const,
  );
}

function ofCondition(node: ts.Node, condition: ts.Expression, file: ts.SourceFile) {
  const text = node.getText(file);
  const at = condition.getStart(file) - node.getStart(file);
  const rest = text.slice(at + condition.getWidth(file));
  return ["true", "false"].map(
    (always) => [`${text.slice(0, at)}${always}${rest}`, `condition -> ${always}`] as const,
  );
}

const otherCalls: ReadonlyMap<string, string> = new Map([
  ["min", "max"],
  ["max", "min"],
  ["some", "every"],
  ["every", "some"],
]);

function ofCall(
  node: ts.CallExpression,
  file: ts.SourceFile,
): readonly (readonly [string, string])[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const other = otherCalls.get(name.text);
  const text = node.getText(file);
  const at = name.getStart(file) - node.getStart(file);
  if (other !== undefined) {
    return [
      [text.slice(0, at) + other + text.slice(at + name.text.length), `${name.text} -> ${other}`],
    ];
  }
  if (name.text === "filter" || name.text === "sort") {
    return [[expression.getText(file), `${name.text} removed`]];
  }
  return [];
}

/** A literal that decides something: not a key, a module's name or the text of an error. */
function isCode(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  return !(
    ts.isNewExpression(parent) ||
    ts.isImportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent)
  );
}

function isEarly(node: ts.ReturnStatement): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent)) return true;
  return ts.isBlock(parent) && parent.statements.at(-1) !== node;
}

function firstLine(node: ts.Node, file: ts.SourceFile): string {
  return (node.getText(file).split("\n")[0] ?? "").slice(0, 60);
}
