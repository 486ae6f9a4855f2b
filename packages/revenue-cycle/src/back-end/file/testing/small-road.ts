import { generate835, generate837P, inventedClaim } from "@headwater/x12/testing/generate.ts";

/** Six invented claims in three sets; a remittance pays the first four. */
const options = { seed: 4711, claims: 6, claimsPerSet: 2, denialShare: 0.3 };

const text = (pieces: Iterable<Uint8Array>) =>
  Buffer.concat([...pieces].map((piece) => Buffer.from(piece))).toString("latin1");

export const claim = (index: number) => inventedClaim(options, index);

const header = (kind: string, version: string, control: string, day = "20250110") =>
  `ISA*00*          *00*          *ZZ*RECEIVER       *ZZ*SENDER         *${day.slice(2)}*0900*^*00501*${control.padStart(9, "0")}*0*P*:~` +
  `GS*${kind}*RECEIVER*SENDER*${day}*0900*${control}*X*${version}~`;
const trailer = (control: string) => `GE*1*${control}~IEA*1*${control.padStart(9, "0")}~`;

const set = (id: string, version: string, segments: readonly string[]) =>
  `${[`ST*${id}*0001*${version}`, ...segments, `SE*${segments.length + 2}*0001`].join("~")}~`;

/** 999: the first two sets accepted, the third refused for an error in its first claim. */
const acknowledgment =
  header("FA", "005010X231A1", "101") +
  set("999", "005010X231A1", [
    `AK1*HC*${options.seed}*005010X222A1`,
    "AK2*837*0001*005010X222A1",
    "IK5*A",
    "AK2*837*0002*005010X222A1",
    "IK5*E",
    "AK2*837*0003*005010X222A1",
    "IK3*CLM*21*2300*8",
    "IK4*2*782*7",
    "IK5*R*5",
    "AK9*P*3*3*2",
  ]) +
  trailer("101");

const statusOf = (index: number, category: string, status: string) => {
  const { controlNumber, payerControlNumber, lastName, firstName, memberId, servedOn } =
    claim(index);
  const { chargedCents } = claim(index);
  const charged = (chargedCents / 100).toFixed(2);
  return [
    `HL*${index + 4}*3*PT`,
    `NM1*QC*1*${lastName}*${firstName}****MI*${memberId}`,
    `TRN*2*${controlNumber}`,
    `STC*${category}:${status}*20250111*WQ*${charged}`,
    ...(category === "A2" ? [`REF*1K*${payerControlNumber}`] : []),
    `DTP*472*D8*${servedOn}`,
  ];
};

/** 277CA: two claims accepted, one rejected that is paid all the same, one on its way. */
const claimAcknowledgment =
  header("HN", "005010X214", "102", "20250111") +
  set("277", "005010X214", [
    "BHT*0085*08*277X*20250111*0900*TH",
    "HL*1**20*1",
    "NM1*PR*2*NORTHFIELD HEALTH PLAN*****PI*NFHP1",
    "TRN*1*BATCH1",
    "DTP*050*D8*20250111",
    "DTP*009*D8*20250111",
    "HL*2*1*21*1",
    "NM1*41*2*RIVERBEND FAMILY MEDICINE*****46*RBFM01",
    "TRN*2*BATCH1",
    "STC*A1:19:PR*20250111*WQ*1",
    "HL*3*2*19*1",
    "NM1*85*2*RIVERBEND FAMILY MEDICINE*****XX*1234567893",
    "TRN*2*0",
    "STC*A1:19:PR**WQ*1",
    ...statusOf(0, "A2", "20"),
    ...statusOf(1, "A2", "20"),
    ...statusOf(2, "A3", "33"),
    ...statusOf(3, "A1", "19"),
  ]) +
  trailer("102");

const payment = (index: number, amount: string, receipt: string) =>
  `2025-03-01,${claim(index).controlNumber},${amount},card,${receipt}`;

/** Files of one small practice, in the order of the road. Any order must end the same. */
export const smallRoad: Readonly<Record<string, string>> = {
  "claims.837": text(generate837P(options)),
  "accepted.999": acknowledgment,
  "claims.277": claimAcknowledgment,
  "paid.835": text(generate835({ ...options, claims: 4 })),
  "patients.csv": [
    "date,patient_control_number,amount,method,receipt",
    payment(0, "5.00", "R1"),
    payment(1, "3.25", "R2"),
    "2025-03-02,UNKNOWN77,10.00,cash,R3",
    "",
  ].join("\r\n"),
};

const one = { seed: 99, claims: 1, denialShare: 0 };
const original = text(generate837P(one));

/** The same claim sent later, with its envelope's numbers changed. */
const sentLater = (number: string, day: string, change: (file: string) => string) =>
  change(original)
    .replaceAll("*000000099", `*0000${number}`)
    .replaceAll("*99*X*", `*${Number(number)}*X*`)
    .replace("GE*1*99", `GE*1*${Number(number)}`)
    .replace(/(BHT\*0019\*00\*[^*]+\*)\d{8}/, `$1${day}`);

/** One claim, what may become of it, and the remittance that pays the original. */
export const variants = {
  original,
  replacement: sentLater("20001", "20250210", (file) => file.replace("11:B:1", "11:B:7")),
  void: sentLater("20002", "20250211", (file) => file.replace("11:B:1", "11:B:8")),
  changed: sentLater("20003", "20250212", (file) =>
    file.replace(/HI\*ABK:[A-Z0-9]+/, "HI*ABK:Z0000"),
  ),
  secondary: sentLater("20004", "20250301", (file) =>
    file.replace("SBR*P*", "SBR*S*").replaceAll("NFHP1", "OTHR2"),
  ),
  earlySecondary: sentLater("20005", "20250205", (file) =>
    file.replace("SBR*P*", "SBR*S*").replaceAll("NFHP1", "OTHR2"),
  ),
  remittance: text(generate835(one)),
};
