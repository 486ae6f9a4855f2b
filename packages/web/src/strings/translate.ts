import i18next from "i18next";
import type { en } from "./en.ts";

type Paths<Node, Prefix extends string = ""> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${Key}` | PluralBase<`${Prefix}${Key}`>
    : Paths<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];
type PluralBase<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other`
  ? Base
  : never;

/** Every sentence of the application in one language. */
export type Catalogue = typeof en;

/** Every path of the catalogue; a plural is asked for by its base and a `count`. */
export type StringKey = Paths<Catalogue>;

/** Takes the catalogue; must run before the first component renders. */
export function startStrings(catalogue: Catalogue) {
  i18next.init({
    lng: "en",
    resources: { en: { translation: catalogue } },
    initAsync: false,
    // Codes of figures hold colons.
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
}

/** The catalogue's sentence for `key` with `values` filled in. */
export function t(key: StringKey, values?: Readonly<Record<string, string | number>>): string {
  return i18next.t(key, values ?? {});
}

/** The sentence for a key built at run time, such as `claimState.` and a code; else `fallback`. */
export function tOr(
  key: string,
  fallback: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return i18next.exists(key, values) ? i18next.t(key, values) : fallback;
}
