import type { Condition } from "./condition.ts";
import type { FactName } from "./fact-catalogue.ts";

/** The facts that a condition asks for, each once. */
export function factsAskedBy(condition: Condition): FactName[] {
  return [...new Set(asked(condition))];
}

function asked(condition: Condition): readonly FactName[] {
  switch (condition.is) {
    case "and":
    case "or":
      return condition.of.flatMap(asked);
    case "not":
      return asked(condition.of);
    case "any":
    case "all":
      return asked(condition.where);
    case "days-between":
      return [condition.from, condition.to];
    case "compare-facts":
      return [condition.fact, condition.other];
    case "code-standing":
      return [condition.fact, condition.on];
    default:
      return [condition.fact];
  }
}
