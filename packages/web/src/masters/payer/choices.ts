import {
  enrollmentStates,
  enrollmentTransactions,
} from "@headwater/revenue-cycle/masters/enrollment/enrollment.ts";
import { claimRoutes } from "@headwater/revenue-cycle/masters/payer/decide-payer.ts";
import {
  filingIndicators,
  linesOfBusiness,
} from "@headwater/revenue-cycle/masters/payer/filing-indicator.ts";
import { planKinds } from "@headwater/revenue-cycle/masters/plan/decide-plan.ts";
import { t } from "../../strings/translate.ts";

type Choices = readonly (readonly [string, string])[];

const notStated = () => ["", t("masters.choose")] as const;

/** Choices of the fields of payers, plans and enrolments; asked for once the strings are loaded. */
export const choices = {
  linesOfBusiness: (): Choices => linesOfBusiness.map((one) => [one, t(`lineOfBusiness.${one}`)]),
  linesOfBusinessOrNone: (): Choices => [notStated(), ...choices.linesOfBusiness()],
  filingIndicators: (): Choices => [
    notStated(),
    ...Object.entries(filingIndicators).map(([code, words]) => [code, `${code} ${words}`] as const),
  ],
  claimRoutes: (): Choices => claimRoutes.map((one) => [one, t(`claimRoute.${one}`)]),
  planKinds: (): Choices => planKinds.map((one) => [one, t(`planKind.${one}`)]),
  transactions: (): Choices =>
    enrollmentTransactions.map((one) => [one, t(`enrollmentTransaction.${one}`)]),
  enrollmentStates: (): Choices =>
    enrollmentStates.map((one) => [one, t(`enrollmentState.${one}`)]),
};
