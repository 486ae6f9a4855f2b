import type { APIRequestContext } from "playwright-core";

export type FrontDeskDay = {
  readonly practice: string;
  readonly today: string;
  /** Ids of visits by the patient's last name. */
  readonly visits: Readonly<Record<string, number>>;
};

type Sent = { readonly id: number; readonly revision: number };

/** Who comes on the day of a test, and what the payer said of them. */
const people = [
  { lastName: "Ortiz", firstName: "Lena", memberId: "W100", time: "09:00", told: "active" },
  { lastName: "Hale", firstName: "Robert", memberId: "W200", time: "09:30", told: "inactive" },
  { lastName: "Quick", firstName: "Ann", memberId: "W300", time: "10:00", told: undefined },
] as const;

/** A practice with three visits today: one clear, one whose coverage is inactive, one nobody asked about. */
export async function frontDeskDay(
  request: APIRequestContext,
  address: string,
): Promise<FrontDeskDay> {
  const send = async <Answer = Sent>(path: string, data: object): Promise<Answer> => {
    const answer = await request.post(`${address}/api${path}`, {
      headers: { "idempotency-key": crypto.randomUUID() },
      data,
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const made = await send<{ id: string }>("/practices", { name: "Riverside", kind: "practice" });
  const practice = made.id;
  const base = `/practices/${practice}`;
  const provider = await send(`${base}/providers`, {
    npi: "1234567893",
    isOrganization: false,
    lastName: "Hale",
    firstName: "Ruth",
    credential: "MD",
    taxonomy: "207Q00000X",
    isRendering: true,
    isBilling: true,
    taxId: "123456789",
    addressLine1: "1 Main Street",
    city: "Albany",
    state: "NY",
    postalCode: "122071234",
  });
  const payer = await send(`${base}/payers`, {
    name: "Northway Health",
    identifier: "NWH01",
    lineOfBusiness: "commercial",
    filingIndicator: "CI",
  });
  await send(`${base}/charge-items`, {
    procedureCode: "99213",
    priceCents: 14500,
    effectiveFrom: "2020-01-01",
  });
  const shown = await request.get(
    `${address}/api${base}/appointments?from=2020-01-01&to=2020-01-01`,
  );
  const { today }: { today: string } = await shown.json();
  const visits: Record<string, number> = {};
  for (const person of people) {
    const { lastName, firstName, memberId, time, told } = person;
    const patient = await send(`${base}/patients`, {
      lastName,
      firstName,
      dateOfBirth: "1980-02-03",
      gender: "F",
      addressLine1: "1 River Street",
      city: "Albany",
      state: "NY",
      postalCode: "12207",
      phone: "5185550100",
      guarantor: { relationship: "18" },
      confirmedNew: true,
    });
    const coverage = await send(`${base}/patients/${patient.id}/coverages`, {
      payerId: payer.id,
      rank: 1,
      memberId,
      relationship: "18",
      effectiveFrom: "2020-01-01",
    });
    const visit = await send(`${base}/appointments`, {
      patientId: patient.id,
      providerId: provider.id,
      day: today,
      time,
      minutes: 20,
      kind: "office-visit",
      services: [{ procedureCode: "99213", modifiers: [], units: 1 }],
    });
    visits[lastName] = visit.id;
    if (told === undefined) continue;
    await send(`${base}/eligibility-checks/told`, {
      coverageId: coverage.id,
      outcome: told,
      told: "Call 4711, agent Kim",
      copayCents: told === "active" ? 3000 : null,
    });
  }
  return { practice, today, visits };
}
