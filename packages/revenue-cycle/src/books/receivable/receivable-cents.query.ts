import { type Sql, sql } from "@headwater/platform/database/sql.ts";

/** The cents of one line, from a row of `receivables` named `r`; names as in the answers. */
export const lineCentsObject: Sql = sql`json_build_object(
  'charged', r.charged_cents, 'incentive', r.incentive_cents,
  'insurancePaid', r.insurance_paid_cents, 'contractual', r.contractual_cents,
  'writtenOff', r.written_off_cents, 'withheld', r.withheld_cents,
  'patientResponsibility', r.patient_responsibility_cents, 'patientPaid', r.patient_paid_cents,
  'patientForgiven', r.patient_forgiven_cents, 'openInsurance', r.open_insurance_cents,
  'denied', r.denied_cents, 'openPatient', r.open_patient_cents,
  'creditInsurance', r.credit_insurance_cents, 'creditPatient', r.credit_patient_cents)`;

/** The cents of a claim: its rows of `receivables`, named `r`, added up. */
export const claimCentsObject: Sql = sql`json_build_object(
  'charged', coalesce(sum(r.charged_cents), 0), 'incentive', coalesce(sum(r.incentive_cents), 0),
  'insurancePaid', coalesce(sum(r.insurance_paid_cents), 0),
  'contractual', coalesce(sum(r.contractual_cents), 0),
  'writtenOff', coalesce(sum(r.written_off_cents), 0),
  'withheld', coalesce(sum(r.withheld_cents), 0),
  'patientResponsibility', coalesce(sum(r.patient_responsibility_cents), 0),
  'patientPaid', coalesce(sum(r.patient_paid_cents), 0),
  'patientForgiven', coalesce(sum(r.patient_forgiven_cents), 0),
  'openInsurance', coalesce(sum(r.open_insurance_cents), 0),
  'denied', coalesce(sum(r.denied_cents), 0), 'openPatient', coalesce(sum(r.open_patient_cents), 0),
  'creditInsurance', coalesce(sum(r.credit_insurance_cents), 0),
  'creditPatient', coalesce(sum(r.credit_patient_cents), 0))`;
