import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { AskedPerson } from "./asked-party.ts";

type StoredPerson = {
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly dateOfBirth: string | null;
  readonly gender: string | null;
};

/** A person as a question to a payer names him. */
export function askedPerson(person: StoredPerson): AskedPerson {
  return {
    lastName: person.lastName ?? undefined,
    firstName: person.firstName ?? undefined,
    middleName: person.middleName ?? undefined,
    dateOfBirth: person.dateOfBirth ?? undefined,
    gender: person.gender ?? undefined,
  };
}

/** A coverage that a payer is asked about, with everybody whom the question names. */
export type AskedCoverage = {
  readonly patientId: number;
  readonly payerId: number;
  readonly payer: string;
  readonly payerIdentifier: string | null;
  readonly memberId: string;
  readonly relationship: string;
  readonly patient: StoredPerson;
  readonly subscriber: StoredPerson;
  readonly submitterIdentifier: string | null;
  readonly receiver: { npi: string; name: string; isOrganization: boolean } | null;
  readonly time: string;
};

/** The coverage with its people, and the provider who asks: of the profile, else the only one who bills. */
export async function loadAskedCoverage(
  transaction: PracticeTransaction,
  coverageId: number,
): Promise<AskedCoverage | undefined> {
  return transaction.maybeOne<AskedCoverage>(sql`
    select c.patient_id as "patientId", c.payer_id as "payerId", payer.name as payer,
      payer.identifier as "payerIdentifier", c.member_id as "memberId", c.relationship,
      json_build_object('lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name, 'dateOfBirth', p.date_of_birth, 'gender', p.gender) as patient,
      json_build_object('lastName', c.subscriber_last_name, 'firstName', c.subscriber_first_name,
        'middleName', c.subscriber_middle_name, 'dateOfBirth', c.subscriber_date_of_birth,
        'gender', c.subscriber_gender) as subscriber,
      profile.submitter_identifier as "submitterIdentifier",
      (select json_build_object('npi', r.npi, 'name', coalesce(r.name, r.npi),
          'isOrganization', r.is_organization)
        from providers r
        where r.practice_id = c.practice_id
          and (r.provider_id = profile.billing_provider_id
            or (profile.billing_provider_id is null and r.is_billing))
        order by r.provider_id limit 1) as receiver,
      to_char(now() at time zone practice.time_zone, 'HH24MI') as time
    from coverages c
    join practices practice on practice.practice_id = c.practice_id
    join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join practice_profiles profile on profile.practice_id = c.practice_id
    where c.practice_id = ${transaction.practiceId} and c.coverage_id = ${coverageId}`);
}
