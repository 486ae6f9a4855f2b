/** A planned procedure as the booking form sends it. */
export type TypedService = {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly units: number;
};

/**
 * Reads procedures from one line: `99213-25 93000 97110x2`. Undefined when a word is no code with modifiers
 * and units.
 */
export function readServices(text: string): TypedService[] | undefined {
  const services: TypedService[] = [];
  for (const word of text.toUpperCase().split(/[\s,]+/)) {
    if (word === "") continue;
    const match = /^([0-9A-Z]{5})((?:-[0-9A-Z]{2})*)(?:X(\d{1,3}))?$/.exec(word);
    if (match === null) return undefined;
    const [, procedureCode = "", modifiers = "", units = "1"] = match;
    services.push({
      procedureCode,
      modifiers: modifiers.split("-").filter((modifier) => modifier !== ""),
      units: Number(units),
    });
  }
  return services;
}

/** The procedures as one line. */
export function servicesText(
  services: readonly { procedureCode: string; modifiers: string; units: number }[],
): string {
  return services
    .map(({ procedureCode, modifiers, units }) => {
      const marked = [procedureCode, ...modifiers.split(" ").filter(Boolean)].join("-");
      return units === 1 ? marked : `${marked}x${units}`;
    })
    .join(" ");
}
