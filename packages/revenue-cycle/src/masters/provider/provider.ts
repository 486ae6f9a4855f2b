/** A billing or rendering provider as a claim names it. */
export type NamedProvider = {
  readonly npi: string;
  readonly name: string | undefined;
  readonly isOrganization: boolean;
  readonly taxonomy: string | undefined;
};

/** An identifier under which payers pay the practice. */
export type Payee = { readonly identifier: string; readonly kind: "npi" | "tax-id" };
