import type { SituationRule } from "../situation.ts";

/** Situational rules of the 835 (005010X221A1). */
export const remittanceSituations: readonly SituationRule[] = [
  {
    code: "X12_CROSSOVER_CARRIER",
    loop: "2100",
    when: ["CLP.2=19,20,21"],
    need: "NM1:TT",
  },
  {
    code: "X12_REMITTANCE_SERVICE_DATE",
    loop: "2110",
    when: ["!2100/DTM:232"],
    need: "DTM",
  },
];
