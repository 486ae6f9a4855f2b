import { utf8Bytes } from "../latin1.ts";
import { decimalOf, nationalProviderIdOf } from "../values.ts";
import {
  dayAfter,
  defaultPayers,
  type GenerateOptions,
  type InventedClaim,
  type InventedLine,
  type InventedPayer,
  inventedClaim,
} from "./invented-claim.ts";

export type { GenerateOptions, InventedClaim, InventedPayer } from "./invented-claim.ts";
export { inventedClaim } from "./invented-claim.ts";

const pieceCharacters = 65_536;
const billingId = nationalProviderIdOf("123456789");
const taxId = "361234567";

/**
 * An 837P of invented claims, in pieces of about 64 KiB. The same seed gives the same bytes, and the
 * claims that `generate835` pays.
 */
export function* generate837P(options: GenerateOptions): Generator<Uint8Array> {
  yield* inPieces(claimFile(options));
}

/** The balanced 835 for the claims of `generate837P`: one payment per set of claims. */
export function* generate835(options: GenerateOptions): Generator<Uint8Array> {
  yield* inPieces(remittanceFile(options));
}

function* inPieces(texts: Iterable<string>): Generator<Uint8Array> {
  let waiting = "";
  for (const text of texts) {
    waiting += text;
    if (waiting.length < pieceCharacters) continue;
    yield utf8Bytes(waiting);
    waiting = "";
  }
  if (waiting !== "") yield utf8Bytes(waiting);
}

/** Segments of a set in their order, and how many of them there are. */
class SetText {
  count = 0;
  private text = "";

  add(...segments: readonly string[]): void {
    for (const segment of segments) this.text += `${segment}~\n`;
    this.count += segments.length;
  }

  take(): string {
    const { text } = this;
    this.text = "";
    return text;
  }
}

type SetPlan = {
  readonly number: string;
  readonly payer: InventedPayer;
  readonly claims: readonly InventedClaim[];
};

function* setPlans(options: GenerateOptions): Generator<SetPlan> {
  const size = options.claimsPerSet ?? 500;
  const payers = options.payers ?? defaultPayers;
  for (let from = 0, set = 0; from < options.claims; from += size, set += 1) {
    const length = Math.min(size, options.claims - from);
    const claims = Array.from({ length }, (_, at) => inventedClaim(options, from + at));
    const payer = payers[set % payers.length] ?? payers[0];
    yield { number: String(set + 1).padStart(4, "0"), payer, claims };
  }
}

function controlNumberOf(options: GenerateOptions): string {
  return String(options.seed % 1_000_000_000).padStart(9, "0");
}

function opening(options: GenerateOptions, group: string): string {
  const control = controlNumberOf(options);
  const [functionalId = "", version = ""] = group.split(" ");
  const day = dayAfter(options.firstServiceDate ?? "2025-01-06", 0);
  const pad = (text: string) => text.padEnd(15, " ");
  return (
    `ISA*00*          *00*          *ZZ*${pad("SENDER")}*ZZ*${pad("RECEIVER")}` +
    `*${day.slice(2)}*1200*^*00501*${control}*0*P*:~\n` +
    `GS*${functionalId}*SENDER*RECEIVER*${day}*1200*${Number(control)}*X*${version}~\n`
  );
}

function closing(options: GenerateOptions, sets: number): string {
  const control = controlNumberOf(options);
  return `GE*${sets}*${Number(control)}~\nIEA*1*${control}~\n`;
}

function* claimFile(options: GenerateOptions): Generator<string> {
  yield opening(options, "HC 005010X222A1");
  let sets = 0;
  for (const plan of setPlans(options)) {
    sets += 1;
    yield* claimSet(plan, options);
  }
  yield closing(options, sets);
}

function* claimSet(plan: SetPlan, options: GenerateOptions): Generator<string> {
  const day = dayAfter(options.firstServiceDate ?? "2025-01-06", 0);
  const text = new SetText();
  text.add(
    `ST*837*${plan.number}*005010X222A1`,
    `BHT*0019*00*${options.seed}-${plan.number}*${day}*1200*CH`,
    "NM1*41*2*RIVERBEND FAMILY MEDICINE*****46*RBFM01",
    "PER*IC*BILLING OFFICE*TE*3125550100",
    `NM1*40*2*${plan.payer.name}*****46*${plan.payer.id}`,
    "HL*1**20*1",
    "PRV*BI*PXC*207Q00000X",
    `NM1*85*2*RIVERBEND FAMILY MEDICINE*****XX*${billingId}`,
    "N3*100 RIVER STREET",
    "N4*CHICAGO*IL*606010001",
    `REF*EI*${taxId}`,
  );
  let level = 1;
  for (const claim of plan.claims) {
    level += 1;
    addClaim(text, claim, { level, payer: plan.payer });
    yield text.take();
  }
  text.add(`SE*${text.count + 1}*${plan.number}`);
  yield text.take();
}

