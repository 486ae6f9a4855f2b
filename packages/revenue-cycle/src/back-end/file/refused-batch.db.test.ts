import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { generate837P } from "@headwater/x12/testing/generate.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importBytes, testContext } from "./testing/import-texts.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const options = { seed: 77, claims: 4, claimsPerSet: 2 };
const claims = Buffer.concat([...generate837P(options)]).toString();
/** BHT03 of each set, and the billing provider of both. */
const [first = "", second = ""] = [...claims.matchAll(/BHT\*0019\*00\*([^*]*)\*/g)].map(
  (match) => match[1] ?? "",
);
const provider = /NM1\*85\*2\*[^~]*\*XX\*(\d{10})~/.exec(claims)?.[1] ?? "";

/** A 277CA that names a batch and no claims. */
function refusal(levels: readonly string[]): string {
  const segments = [
    "ST*277*0001*005010X214",
    "BHT*0085*08*R1*20250111*0900*TH",
    "HL*1**20*1",
    "NM1*PR*2*NORTHFIELD HEALTH PLAN*****PI*NFHP1",
    "TRN*1*R1",
    "DTP*050*D8*20250111",
    "DTP*009*D8*20250111",
    ...levels,
  ];
  return (
    "ISA*00*          *00*          *ZZ*RECEIVER       *ZZ*SENDER         *250111*0900*^*00501*000000901*0*P*:~" +
    `GS*HN*RECEIVER*SENDER*20250111*0900*901*X*005010X214~${segments.join("~")}~SE*${segments.length + 1}*0001~` +
    "GE*1*901~IEA*1*000000901~"
  );
}

const receiver = (batch: string, status: string) => [
  "HL*2*1*21*1",
  "NM1*41*2*RIVERBEND FAMILY MEDICINE*****46*RBFM01",
  `TRN*2*${batch}`,
  `STC*${status}*20250111*U*100`,
];
const providerLevel = (npi: string, status: string) => [
  "HL*3*2*19*0",
  `NM1*85*2*RIVERBEND FAMILY MEDICINE*****XX*${npi}`,
  "TRN*2*0",
  `STC*${status}**U*100`,
];

async function states(name: string, files: readonly (readonly [string, string])[]) {
  const context = await testContext(database, name);
  for (const [file, content] of files) await importBytes(context, file, content);
  const { rows } = await database.owner.query(
    `select c.state, c.first_acceptance, coalesce(w.why -> 'codes', '[]') as codes
     from claims c left join work_items w on w.practice_id = c.practice_id and w.kind = 'rejection'
       and w.subject_id = c.claim_id and w.state = 'open'
     where c.practice_id = $1 order by c.segment_from`,
    [context.practice.practiceId],
  );
  return rows;
}

const open = { state: "submitted", first_acceptance: null, codes: [] };
const refused = (...codes: string[]) => ({
  state: "rejected",
  first_acceptance: "rejected",
  codes,
});

describe("a batch that is refused whole", () => {
  test.each([
    [
      "by its receiver",
      refusal(receiver(first, "A3:24:41")),
      [refused("A3", "24", "41"), refused("A3", "24", "41"), open, open],
    ],
    [
      "for one provider",
      refusal([...receiver(second, "A1:19:PR"), ...providerLevel(provider, "A7:562:85")]),
      [open, open, refused("A7", "562", "85"), refused("A7", "562", "85")],
    ],
    [
      "for a provider who has no claim in it",
      refusal([...receiver(second, "A1:19:PR"), ...providerLevel("1999999984", "A7:562:85")]),
      [open, open, open, open],
    ],
    [
      "under a number that no batch has",
      refusal(receiver("NOSUCH", "A3:24:41")),
      [open, open, open, open],
    ],
    ["taken in", refusal(receiver(first, "A1:19:PR")), [open, open, open, open]],
  ])("%s, whichever file comes first", async (name, answer, expected) => {
    const files = [
      ["a.837", claims],
      ["b.277", answer],
    ] as const;
    expect(await states(name, files)).toEqual(expected);
    expect(await states(`${name}, answer first`, files.toReversed())).toEqual(expected);
  });
});
