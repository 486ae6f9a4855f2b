import {
  amountOf,
  type GoldenAdjustment,
  type GoldenCase,
  type GoldenClp,
  type GoldenLine,
  type GoldenStep,
} from "./golden-cases.ts";

const billingId = "1234567893";
const taxId = "361234567";

/** What the files of a round are made of. */
export type CaseStep = { readonly of: GoldenCase; readonly step: GoldenStep; readonly at: number };

/** Names a case in numbers, references and names. */
export const caseName = ({ number }: GoldenCase) => `G${String(number).padStart(3, "0")}`;

/** Patient control number of a claim of a case: twelve characters, as a payer may cut or re-case them. */
export function claimNumberOf(of: GoldenCase, letter: string): string {
  return `${caseName(of)}${letter}0X7K2MQ`;
}

/** The case, and the letter of the claim, of one of our numbers or of a trace number. */
export function placeOf(name: string): { readonly number: number; readonly letter: string } {
  return { number: Number(name.slice(1, 4)), letter: name.slice(4, 5) };
}

const traceOf = ({ of, step, at }: CaseStep) =>
  `${caseName(of)}-${step.options.get("trace") ?? at}`;

const compact = (date: string) => date.replaceAll("-", "");

const pad = (text: string) => text.padEnd(15, " ");

type Envelope = { readonly kind: string; readonly version: string; readonly control: number };

function envelope({ kind, version, control }: Envelope, on: string, sets: readonly string[][]) {
  const number = String(control).padStart(9, "0");
  const day = compact(on);
  const segments = [
    `ISA*00*          *00*          *ZZ*${pad("SENDER")}*ZZ*${pad("RECEIVER")}*${day.slice(2)}*1200*^*00501*${number}*0*P*:`,
    `GS*${kind}*SENDER*RECEIVER*${day}*1200*${control}*X*${version}`,
    ...sets.flatMap((set, at) => {
      const setNumber = String(at + 1).padStart(4, "0");
      const [start = "", ...rest] = set;
      return [start.replace("0000", setNumber), ...rest, `SE*${set.length + 1}*${setNumber}`];
    }),
    `GE*${sets.length}*${control}`,
    `IEA*1*${number}`,
  ];
  return `${segments.join("~\n")}~\n`;
}

/** The claims of a round that are sent on a day, as one 837 (professional or institutional). */
export function claimFile(
  steps: readonly CaseStep[],
  {
    on,
    kind,
    control,
  }: { readonly on: string; readonly kind: "P" | "I"; readonly control: number },
): string {
  const version = kind === "P" ? "005010X222A1" : "005010X223A2";
  const set = [
    `ST*837*0000*${version}`,
    `BHT*0019*00*B${control}*${compact(on)}*1200*CH`,
    "NM1*41*2*RIVERBEND*****46*RBFM01",
    "PER*IC*BILLING OFFICE*TE*3125550100",
    "NM1*40*2*CLEARINGHOUSE*****46*CLH01",
    "HL*1**20*1",
    `NM1*85*2*RIVERBEND*****XX*${billingId}`,
    "N3*100 RIVER STREET",
    "N4*CHICAGO*IL*606010001",
    `REF*EI*${taxId}`,
    ...steps.flatMap((each, at) => claimSegments(each, { level: at + 2, kind })),
  ];
  return envelope({ kind: "HC", version, control }, on, [set]);
}

/** The payer of a case, or the second or third of it. */
function payerOf(of: GoldenCase, rank: string | undefined): string {
  if (rank === undefined) return `P${caseName(of)}`;
  return `O${caseName(of)}${rank === "2" ? "S" : "T"}`;
}

/** Last and first name of the patient of a claim, as an NM1 has them. */
export function nameOf(
  options: CaseStep["step"]["options"],
  of: GoldenCase,
  letter: string,
): string {
  const [lastName = "", firstName = ""] = (options.get("name") ?? "").split("/");
  return lastName === "" ? `PATIENT${letter}*${caseName(of)}` : `${lastName}*${firstName}`;
}

