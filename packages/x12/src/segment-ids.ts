/** Identifiers of the segments of health care transactions, each as one text that is shared. */
const identifiers =
  "AAA ACT ADX AK1 AK2 AK3 AK4 AK5 AK6 AK7 AK8 AK9 AMT BAA BDS BGN BHT BIN BPR CAS CAT CL1 CLM CLP " +
  "CN1 COB CR1 CR2 CR3 CR4 CR5 CR6 CR7 CRC CSI CTP CTX CUR DMG DN1 DN2 DSB DTM DTP EB EC EFI EM EQ " +
  "FRM GE GS HCP HCR HD HI HL HLH HSD ICM IDC IEA IHC III IK3 IK4 IK5 IMM INS IRA ISA ISB ISE K3 LE " +
  "LIN LQ LS LUI LX MEA MIA MOA MPI MSG N1 N2 N3 N4 NM1 NTE OI OTI PAT PER PLA PLB PRV PS1 PWK QTY " +
  "RDM REF RMR SBR SE SLN ST STC SV1 SV2 SV3 SV4 SV5 SV6 SV7 SVC SVD TA1 TA3 TCD TED TOO TRN TS2 " +
  "TS3 UM UR VEH";

const byCode = new Map<number, string>(
  identifiers.split(" ").map((id) => [packedCode(id, 0, id.length), id]),
);

/**
 * The shared text of a known identifier of two or three characters at `from`; undefined for any other.
 * Equal identifiers are then one object, which makes every later comparison cheap.
 */
export function knownSegmentId(text: string, from: number, length: number): string | undefined {
  return byCode.get(packedCode(text, from, length));
}

/** Whether a text is formed as a segment identifier; anything else might be a value of the file. */
export function isSegmentId(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,2}$/.test(text);
}

function packedCode(text: string, from: number, length: number): number {
  const first = (text.charCodeAt(from) << 8) | text.charCodeAt(from + 1);
  return length === 3 ? (first << 8) | text.charCodeAt(from + 2) : first;
}
