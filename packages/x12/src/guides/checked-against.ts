/** What a guide's table was held against, and where it is known to differ or to have gaps. */
export type GuideCheck = {
  readonly title: string;
  /** Events of the typed reader. */
  readonly events: readonly string[];
  readonly writer: string;
  readonly comparedWith: readonly string[];
  /** Where ours differs from what it was compared with, and why. */
  readonly differences: readonly string[];
  readonly gaps: readonly string[];
};

const claimEvents = ["submission", "claim"];
const fromKnowledge = "usage of rare segments is from knowledge of the guide alone";

/**
 * By the name of a guide's table. Sources are public: the XML maps of pyx12, the Ruby definitions of
 * stupidedi, the Python models of LinuxForHealth, and sample files that projects publish. Identifiers,
 * order, usage, repeats and codes were compared item by item, and every difference was looked at.
 */
export const guideChecks: Readonly<Record<string, GuideCheck>> = {
  "837P": {
    title: "Professional claim",
    events: claimEvents,
    writer: "write837P",
    comparedWith: ["pyx12 (837.5010.X222.A1)", "stupidedi (X222A1-HC837P)"],
    differences: [
      "pyx12 has NM108 and NM109 of 2010BA required; here they are by whether the subscriber is a person",
      "pyx12 has BHT06 without 31",
      "pyx12 and LinuxForHealth refuse PWK02 AD in 2400, which the certificate of medical necessity has",
    ],
    gaps: ["answers of a certificate (FRM) are not judged by their form"],
  },
  "837I": {
    title: "Institutional claim",
    events: claimEvents,
    writer: "write837I",
    comparedWith: ["pyx12 (837Q3.I.5010.X223.A1)", "stupidedi (X223A3-HC837)"],
    differences: [
      "DTP*434 takes ranges only; published samples have single days too",
      "A3 requires SBR09 and CL101, which all versions may have here",
    ],
    gaps: ["condition, occurrence and value codes are judged by their form unless a list is given"],
  },
  "837D": {
    title: "Dental claim",
    events: claimEvents,
    writer: "write837D",
    comparedWith: ["eight published samples of stupidedi"],
    differences: [
      "one open map that calls itself dental (in pyx12's history) is the professional one with SV3 put in, so it proves nothing",
    ],
    gaps: [
      "no public map of this guide was found, only samples and programs that write it",
      fromKnowledge,
    ],
  },
  "835": {
    title: "Payment and remittance",
    events: ["remittance", "remittance-claim", "provider-adjustment"],
    writer: "write835",
    comparedWith: ["pyx12 (835.5010.X221.A1)", "stupidedi (X221A1-HP835)"],
    differences: [
      "the adjustment group CR is refused, as in A1",
      "reasons of PLB are held in its later pairs too",
      "LinuxForHealth takes one PER of the payer for no list and refuses the set",
    ],
    gaps: ["TS2 and the Medicare amounts of TS3 have nothing in the file to add up to"],
  },
  "999": {
    title: "Implementation acknowledgment",
    events: ["implementation-acknowledgment"],
    writer: "write999",
    comparedWith: ["pyx12 (999.5010X231.A1)", "stupidedi (X231A1-FA999)"],
    differences: [
      "also answers FA, PI and 275",
      "loop ids have up to six characters",
      "CTX01-2 of a situation has no value here; a published sample gives it one",
    ],
    gaps: ["the older 997 is read by the same reader and its content is not judged"],
  },
  "277CA": {
    title: "Claim acknowledgment",
    events: ["claim-acknowledgment-batch", "claim-acknowledgment"],
    writer: "write277CA",
    comparedWith: ["pyx12 (277.5010.X214)", "stupidedi (X214-HN277)"],
    differences: ["one entity list for all levels", "claim and provider levels are situational"],
    gaps: ["statuses (external list 508) are judged by their form unless a list is given"],
  },
  "270": {
    title: "Eligibility inquiry",
    events: ["eligibility-inquiry"],
    writer: "write270",
    comparedWith: ["stupidedi (X279A1-HS270)", "LinuxForHealth (270), by its samples"],
    differences: [],
    gaps: ["service types, insurance types and ranks have no list here"],
  },
  "271": {
    title: "Eligibility answer",
    events: ["eligibility-response"],
    writer: "write271",
    comparedWith: ["stupidedi (X279A1-HB271)", "pyx12's history (271)"],
    differences: [
      "pyx12 requires NM103 of 2100A and 2100B and INS17, has one MPI where ours has nine, and takes LS and LE into other loops",
      "rejection reasons of 2100 are joined, with one list of follow-ups",
    ],
    gaps: ["whether benefits make sense together is not judged"],
  },
  "276": {
    title: "Claim status inquiry",
    events: ["claim-status-inquiry"],
    writer: "write276",
    comparedWith: ["stupidedi (X212-HR276)", "LinuxForHealth (276)"],
    differences: ["LinuxForHealth requires SVC07, which is situational in stupidedi and here"],
    gaps: [],
  },
  "277": {
    title: "Claim status answer",
    events: ["claim-status-response"],
    writer: "write277",
    comparedWith: ["pyx12 (277.5010.X212)", "stupidedi (X212-HN277)", "LinuxForHealth (277)"],
    differences: [
      "stupidedi lacks N4 of SVC01-1 and has PER05 to PER08 required",
      "pyx12 knows no version E1",
    ],
    gaps: ["entities of STC have no list"],
  },
  "278": {
    title: "Services review, request and response",
    events: ["services-review"],
    writer: "write278",
    comparedWith: [
      "nineteen published samples of x12-types and stupidedi",
      "OopFactory's X12Parser (Ansi-278-5010), by its loops and segments",
    ],
    differences: [
      "OopFactory has PWK in 2000B, 2000C and 2000D, and DTP, N3, N4 and AAA in 2010EC, which are not here; here AAA may stand in 2010F",
      "no map of version 005010 stands in pyx12, stupidedi, LinuxForHealth or imsweb (the first and last have 004010X094)",
      "x12-types writes NM1*PR for the reviewing organization, which is X3 here",
    ],
    gaps: [
      "no public map of this guide with usage and codes was found",
      "one table for request and response",
      "codes of HCR, AAA and NM1 are generous",
      fromKnowledge,
    ],
  },
  "834": {
    title: "Benefit enrollment and maintenance",
    events: ["enrolled-member"],
    writer: "write834",
    comparedWith: [
      "pyx12 (834.5010.X220.A1)",
      "stupidedi (X220A1-BE834)",
      "LinuxForHealth (834), by its samples",
    ],
    differences: [
      "stupidedi knows three more insurance lines (AC, ADD, LIF), sixteen REF of 2750 and N102 of 1000C as situational",
      "LinuxForHealth has ZZ in NM108 of 2100D, and no AC in INS08",
      "pyx12 has no FX in PER07 of 2100F",
      "the date DTP*358 of a LinuxForHealth sample is in none of them",
    ],
    gaps: ["time zones (BGN05) have no list", "the exchange guide 005010X307 is not here"],
  },
  "820": {
    title: "Premium payment",
    events: ["premium-remittance"],
    writer: "write820",
    comparedWith: ["pyx12 (820.5010.X218)", "imsweb's map, which is a copy of it"],
    differences: [
      "BPR10 is situational here and required in pyx12",
      "stupidedi has the standard 820 without this guide; its four samples agree",
    ],
    gaps: ["the exchange guide 005010X306 is not here"],
  },
  "275": {
    title: "Attachment",
    events: ["attachment"],
    writer: "write275",
    comparedWith: ["two published samples (X211)", "one open mapping that names the loops (X210)"],
    differences: [],
    gaps: [
      "no public map of this guide was found",
      "loops 2100A and 2100B are one with 2000A",
      "dates and references take any qualifier",
      fromKnowledge,
    ],
  },
  "275 006020": {
    title: "Attachment, newer version",
    events: ["attachment"],
    writer: "write275",
    comparedWith: ["two open readers and their tests, which follow published companion guides"],
    differences: [],
    gaps: [
      "no public map of this guide was found",
      "generous, as the older one; OOI by what those guides send",
      fromKnowledge,
    ],
  },
};
