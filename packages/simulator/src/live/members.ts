import type { KeyedStream } from "../random/keyed-stream.ts";
import { type Coverage, type Patient, patientOf } from "../world/patient.ts";

/** Somebody whom payers know, under one of the numbers by which they do. */
export type Member = { readonly patient: Patient; readonly coverage: Coverage };

/** What is written of a patient on a claim or an inquiry. */
export type WrittenPerson = {
  readonly lastName: string;
  readonly firstName: string;
  readonly bornOn: string | undefined;
};

/** The members of all payers of a world, found as payers find them: by number, then by who it is. */
export class Members {
  readonly #byNumber = new Map<string, Member[]>();
  readonly #patients: readonly Patient[];

  /** `days` is the length of the world, from `firstDay`. */
  constructor(world: KeyedStream, patients: number, [firstDay, days]: readonly [number, number]) {
    this.#patients = Array.from({ length: patients }, (_, index) =>
      patientOf(world, index, [firstDay, days]),
    );
    for (const patient of this.#patients) {
      for (const coverage of coveragesOf(patient)) {
        const key = numberKey(coverage.memberId);
        const known = this.#byNumber.get(key);
        if (known === undefined) this.#byNumber.set(key, [{ patient, coverage }]);
        else known.push({ patient, coverage });
      }
    }
  }

  /**
   * The member of a payer with a number: of a family that shares it the one with this name and day of
   * birth, else with this first name, else the first. Undefined for a number that the payer does not know.
   */
  find(payerKey: string, memberId: string, person: WrittenPerson): Member | undefined {
    const own = (this.#byNumber.get(numberKey(memberId)) ?? []).filter(
      ({ coverage }) => coverage.payer.key === payerKey,
    );
    const named = own.filter(({ patient }) => isNamed(patient, person));
    return named.find(({ patient }) => patient.bornOn === person.bornOn) ?? named[0] ?? own[0];
  }

  /** Patients in the order of the world. */
  all(): readonly Patient[] {
    return this.#patients;
  }
}

/** Every coverage of a patient: those that pay first by time, then the others. */
export function coveragesOf(patient: Patient): readonly Coverage[] {
  const { primary, secondary, underlying } = patient;
  return [...primary, secondary, underlying].filter((one) => one !== undefined);
}

/** Whether a name is the patient's: letters alone count. */
export function isNamed(patient: Patient, person: WrittenPerson): boolean {
  return (
    lettersOf(patient.lastName) === lettersOf(person.lastName) &&
    lettersOf(patient.firstName) === lettersOf(person.firstName)
  );
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z]/g, "");
}

function numberKey(memberId: string): string {
  return memberId.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
