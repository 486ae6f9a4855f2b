/** Names of the fields in which two records differ, for the event of a change. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((field) => before[field] !== after[field]);
}
