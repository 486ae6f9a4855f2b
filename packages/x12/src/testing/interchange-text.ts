/** Parts of an X12 text for tests that can be chosen; everything else is made to agree. */
export type InterchangeTextOptions = {
  readonly control?: string;
  readonly functionalId?: string;
  readonly version?: string;
  readonly element?: string;
  readonly component?: string;
  readonly repetition?: string;
  readonly segment?: string;
  /** After each terminator, for example a line end. */
  readonly lineEnd?: string;
};

/**
 * One interchange with one group around transaction sets that are given as segments between ST and SE,
 * written with `*` and `:`. Counts and control numbers agree.
 */
export function interchangeText(
  sets: readonly { readonly setId: string; readonly segments: readonly string[] }[],
  options: InterchangeTextOptions = {},
): string {
  const { control = "000000001", functionalId = "HC", version = "005010X222A1" } = options;
  const body = sets.flatMap(({ setId, segments }, index) => {
    const number = String(index + 1).padStart(4, "0");
    const named = setId === "835" || setId === "997" ? "" : `*${version}`;
    return [`ST*${setId}*${number}${named}`, ...segments, `SE*${segments.length + 2}*${number}`];
  });
  const group = `GS*${functionalId}*SENDER*RECEIVER*20250106*1200*7*X*${version}`;
  const inner = [group, ...body, `GE*${sets.length}*7`, `IEA*1*${control}`];
  return `${isaText(options)}${inner.map((text) => segmentText(text, options)).join("")}`;
}

/** The ISA of a test interchange. */
export function isaText(options: InterchangeTextOptions = {}): string {
  const { control = "000000001", lineEnd = "" } = options;
  const { element = "*", component = ":", repetition = "^", segment = "~" } = options;
  const elements = ["ISA", "00", " ".repeat(10), "00", " ".repeat(10), "ZZ"];
  elements.push("SENDER".padEnd(15), "ZZ", "RECEIVER".padEnd(15), "250106", "1200", repetition);
  elements.push("00501", control, "0", "P", component);
  return elements.join(element) + segment + lineEnd;
}

function segmentText(text: string, options: InterchangeTextOptions): string {
  const { element = "*", component = ":", segment = "~", lineEnd = "" } = options;
  return text.replaceAll("*", element).replaceAll(":", component) + segment + lineEnd;
}
