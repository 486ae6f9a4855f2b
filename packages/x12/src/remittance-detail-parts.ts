import { cents, date, decimal, required, text } from "./codec/fields.ts";
import { RareParts } from "./codec/rare-parts.ts";
import { partsOf } from "./codec/shape.ts";
import type { RemittanceDetails, RemittanceGroup } from "./remittance-details.ts";

const remittance = partsOf<RemittanceDetails>();
const group = partsOf<RemittanceGroup>();

/** Segments around the claims that few remittances have (005010X221A1 1000B). */
export const remittanceDetailParts = new RareParts([
  remittance.item("delivery", ["RDM", {}], { method: required(1), name: text(2), number: text(3) }),
]);

/** TS3 and TS2 of loop 2000. */
export const groupParts = new RareParts([
  group.item("summary", ["TS3", {}], {
    providerId: required(1),
    facilityCode: required(2),
    fiscalPeriodEnd: date(3),
    claims: decimal(4),
    chargedCents: cents(5),
    primaryPayerCents: cents(13),
    outsideLaboratoryCents: cents(15),
    codedChargesCents: cents(17),
    codedPayableCents: cents(18),
    professionalCents: cents(20),
    patientLiabilityMetCents: cents(21),
    patientReimbursedCents: cents(22),
    interimClaims: decimal(23),
    interimAdjustmentCents: cents(24),
  }),
  group.item("prospective", ["TS2", {}], {
    diagnosisGroupCents: cents(1),
    federalCents: cents(2),
    hospitalCents: cents(3),
    disproportionateShareCents: cents(4),
    capitalCents: cents(5),
    medicalEducationCents: cents(6),
    outlierDays: decimal(7),
    dayOutlierCents: cents(8),
    costOutlierCents: cents(9),
    averageStay: decimal(10),
    discharges: decimal(11),
    costReportDays: decimal(12),
    coveredDays: decimal(13),
    noncoveredDays: decimal(14),
    passThroughCents: cents(15),
    averageWeight: decimal(16),
    capitalFederalCents: cents(17),
    capitalHospitalCents: cents(18),
    capitalDisproportionateShareCents: cents(19),
  }),
]);
