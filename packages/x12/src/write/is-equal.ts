/** Whether two plain values (objects, lists, texts, numbers) are equal; a field that is undefined counts. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  const others = other as Readonly<Record<string, unknown>>;
  for (const key of keys) {
    if (!isEqual((one as Readonly<Record<string, unknown>>)[key], others[key])) return false;
  }
  return true;
}
