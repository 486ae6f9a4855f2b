import { type GuideItem, type GuideTable, loop, segment } from "../../guide-table.ts";
import { contact, optionalAddress } from "../hierarchy-parts.ts";

const party = (codes: string, name: string, qualifiers: string) =>
  segment("NM1 R1", name, `1R=${codes} 2R=1,2 3S 4S 5S 7S 8S=${qualifiers} 9S@npi`);

/** What comes before the content of an attachment, and the content by its declared length. */
const content: readonly GuideItem[] = [
  segment("EFI R1", "Security of the content", "1R 2S 3S 4S 5S 6S 7S"),
  segment("BIN S1", "Content", "1R 2S"),
  segment("BDS S1", "Filtered content", "1R 2R 3S"),
];

const filtered: readonly GuideItem[] = [
  segment("OOI S1", "Object", "1R 2S 3S"),
  loop("2110B S>1", "Content", content),
  segment("BDS S>1", "Filtered content", "1R 2R 3S"),
];

/** The items of a 275; `last` is how its guide holds the content. */
function attachmentItems(version: string, last: readonly GuideItem[]): readonly GuideItem[] {
  return [
    segment("ST R1", "Set header", `1R=275 2R 3${version === "" ? "S" : `R=${version}`}`),
    segment("BGN R1", "Beginning", "1R=02,11 2R 3R 4S"),
    loop("1000A R1", "Payer", [party("PR", "Payer", "46,PI,XV"), contact("S1", "EM,FX,TE,UR")]),
    loop("1000B S1", "Submitter", [
      party("41", "Submitter", "46,FI,SV,XX"),
      contact("S1", "EM,FX,TE,UR"),
    ]),
    loop("1000C S1", "Provider", [
      party("1P,85", "Provider", "FI,SV,XX"),
      segment("PRV S1", "Specialty", "1R 2R=PXC 3R@taxonomy"),
      ...optionalAddress,
      segment("REF S9", "Further identifier", "1R 2R"),
      loop("1100C S1", "Provider's address", [
        segment("NX1 R1", "Provider's address", "1R=1P,85"),
        ...optionalAddress,
      ]),
    ]),
    loop("1000D R1", "Patient", [
      segment("NM1 R1", "Patient", "1R=QC 2R=1 3R 4S 5S 7S 8S=HN,II,MI 9S"),
      segment("REF S9", "Further identifier", "1R=1K,BLT,D9,EA,EJ,IK,X1,Y4 2R"),
      segment("DTP S1", "Service dates", "1R=472 2R=D8,RD8 3R"),
    ]),
    loop("2000A R>1", "Attachment", [
      segment("LX R1", "Number", "1R"),
      segment("TRN S1", "Attachment control number", "1R=1,2 2R"),
      segment(
        "STC S9",
        "Reason for the request",
        "1R(1R 2R 3S 4S) 2S 10S(1R 2R 3S 4S) 11S(1R 2R 3S 4S)",
      ),
      segment("REF S9", "Further identifier", "1R 2R"),
      segment("DTP S9", "Date", "1R 2R=D8,RD8 3R"),
      segment("CAT S1", "Category", "1R 2S 3S 4S 5S 6S 7S"),
      ...last,
    ]),
    segment("SE R1", "Set trailer", "1R 2R"),
  ];
}

/** Additional information to support a claim (005010X210) and a services review (005010X211). */
export const attachmentTable: GuideTable = {
  version: "005010X210",
  versions: ["005010X210", "005010X211"],
  setId: "275",
  functionalId: "PI",
  name: "275",
  items: attachmentItems("", [loop("2110B S>1", "Content", content)]),
};

/** Additional information to support a claim (006020X314), the version that 45 CFR 162 names. */
export const newerAttachmentTable: GuideTable = {
  version: "006020X314",
  versions: ["006020X314"],
  setId: "275",
  functionalId: "PI",
  name: "275 006020",
  items: attachmentItems("006020X314", filtered),
};
