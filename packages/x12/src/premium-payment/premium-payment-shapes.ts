import { account, cents, date, decimal, required, requiredCents, text } from "../codec/fields.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import {
  daysPart,
  organizationDefaults,
  organizationOf,
  partyParts,
  partyShape,
  referencesPart,
} from "../codec/party-parts.ts";
import { type Field, partsOf, type Shape, shape } from "../codec/shape.ts";
import type {
  PremiumItem,
  PremiumLine,
  PremiumParty,
  PremiumPayment,
  PremiumRemittance,
} from "./premium-payment.ts";

/** TRN01: 1 where it is not told. */
const traceKind: Field<string | undefined> = {
  element: 1,
  read: (segment) => segment.text(1),
  write: (value) => value ?? "1",
};

const payment = partsOf<Omit<PremiumPayment, "header">>();
const remittance = partsOf<Omit<PremiumRemittance, "range">>();
const item = partsOf<PremiumItem>();
const adjustmentFields = { cents: requiredCents(1), reasonCode: required(2) };

const party = partsOf<PremiumParty>();

const organization = (loop: string, ...roles: readonly string[]): Shape<PremiumParty> =>
  shape(
    loop,
    [
      organizationOf(...roles),
      party.segment("N2", {}, { furtherName: text(1) }),
      ...partyParts("address", "contacts"),
      party.item("delivery", ["RDM", {}], { method: required(1), name: text(2), number: text(3) }),
    ],
    { defaults: organizationDefaults },
  );

const bankRoles = "04,0B,8W,AK,BE,BK,C1,C2,IAT,MJ,RB,Z6,ZB,ZL".split(",");

const lineShape: Shape<PremiumLine> = shape("2310A", [
  partsOf<PremiumLine>().segment("IT1", {}, { number: required(1) }),
  partsOf<PremiumLine>().items("charges", ["SAC", { 1: "C" }], {
    code: required(2),
    amount: decimal(5),
  }),
  partsOf<PremiumLine>().items("counts", ["SLN", { 3: "O" }], {
    number: required(1),
    quantity: decimal(4),
    kind: text(5),
  }),
]);

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
  item.loops("lines", lineShape),
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
        payerCompanyId: text(10),
        payerSupplementalCode: text(11),
        payeeAccount: account(12),
        effectiveOn: date(16),
      },
    ),
    payment.segment(
      "TRN",
      { 1: ["1", "3"] },
      {
        traceKind: traceKind,
        traceNumber: text(2),
        originatingCompanyId: text(3),
        supplementalId: text(4),
      },
    ),
    payment.item("currency", ["CUR", {}], { entityCode: required(1), code: required(2) }),
    referencesPart(),
    daysPart,
    payment.loop("premiumReceiver", organization("1000A", "PE")),
    payment.loop("premiumPayer", organization("1000B", "PR")),
    payment.loops("banks", organization("1000C", ...bankRoles)),
  ],
  levels: [{ key: "remittance", shape: remittanceShape }],
};
