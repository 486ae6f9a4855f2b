/** Whether two plain values (objects, lists, texts, numbers) are equal; a field that is undefined counts. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object") return false;
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const others = other as Readonly<Record<string, unknown>>;
  let fields = 0;
  // Faster than a list of keys; plain values inherit none.
  for (const key in one) {
    if (!isEqual((one as Readonly<Record<string, unknown>>)[key], others[key])) return false;
    fields += 1;
  }
  for (const _ in other) fields -= 1;
  return fields === 0;
}
