import type { PatientAnswer } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { patientName, phoneText, zipText } from "./patient-name.ts";

type Address = Pick<
  PatientAnswer,
  "addressLine1" | "addressLine2" | "city" | "state" | "postalCode"
>;

/** What is on file of a patient, and who answers for the balance. */
export function PatientFacts({ patient }: { readonly patient: PatientAnswer }) {
  const { guarantor } = patient;
  const facts = [
    ["patientField.chartNumber", patient.chartNumber],
    ["patientField.dateOfBirth", patient.dateOfBirth && formatDate(patient.dateOfBirth)],
    ["patientField.gender", patient.gender && tOr(`gender.${patient.gender}`, patient.gender)],
    ["patientField.addressLine1", addressText(patient)],
    ["patientField.phone", phoneText(patient.phone)],
    ["patientField.email", patient.email],
    ["patient.guarantor", guarantor && guarantorText(patient)],
  ] as const;
  return (
    <section aria-label={t("patient.facts")}>
      <dl className="fact-list">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <Stated text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function addressText(address: Address): string {
  const { addressLine1, addressLine2, city, state, postalCode } = address;
  const town = [city, [state, zipText(postalCode)].filter(Boolean).join(" ")].filter(Boolean);
  return [addressLine1, addressLine2, town.join(", ")].filter(Boolean).join(" · ");
}

function guarantorText({ guarantor, guarantorRelationship }: PatientAnswer): string | null {
  if (guarantor === null) return null;
  if (guarantorRelationship === "18") return t("patient.self");
  const relation = tOr(`relationship.${guarantorRelationship}`, "");
  const reach = phoneText(guarantor.phone) ?? addressText(guarantor);
  return [`${patientName(guarantor)} (${relation})`, reach].filter(Boolean).join(" · ");
}
