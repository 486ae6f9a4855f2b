/** An edited claim as the form holds it: what the server takes, before it is checked. */
export type EditNode = { readonly [key: string]: unknown };

/** What stands at a path, `lines.0.quantity`. */
export function valueAt(node: unknown, path: string): unknown {
  let value: unknown = node;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as EditNode)[key];
  }
  return value;
}

/** The claim with another value at a path; an absent one is taken out. */
export function withValue(node: EditNode, path: string, value: unknown): EditNode {
  return changed(node, path.split("."), value) as EditNode;
}

function changed(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((item, index) => (String(index) === key ? changed(item, rest, value) : item));
  }
  const base = typeof node === "object" && node !== null ? (node as EditNode) : {};
  const next = changed(base[key], rest, value);
  const { [key]: _, ...others } = base;
  return next === undefined ? others : { ...others, [key]: next };
}

/** Paths of the leaves in which two claims differ. */
export function differences(one: unknown, other: unknown, path = ""): string[] {
  if (one === other) return [];
  const isNode = (value: unknown) => typeof value === "object" && value !== null;
  if (!isNode(one) || !isNode(other)) return [path];
  const keys = new Set([...Object.keys(one as EditNode), ...Object.keys(other as EditNode)]);
  return [...keys].flatMap((key) =>
    differences((one as EditNode)[key], (other as EditNode)[key], path ? `${path}.${key}` : key),
  );
}

/** A leaf as people read it. */
export function leafText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** An empty party of a kind. */
export function emptyParty(entityCode: string): EditNode {
  const isPerson = entityCode !== "77";
  return { entityCode, isPerson, idQualifier: "XX", references: [], contacts: [] };
}

/** A new line, for the day of the line before it. */
export function emptyLine(before: EditNode | undefined): EditNode {
  return {
    procedure: { qualifier: "HC", code: "", modifiers: [] },
    chargedCents: 0,
    unitOfMeasure: "UN",
    quantity: "1",
    diagnosisPointers: [1],
    emergency: false,
    ...(before?.serviceFrom === undefined ? {} : { serviceFrom: before.serviceFrom }),
    ...{ dates: [], references: [], amounts: [], quantities: [], notes: [] },
    ...{ parties: [], adjudications: [] },
  };
}
