import { account, cents, date, required, requiredCents, text } from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  daysPart,
  organizationDefaults,
  organizationOf,
  partyParts,
  partyShape,
  referencesPart,
} from "../codec/party-parts.ts";
import { partsOf, type Shape, shape, untyped } from "../codec/shape.ts";
import type { Party } from "../transaction.ts";
import type { PremiumItem, PremiumPayment, PremiumRemittance } from "./premium-payment.ts";

const payment = partsOf<Omit<PremiumPayment, "header">>();
const remittance = partsOf<Omit<PremiumRemittance, "range">>();
const item = partsOf<PremiumItem>();
const adjustmentFields = { cents: requiredCents(1), reasonCode: required(2) };

const organization = (loop: string, role: string): Shape<Party> =>
  shape(
    loop,
    [organizationOf(role), untyped("N2"), ...partyParts("address", "contacts"), untyped("RDM")],
    { defaults: organizationDefaults },
  );

const itemShape: Shape<PremiumItem> = shape("2300", [
  item.segment(
    "RMR",
    {},
    {
      qualifier: required(1),
      id: required(2),
      actionCode: text(3),
      paidCents: cents(4),
      billedCents: cents(5),
    },
  ),
  referencesPart(),
  daysPart,
  untyped("IT1", "SAC", "SLN"),
  item.items("adjustments", ["ADX", {}], adjustmentFields),
]);

const remittanceShape: Shape<Omit<PremiumRemittance, "range">> = shape("2000", [
  remittance.segment(
    "ENT",
    {},
    {
      number: required(1),
      entityCode: text(2),
      idQualifier: text(3),
      id: text(4),
    },
  ),
  remittance.loops("names", partyShape("2100", ["IL", "DO", "EY", "QE"], [])),
  remittance.items("earlierAdjustments", ["ADX", {}], adjustmentFields),
  remittance.loops("items", itemShape),
]);

/** 820. */
export const premiumHierarchy: Hierarchy = {
  setId: "820",
  version: "005010X218",
  functionalId: "RA",
  heading: [
    payment.segment(
      "BPR",
      {},
      {
        handlingCode: required(1),
        paidCents: requiredCents(2),
        creditOrDebit: text(3),
        paymentMethod: text(4),
        paymentFormat: text(5),
        payerAccount: account(6),
        payeeAccount: account(12),
        effectiveOn: date(16),
      },
    ),
    payment.segment(
      "TRN",
      { 1: ["1", "3"] },
      {
        traceNumber: text(2),
        originatingCompanyId: text(3),
      },
    ),
    untyped("CUR"),
    referencesPart(),
    daysPart,
    payment.loop("premiumReceiver", organization("1000A", "PE")),
    payment.loop("premiumPayer", organization("1000B", "PR")),
    untyped("N1"),
  ],
  levels: [{ key: "remittance", shape: remittanceShape }],
};
