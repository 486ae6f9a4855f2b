export {
  type FaultKind,
  faultKinds,
  injectFaults,
  type WantedFault,
} from "./faults/inject-faults.ts";
export { type AnswerFile, Sandbox } from "./live/sandbox.ts";
export { type Profile, profileOf, profiles } from "./parameters/profiles.ts";
export { filingTerms } from "./payers/payers.ts";
export type { SimulationOutput } from "./run/output.ts";
export type { SimulationOptions } from "./run/run.ts";
export { defaultDays, defaultEnd, simulate } from "./run/simulate.ts";
export type { Standing, Summary, TruthRecord } from "./truth/records.ts";
