import { type WritableClaim, write837P } from "@headwater/x12";
import { dayOf } from "../../civil-day.ts";
import { billEncounter } from "../../office/bill-encounter.ts";
import type { BilledClaim } from "../../office/claim.ts";
import { writtenClaim } from "../../office/written-claim.ts";
import { profileOf } from "../../parameters/profiles.ts";
import { streamOfSeed } from "../../random/keyed-stream.ts";
import { textOf } from "../../run/envelope.ts";
import type { SimulationOptions } from "../../run/run.ts";
import { encounterOf, patientsFor, type World } from "../../world/encounter.ts";
import { organization, practiceOf } from "../../world/practice.ts";

/** An office that writes right claims of the world that a sandbox lives in. */
export class Office {
  readonly #options: SimulationOptions;
  readonly #world: World;
  #sendings = 0;

  constructor(options: SimulationOptions) {
    this.#options = options;
    const root = streamOfSeed(options.seed);
    const lastDay = dayOf(options.end);
    const firstDay = lastDay - options.days + 1;
    this.#world = {
      root,
      practice: practiceOf(root, options.claims, [firstDay, lastDay]),
      patients: patientsFor(options.claims),
      firstDay,
      lastDay,
    };
  }

  /** A claim without a slip of a visit on a day; the visit is another one for another number. */
  bill(
    index: number,
    day: string,
    fits: (claim: BilledClaim) => boolean = () => true,
  ): BilledClaim {
    const profile = profileOf("spotless");
    if (profile === undefined) throw new TypeError("a profile is missing");
    const firstProvider = this.#world.practice.providers[0];
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const place = { index: 5_000_000 + index, attempt, day: dayOf(day) };
      const encounter = encounterOf(this.#world, place);
      if (encounter.primary === undefined) continue;
      const claim = billEncounter(encounter, undefined, { profile, firstProvider });
      if (fits(claim)) return claim;
    }
    throw new RangeError("no visit of the world fits");
  }

  /** Claims as an 837; `change` may spoil what the office wrote. */
  send(
    claims: readonly BilledClaim[],
    day: string,
    change: (claim: WritableClaim) => WritableClaim = (claim) => claim,
  ): Uint8Array {
    this.#sendings += 1;
    const { practice } = this.#world;
    const submission = {
      referenceId: `B${this.#sendings}`,
      purpose: "00",
      createdOn: day,
      claimOrEncounter: "CH",
      submitter: organization("41", practice.name, {
        number: ["46", "OFFICE"],
        contacts: [
          {
            functionCode: "IC",
            name: "OFFICE",
            numbers: [{ qualifier: "TE", number: "2175550100" }],
          },
        ],
      }),
      receiver: organization("40", "CLEARHUB", { number: ["46", "CLEARHUB"] }),
    };
    const written = claims.map((claim) => change(writtenClaim(claim, practice)));
    const text = textOf(
      write837P(submission, written, {
        senderQualifier: "ZZ",
        senderId: "OFFICE",
        receiverQualifier: "ZZ",
        receiverId: "CLEARHUB",
        date: day,
        time: "0900",
        interchangeControlNumber: this.#sendings,
        groupControlNumber: this.#sendings,
        setControlNumber: 1,
        isTest: false,
      }),
    );
    return Buffer.from(text, "latin1");
  }

  get options(): SimulationOptions {
    return this.#options;
  }
}
