/**
 * How a patient stands to somebody else, as PAT01 and SBR02 number it (X12 element 1069). Labels are
 * our own.
 */
export const relationships = {
  "18": "self",
  "01": "spouse",
  "19": "child",
  "53": "life partner",
  "20": "employee",
  "39": "organ donor",
  "40": "donor who has died",
  G8: "other",
  "21": "not known",
} as const;

export type Relationship = keyof typeof relationships;

/** The patient himself. */
export const self = "18" satisfies Relationship;

export const relationshipCodes = Object.keys(relationships) as readonly Relationship[];

/** Whether a text is one of the relationships. */
export function isRelationship(text: string): text is Relationship {
  return Object.hasOwn(relationships, text);
}
