import { factValue, type KnownFacts } from "./derive-facts.ts";
import type { FindingParameters } from "./edit.ts";
import { collectionOf, type FactName, factOf, isFactName } from "./fact-catalogue.ts";

const quoted = /\{([A-Za-z.]{1,60})\}/g;

/** The facts that a message quotes, each once. */
export function quotedFacts(message: string): FactName[] {
  const names = [...message.matchAll(quoted)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter(isFactName);
}

/** The names in braces that are no facts. */
export function unknownQuotes(message: string): string[] {
  return [...message.matchAll(quoted)]
    .map((match) => match[1] ?? "")
    .filter((name) => !isFactName(name));
}

/** The values that a message quotes; what is absent or not evaluable is not among them. */
export function parametersOf(
  names: readonly FactName[],
  whole: KnownFacts,
  member: KnownFacts | undefined,
): FindingParameters {
  const parameters: Record<string, string | number> = {};
  for (const name of names) {
    const value = factValue(collectionOf(name) === undefined ? whole : member, name);
    if (typeof value === "string" || typeof value === "number") parameters[name] = value;
    if (Array.isArray(value)) parameters[name] = value.join(" ");
  }
  return parameters;
}

/** The message with its facts; an absent one reads "not stated", amounts of money as dollars. */
export function fillMessage(message: string, parameters: FindingParameters): string {
  return message.replace(quoted, (_, name: string) => {
    if (!Object.hasOwn(parameters, name)) return "not stated";
    const value = parameters[name];
    return typeof value === "number" && name.endsWith("Cents") ? dollars(value) : String(value);
  });
}

/** The message of an edit as people read it before there is a finding: facts by their labels. */
export function describeMessage(message: string): string {
  return message.replace(quoted, (written, name: string) =>
    isFactName(name) ? `[${factOf(name).label}]` : written,
  );
}

function dollars(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}$${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