function addClaim(
  text: SetText,
  claim: InventedClaim,
  place: { level: number; payer: InventedPayer },
): void {
  const [principal = "", other = ""] = claim.diagnoses;
  text.add(
    `HL*${place.level}*1*22*0`,
    "SBR*P*18*GRP100******CI",
    `NM1*IL*1*${claim.lastName}*${claim.firstName}****MI*${claim.memberId}`,
    `N3*${claim.street}`,
    `N4*CHICAGO*IL*${claim.postalCode}`,
    `DMG*D8*${claim.bornOn}*${claim.gender}`,
    `NM1*PR*2*${place.payer.name}*****PI*${place.payer.id}`,
    `CLM*${claim.controlNumber}*${decimalOf(claim.chargedCents)}***11:B:1*Y*A*Y*Y`,
    `REF*EA*${claim.memberId}`,
    `HI*ABK:${principal}*ABF:${other}`,
    `NM1*82*1*${claim.renderingName}*PAT****XX*${claim.renderingId}`,
    "PRV*PE*PXC*207Q00000X",
  );
  claim.lines.forEach((line, index) => {
    const modifier = line.modifier === undefined ? "" : `:${line.modifier}`;
    const charge = decimalOf(line.chargedCents);
    text.add(
      `LX*${index + 1}`,
      `SV1*HC:${line.procedureCode}${modifier}*${charge}*UN*${line.units}***1:2`,
      `DTP*472*D8*${claim.servedOn}`,
      `REF*6R*${line.controlNumber}`,
    );
  });
}

function* remittanceFile(options: GenerateOptions): Generator<string> {
  yield opening(options, "HP 005010X221A1");
  let sets = 0;
  for (const plan of setPlans(options)) {
    sets += 1;
    yield* remittanceSet(plan, options);
  }
  yield closing(options, sets);
}

function* remittanceSet(plan: SetPlan, options: GenerateOptions): Generator<string> {
  const text = new SetText();
  const setIndex = Number(plan.number) - 1;
  // Every tenth payment carries interest, which increases it and belongs to no claim.
  const interestCents = setIndex % 10 === 9 ? 123 : 0;
  const claimsPaid = plan.claims.reduce((sum, claim) => sum + claim.paidCents, 0);
  const last = plan.claims.at(-1)?.servedOn ?? "20250106";
  const paidOn = dayAfter(`${last.slice(0, 4)}-${last.slice(4, 6)}-${last.slice(6)}`, 21);
  text.add(
    `ST*835*${plan.number}`,
    `BPR*I*${decimalOf(claimsPaid + interestCents)}*C*ACH*CCP*01*071000013*DA*1234567*1512345678**01*071000288*DA*7654321*${paidOn}`,
    `TRN*1*${options.seed}${plan.number}*1512345678`,
    `DTM*405*${paidOn}`,
    `N1*PR*${plan.payer.name}*XV*${plan.payer.id}`,
    "N3*1 PAYER PLAZA",
    "N4*CHICAGO*IL*606060001",
    "PER*BL*PROVIDER SERVICES*TE*3125550199",
    `N1*PE*RIVERBEND FAMILY MEDICINE*XX*${billingId}`,
    `REF*TJ*${taxId}`,
    "LX*1",
  );
  for (const claim of plan.claims) {
    addPaidClaim(text, claim);
    yield text.take();
  }
  if (interestCents !== 0) {
    text.add(`PLB*${billingId}*${paidOn.slice(0, 4)}1231*L6*-${decimalOf(interestCents)}`);
  }
  text.add(`SE*${text.count + 1}*${plan.number}`);
  yield text.take();
}

function addPaidClaim(text: SetText, claim: InventedClaim): void {
  const patient = claim.patientCents === 0 ? "" : decimalOf(claim.patientCents);
  const amounts = `${decimalOf(claim.chargedCents)}*${decimalOf(claim.paidCents)}*${patient}`;
  text.add(
    `CLP*${claim.controlNumber}*1*${amounts}*12*${claim.payerControlNumber}*11*1`,
    `NM1*QC*1*${claim.lastName}*${claim.firstName}****MI*${claim.memberId}`,
    `NM1*82*1*${claim.renderingName}*PAT****XX*${claim.renderingId}`,
    `REF*EA*${claim.memberId}`,
    "REF*1L*GRP100",
    `DTM*232*${claim.servedOn}`,
    `DTM*233*${claim.servedOn}`,
    `DTM*050*${claim.servedOn}`,
    `AMT*AU*${decimalOf(claim.paidCents + claim.patientCents)}`,
  );
  for (const line of claim.lines) addPaidLine(text, line, claim.servedOn);
}

function addPaidLine(text: SetText, line: InventedLine, servedOn: string): void {
  const modifier = line.modifier === undefined ? "" : `:${line.modifier}`;
  const amounts = `${decimalOf(line.chargedCents)}*${decimalOf(line.paidCents)}`;
  const allowed = line.chargedCents - (line.adjustments[0]?.cents ?? 0);
  text.add(
    `SVC*HC:${line.procedureCode}${modifier}*${amounts}**${line.units}`,
    `DTM*472*${servedOn}`,
  );
  for (const { groupCode, reasonCode, cents } of line.adjustments) {
    text.add(`CAS*${groupCode}*${reasonCode}*${decimalOf(cents)}`);
  }
  text.add(`REF*6R*${line.controlNumber}`);
  if (allowed > 0) text.add(`AMT*B6*${decimalOf(allowed)}`);
  if (line.remarkCode !== undefined) text.add(`LQ*HE*${line.remarkCode}`);
}