function claimSegments(
  { of, step }: CaseStep,
  { level, kind }: { readonly level: number; readonly kind: "P" | "I" },
): string[] {
  const { options, letter, lines } = step;
  const total = lines.reduce((sum, line) => sum + line.cents, 0);
  const name = nameOf(options, of, letter);
  const payer = payerOf(of, options.get("payer"));
  const frequency = options.get("freq") ?? "1";
  const original = options.get("original");
  const further = Number(options.get("further") ?? 0);
  const place = kind === "P" ? `11:B:${frequency}` : `13:A:${frequency}`;
  const [, ...sequences] = "PST";
  return [
    `HL*${level}*1*22*0`,
    `SBR*${options.get("seq") ?? "P"}*18*******${options.get("filing") ?? "CI"}`,
    `NM1*IL*1*${name}****MI*M${caseName(of)}${letter}`,
    "N3*1 ELM STREET",
    "N4*CHICAGO*IL*60601",
    "DMG*D8*19700101*F",
    `NM1*PR*2*PAYER ${payer}*****PI*${payer}`,
    `CLM*${claimNumberOf(of, letter)}*${amountOf(total)}***${place}*Y*A*Y*Y`,
    ...(kind === "I" ? ["DTP*434*RD8*20260115-20260115", "CL1*1*1*01"] : []),
    ...(original === undefined ? [] : [`REF*F8*I${caseName(of)}${letter}${original}`]),
    "HI*ABK:E119",
    ...(kind === "I" ? ["NM1*71*1*DOCTOR*DORA****XX*1987654328"] : []),
    ...sequences
      .slice(0, further)
      .flatMap((sequence) => [
        `SBR*${sequence}*18*******CI`,
        "OI***Y***Y",
        `NM1*IL*1*${name}****MI*N${caseName(of)}${letter}`,
        `NM1*PR*2*OTHER ${caseName(of)}${sequence}*****PI*O${caseName(of)}${sequence}`,
      ]),
    ...lines.flatMap((line, at) => billedLine(line, { at, kind, of, letter })),
  ];
}

/** Our number of a line: unique in the practice. */
export const lineNumberOf = (of: GoldenCase, letter: string, at: number) =>
  `${caseName(of)}${letter}L${at + 1}`;

function billedLine(
  line: GoldenLine,
  at: { at: number; kind: "P" | "I"; of: GoldenCase; letter: string },
): string[] {
  const procedure = ["HC", line.code, ...line.modifiers].join(":");
  const charge = amountOf(line.cents);
  const units = line.options.get("units") ?? "1";
  const service =
    at.kind === "P"
      ? `SV1*${procedure}*${charge}*UN*${units}***1`
      : `SV2*${line.options.get("rev") ?? "0450"}*${procedure}*${charge}*UN*${units}`;
  return [
    `LX*${at.at + 1}`,
    service,
    `DTP*472*D8*${compact(line.options.get("date") ?? "2026-01-15")}`,
    ...(line.options.get("r") === "none"
      ? []
      : [`REF*6R*${lineNumberOf(at.of, at.letter, at.at)}`]),
  ];
}

/** The remittances of a round as one 835, a transaction set each. */
export function remittanceFile(steps: readonly CaseStep[], control: number): string {
  const sets = steps.map(remittanceSet);
  return envelope({ kind: "HP", version: "005010X221A1", control }, "2026-03-01", sets);
}

const sumOf = (values: readonly { readonly cents: number }[]) =>
  values.reduce((sum, { cents }) => sum + cents, 0);

const chargedOf = ({ lines }: GoldenClp) => sumOf(lines);

function paidOf(clp: GoldenClp): number {
  const stated = clp.options.get("paid");
  if (stated !== undefined) return Math.round(Number(stated) * 100);
  return clp.lines.reduce((sum, line) => sum + line.paidCents, 0) - sumOf(clp.adjustments);
}

