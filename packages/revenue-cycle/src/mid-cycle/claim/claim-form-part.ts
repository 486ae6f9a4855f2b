import type { ClaimFormField } from "./claim-form-fields.ts";

/** A part of the claim that few claims have: it is shown once it is filled or asked for. */
export type ClaimFormPart = {
  /** Below its owner; empty when its fields stand in the owner itself. */
  readonly path: string;
  readonly title: string;
  /** One of it, several entries, or a list of texts. */
  readonly is: "one" | "many" | "texts";
  /** What a new entry begins with. */
  readonly start?: Readonly<Record<string, unknown>>;
  readonly fields: readonly ClaimFormField[];
  readonly parts?: readonly ClaimFormPart[];
};

/** A field of a part with the path to it: `[]` stands for the place in a list. */
type PlacedField = { readonly path: string; readonly field: ClaimFormField };

/** All fields of parts with their paths. */
export function fieldsOfParts(parts: readonly ClaimFormPart[], below = ""): PlacedField[] {
  return parts.flatMap((part) => {
    const own = [below, part.path].filter((each) => each !== "").join(".");
    const base = part.is === "one" ? own : `${own}[]`;
    if (part.is === "texts") return part.fields.map((field) => ({ path: base, field }));
    return [
      ...part.fields.map((field) => ({
        path: base === "" ? field.path : `${base}.${field.path}`,
        field,
      })),
      ...fieldsOfParts(part.parts ?? [], base),
    ];
  });
}
