/**
 * Identifiers of the segments of health care transactions. They stand as literals because the engine
 * compares literals by identity, which makes choosing by identifier cheap.
 */
const identifiers: readonly string[] = [
  "",
  ...["AAA", "ACT", "ADX", "AK1", "AK2", "AK3", "AK4", "AK5", "AK6", "AK7", "AK8", "AK9", "AMT"],
  ...["BAA", "BDS", "BGN", "BHT", "BIN", "BPR", "CAS", "CAT", "CL1", "CLM", "CLP", "CN1", "COB"],
  ...["CR1", "CR2", "CR3", "CR4", "CR5", "CR6", "CR7", "CRC", "CSI", "CTP", "CTX", "CUR", "DMG"],
  ...["DN1", "DN2", "DSB", "DTM", "DTP", "EB", "EC", "EFI", "EM", "ENT", "EQ", "FRM", "GE", "GS"],
  ...["HCP", "HCR", "HD", "HI", "HL", "HLH", "HSD", "ICM", "IDC", "IEA", "IHC", "III", "IK3"],
  ...["IK4", "IK5", "IMM", "INS", "IRA", "ISA", "ISB", "ISE", "K3", "LE", "LIN", "LQ", "LS"],
  ...["LUI", "LX", "MEA", "MIA", "MOA", "MPI", "MSG", "N1", "N2", "N3", "N4", "NM1", "NTE"],
  ...["NX1", "OI", "OOI", "OTI", "PAT", "PER", "PLA", "PLB", "PRV", "PS1", "PWK", "QTY", "RDM"],
  ...["REF", "RMR", "SBR", "SE", "SLN", "ST", "STC", "SV1", "SV2", "SV3", "SV4", "SV5", "SV6"],
  ...["SV7", "SVC", "SVD", "TA1", "TA3", "TCD", "TED", "TOO", "TRN", "TS2", "TS3", "UM", "UR"],
  "VEH",
];

/** An open-addressed table: an identifier is found by its bytes without making a text of them. */
const slots = 4096;
const codes = new Int32Array(slots);
const indexes = new Uint8Array(slots);

identifiers.forEach((id, index) => {
  if (index === 0) return;
  const third = id.length === 3 ? id.charCodeAt(2) : 0;
  const code = codeOf(id.charCodeAt(0), id.charCodeAt(1), third);
  let slot = slotOf(code);
  while (codes[slot] !== 0) slot = (slot + 1) % slots;
  codes[slot] = code;
  indexes[slot] = index;
});

/** Identifiers known; their indexes are those from 1 on. */
export const knownSegmentIds: number = identifiers.length - 1;

/**
 * The index of a known identifier by its bytes, the third 0 where there are two; 0 for any other.
 */
export function segmentIdIndex(first: number, second: number, third: number): number {
  const code = codeOf(first, second, third);
  let slot = slotOf(code);
  for (;;) {
    const found = codes[slot];
    if (found === code) return indexes[slot] ?? 0;
    if (found === 0) return 0;
    slot = (slot + 1) % slots;
  }
}

/** The index of a known identifier; 0 for any other. */
export function segmentIndexOf(id: string): number {
  return Math.max(0, identifiers.indexOf(id));
}

/** The text of a known identifier, always the same object. */
export function knownSegmentId(index: number): string {
  return identifiers[index] ?? "";
}

/** Whether a text is formed as a segment identifier; anything else might be a value of the file. */
export function isSegmentId(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,2}$/.test(text);
}

/** A code of up to three characters as one number, as `Segment.codeNumber` gives it; -1 for a longer text. */
export function codeNumber(code: string): number {
  if (code.length > 3) return -1;
  let packed = 1;
  for (let at = 0; at < code.length; at += 1) packed = (packed << 8) | code.charCodeAt(at);
  return packed;
}

function codeOf(first: number, second: number, third: number): number {
  return (first << 16) | (second << 8) | third;
}

function slotOf(code: number): number {
  return (Math.imul(code, 0x9e3779b1) >>> 16) & (slots - 1);
}