function remittanceSet(each: CaseStep): string[] {
  const { of, step, at } = each;
  const { options, clps, plbs } = step;
  const on = compact(options.get("date") ?? `2026-03-${String(at + 1).padStart(2, "0")}`);
  const payer = payerOf(of, options.get("payer"));
  const paid = clps.reduce((sum, clp) => sum + paidOf(clp), 0) - sumOf(plbs);
  const amount = options.get("paid") ?? amountOf(paid);
  return [
    "ST*835*0000",
    `BPR*${options.get("handling") ?? "I"}*${amount}*C*${options.get("method") ?? "ACH"}************${on}`,
    `TRN*1*${traceOf(each)}*1${String(of.number).padStart(9, "0")}`,
    `DTM*405*${on}`,
    `N1*PR*PAYER ${payer}*XV*${payer}`,
    "N3*1 PAYER PLAZA",
    "N4*CHICAGO*IL*60606",
    "PER*BL*SERVICES*TE*3125550199",
    `N1*PE*RIVERBEND*XX*${options.get("payee") ?? billingId}`,
    ...(options.has("payee") ? [] : [`REF*TJ*${taxId}`]),
    "LX*1",
    ...clps.flatMap((clp) => clpSegments(of, clp)),
    ...plbs.map(
      ({ code, cents, reference }) =>
        `PLB*${billingId}*20261231*${code}${reference === undefined ? "" : `:${reference}`}*${amountOf(cents)}`,
    ),
  ];
}

/** Our number as payers return it. */
function returnedNumber(number: string, how: string | undefined): string {
  if (how === undefined) return number;
  if (how.startsWith("cut")) return number.slice(0, Number(how.slice(3)));
  if (how === "lower") return number.toLowerCase();
  if (how === "zeros") return `000${number}`;
  if (how === "dashes") return `${number.slice(0, 4)}-${number.slice(4)}`;
  return how;
}

function clpSegments(of: GoldenCase, clp: GoldenClp): string[] {
  const { letter, options } = clp;
  const charged = options.get("charged") ?? amountOf(chargedOf(clp));
  const icn = options.get("icn") ?? "1";
  const number = returnedNumber(claimNumberOf(of, letter), options.get("number"));
  const payerNumber = icn === "none" ? "" : `I${caseName(of)}${letter}${icn}`;
  const remarks = (options.get("moa") ?? "").split(",").filter(Boolean);
  const inpatient = (options.get("mia") ?? "").split(",").filter(Boolean);
  return [
    `CLP*${number}*${clp.status}*${charged}*${amountOf(paidOf(clp))}*${options.get("pr") ?? ""}*${options.get("filing") ?? "12"}*${payerNumber}*11*1`,
    ...casSegments(clp.adjustments),
    `NM1*QC*1*${nameOf(options, of, letter)}****MI*M${caseName(of)}${letter}`,
    ...(inpatient.length > 0 ? [`MIA*0****${inpatient.join("*")}`] : []),
    ...(remarks.length > 0 ? [`MOA***${remarks.join("*")}`] : []),
    "DTM*232*20260115",
    ...(options.has("interest") ? [`AMT*I*${options.get("interest")}`] : []),
    ...clp.lines.flatMap((line) => paidLine(of, letter, line)),
  ];
}

function casSegments(adjustments: readonly GoldenAdjustment[]): string[] {
  const groups = [...new Set(adjustments.map(({ group }) => group))];
  return groups.map((group) => {
    const triplets = adjustments
      .filter((one) => one.group === group)
      .map(({ reason, cents }) => `${reason}*${amountOf(cents)}`);
    return `CAS*${group}*${triplets.join("**")}`;
  });
}

function paidLine(of: GoldenCase, letter: string, line: GoldenLine): string[] {
  const { options } = line;
  const procedure = ["HC", line.code, ...line.modifiers].join(":");
  const submitted = options.get("was");
  const units = options.get("units") ?? "1";
  const tail =
    submitted === undefined
      ? `*${options.get("rev") ?? ""}*${units}`
      : `*${options.get("rev") ?? ""}*${units}*HC:${submitted}`;
  const named = options.get("r");
  return [
    `SVC*${procedure}*${amountOf(line.cents)}*${amountOf(line.paidCents)}${tail}`,
    `DTM*472*${compact(options.get("date") ?? "2026-01-15")}`,
    ...casSegments(line.adjustments),
    ...(named === undefined ? [] : [`REF*6R*${lineNumberOf(of, letter, Number(named) - 1)}`]),
    ...(options.get("rarc") ?? "")
      .split(",")
      .filter(Boolean)
      .map((code) => `LQ*HE*${code}`),
  ];
}
