import { t, tOr } from "../../strings/translate.ts";

/** A code set in words, with whose it is where there are several. */
export function codeSetName(named: {
  readonly codeSet: string | null;
  readonly variant: string;
}): string {
  if (named.codeSet === null) return t("codeSets.unrecognised");
  const name = tOr(`codeSet.${named.codeSet}`, named.codeSet);
  if (named.variant === "") return name;
  return `${name}, ${tOr(`codeSetVariant.${named.variant}`, named.variant)}`;
}
