import { type ElementForm, elementForm } from "./data-elements.ts";

/** An element or component as version 005010 defines it: its data element, form and our name. */
export type SimpleElement = {
  readonly number: string;
  readonly name: string;
  readonly form: ElementForm;
};

/** An element made of components. */
export type CompositeElement = {
  readonly name: string;
  readonly components: readonly SimpleElement[];
};

/** A relation between elements of one segment (X12.6 syntax notes). */
export type SyntaxNote = {
  /** P all or none, R at least one, E at most one, C the first needs all others, L the first needs one. */
  readonly relation: "P" | "R" | "E" | "C" | "L";
  readonly elements: readonly number[];
};

/** A segment of version 005010 with all its elements, whatever guides use of it. */
export type StandardSegment = {
  readonly id: string;
  readonly elements: readonly (SimpleElement | CompositeElement)[];
  readonly notes: readonly SyntaxNote[];
};

const procedure =
  "(235 code set, 234 procedure code, 1339 modifier 1, 1339 modifier 2, 1339 modifier 3, 1339 modifier 4, 352 description, 234 last code of a range)";
const reference =
  "(128 qualifier, 127 reference, 128 qualifier 2, 127 reference 2, 128 qualifier 3, 127 reference 3)";
const unit =
  "(355 unit, 1018 exponent, 649 multiplier, 355 unit 2, 1018 exponent 2, 649 multiplier 2, 355 unit 3, 1018 exponent 3, 649 multiplier 3, 355 unit 4, 1018 exponent 4, 649 multiplier 4, 355 unit 5, 1018 exponent 5, 649 multiplier 5)";
const pointers = "(1328 pointer 1, 1328 pointer 2, 1328 pointer 3, 1328 pointer 4)";
const place = "(1331 facility code, 1332 facility code set, 1325 frequency)";
const related = "(1362 cause 1, 1362 cause 2, 1362 cause 3, 156 state, 26 country)";
const status = "(1271 category, 1271 status, 98 entity, 1270 code list)";
const positionInSegment = "(722 element, 1528 component, 1686 repetition)";
const code =
  "(1270 code list, 1271 code, 1250 date format, 1251 date, 782 amount, 380 quantity, 799 version, 1271 last code of a range, 1073 present on admission)";
const repeated = (count: number, text: string) => Array(count).fill(text).join("; ");
const numbered = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at + 1)).join("; ");

/**
 * The segments that the guides use. Elements stand in order, each as data element and name; components
 * stand in parentheses. After `|` follow the syntax notes.
 */
const table: Readonly<Record<string, string>> = {
  ISA: "I01 authorization qualifier; I02 authorization; I03 security qualifier; I04 security; I05 sender qualifier; I06 sender; I05 receiver qualifier; I07 receiver; I08 date; I09 time; I65 repetition separator; I11 version; I12 control number; I13 acknowledgment wanted; I14 usage; I15 component separator",
  IEA: "I16 number of groups; I12 control number",
  GS: "479 functional group; 142 sender; 124 receiver; 373 date; 337 time; 28 control number; 455 agency; 480 version",
  GE: "97 number of sets; 28 control number",
  ST: "143 set; 329 control number; 1705 guide",
  SE: "96 number of segments; 329 control number",
  TA1: "I12 control number; I08 date; I09 time; I17 answer; I18 note",
  AAA: "1073 request valid; 559 agency; 901 reason; 889 what to do",
  ACT: "508 account; 93 name; 66 qualifier; 67 identifier; 569 account qualifier; 508 account 2; 352 description; 107 payment method; 1216 benefit status | P0304 C0506 C0705",
  ADX: "782 amount; 426 reason; 128 qualifier; 127 reference | P0304",
  AK1: "479 functional group; 28 control number; 480 version",
  AK2: "143 set; 329 control number; 1705 guide",
  AK9: `715 answer; 97 sets included; 123 sets received; 2 sets accepted; ${numbered(5, (at) => `716 error ${at}`)}`,
  AMT: "522 kind of amount; 782 amount; 478 credit or debit",
  BGN: "353 purpose; 127 reference; 373 date; 337 time; 623 time zone; 127 original reference; 640 type; 306 action; 786 security | C0504",
  BHT: "1005 structure; 353 purpose; 127 reference; 373 date; 337 time; 640 type",
  BIN: "784 length; 785 content",
  BDS: "1570 filter; 784 length; 785 content",
  BPR: `305 handling; 782 amount; 478 credit or debit; 591 method; 812 format; 506 sender bank qualifier; 507 sender bank; 569 sender account qualifier; 508 sender account; 509 originating company; 510 supplemental code; 506 receiver bank qualifier; 507 receiver bank; 569 receiver account qualifier; 508 receiver account; 373 date; 1048 business function; 506 third bank qualifier; 507 third bank; 569 third account qualifier; 508 third account | P0607 C0809 P1213 C1415 P1819 C2021`,
  CAS: `1033 group; ${numbered(6, (at) => `1034 reason ${at}; 782 amount ${at}; 380 quantity ${at}`)} | L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917`,
  CAT: "755 report; 756 transmission; 755 report 2; 799 version; 799 release; 1270 code list; 1271 code",
  CL1: "1315 admission type; 1314 admission source; 1352 patient status; 1345 nursing home status",
  CLM: `1028 patient control number; 782 total charge; 1032 filing indicator; 1343 non-institutional type; ${place} place and frequency; 1073 provider signature; 1359 assignment; 1073 benefits assigned; 1363 release of information; 1351 patient signature source; ${related} related causes; 1366 special program; 1073 yes or no; 1338 level of service; 1073 yes or no 2; 1360 agreement; 1029 status; 1073 yes or no 3; 1383 submission reason; 1514 delay reason`,
  CLP: "1028 patient control number; 1029 status; 782 charge; 782 paid; 782 patient responsibility; 1032 filing indicator; 127 payer claim number; 1331 facility code; 1325 frequency; 1352 patient status; 1354 diagnosis related group; 380 group weight; 954 discharge fraction; 1073 yes or no",
  CN1: "1166 contract type; 782 amount; 332 percent; 127 contract code; 338 terms discount; 799 version",
  COB: "1138 payer sequence; 127 member number; 1143 coordination; 1365 service type",
  CR1: "355 weight unit; 81 patient weight; 1316 transport code; 1317 transport reason; 355 distance unit; 380 distance; 166 address; 166 address 2; 352 round trip purpose; 352 stretcher purpose | P0102 P0506",
  CR2: "609 count; 380 quantity; 1367 subluxation level; 1367 subluxation level 2; 355 unit; 380 treatment period; 380 monthly treatments; 1342 condition; 1073 complication; 352 description; 352 description 2; 1073 x-rays available | P0102 C0403 P0506",
  CR3: "1322 certification type; 355 unit; 380 duration; 1335 insulin dependence; 352 description | P0203",
  CR5: "1322 certification type; 380 treatment period; 1348 equipment type; 1348 equipment type 2; 352 equipment reason; 380 flow rate; 380 daily use; 380 hourly use; 352 therapist order; 380 blood gas; 380 saturation; 1349 test condition; 1350 test finding; 1350 test finding 2; 1350 test finding 3; 380 portable flow rate; 1382 delivery system; 1348 equipment type 3",
  CR6: "923 prognosis; 373 start of care; 1250 date format; 1251 certification period; 373 date; 1073 skilled nursing facility; 1073 Medicare coverage; 1322 certification type; 373 surgery date; 235 code set; 1137 surgical procedure; 373 physician order date; 373 last visit date; 373 physician contact date; 1250 date format 2; 1251 stay period; 1384 patient location; 373 diagnosis date 1; 373 diagnosis date 2; 373 diagnosis date 3; 373 diagnosis date 4 | P0304 P091011 P151617",
  CRC: "1136 category; 1073 applies; 1321 condition 1; 1321 condition 2; 1321 condition 3; 1321 condition 4; 1321 condition 5",
  CTP: `687 trade class; 236 price kind; 212 unit price; 380 quantity; ${unit} unit; 648 multiplier kind; 649 multiplier; 782 amount; 639 basis; 499 condition; 289 multiple | P0405 C0706 C0902 C1002 C1103`,
  CTX: `(9999 context, 9998 reference) context; 721 segment; 719 position; 447 loop; ${positionInSegment} element position; (725 element reference, 725 element reference 2) element reference`,
  CUR: `98 entity; 100 currency; 280 rate; 98 entity 2; 100 currency 2; 669 market; ${repeated(5, "374 date kind; 373 date; 337 time")}`,
  DMG: "1250 date format; 1251 birth date; 1068 sex; 1067 marital status; (1109 race, 1270 code list, 1271 code) race or ethnicity; 1066 citizenship; 26 country; 659 basis; 380 age; 1270 code list; 1271 code | P0102 P1011 C1105",
  DN1: "380 treatment months; 380 months remaining; 1073 yes or no; 352 description",
  DN2: "127 tooth; 1368 tooth status; 380 quantity; 1250 date format; 1251 date; 1270 code list",
  DSB: "1146 disability type; 380 quantity; 1149 occupation; 1154 work intensity; 1161 product option; 782 amount; 235 code set; 1137 diagnosis | P0708",
  DTM: "374 date kind; 373 date; 337 time; 623 time zone; 1250 date format; 1251 period | R020305 C0403 P0506",
  DTP: "374 date kind; 1250 date format; 1251 date",
  EB: `1390 benefit; 1207 coverage level; 1365 service type; 1336 insurance type; 1204 plan; 615 period; 782 amount; 954 fraction; 673 quantity kind; 380 quantity; 1073 authorization needed; 1073 in network; ${procedure} procedure; ${pointers} diagnosis pointers | P0910`,
  EC: "1176 employment class; 1176 employment class 2; 1176 employment class 3; 954 percentage; 1201 information status; 1149 occupation",
  EFI: "786 security; 933 message; 799 version; 799 release; 799 standard; 799 program; 799 format",
  ENT: "554 number; 98 entity; 66 qualifier; 67 identifier; 98 entity 2; 66 qualifier 2; 67 identifier 2; 128 reference qualifier; 127 reference | P020304 P050607 P0809",
  EQ: `1365 service type; ${procedure} procedure; 1207 coverage level; 1336 insurance type; ${pointers} diagnosis pointers | R0102`,
  FRM: "350 question; 1073 yes or no; 127 answer; 373 date; 332 percent | R02030405",
  HCP: "1473 method; 782 allowed; 782 saved; 127 organization; 118 rate; 127 patient group; 782 group amount; 234 revenue code; 235 code set; 234 procedure; 355 unit; 380 quantity; 901 rejection; 1526 policy compliance; 1527 exception | R0113 P0910 P1112",
  HCR: "306 action; 127 certification; 901 reason; 1073 second opinion",
  HD: "875 maintenance; 1203 maintenance reason; 1205 insurance line; 1204 plan; 1207 coverage level; 609 count; 609 count 2; 1209 underwriting; 1073 late enrollee; 1211 drug house; 1073 yes or no",
  HI: repeated(12, `${code} code`),
  HL: "628 number; 734 parent; 735 level; 736 has children",
  HLH: "1212 health; 65 height; 81 weight; 81 former weight; 352 description; 1213 activity; 352 description 2",
  HSD: "673 quantity kind; 380 quantity; 355 unit; 1167 frequency; 615 period; 616 periods; 678 delivery pattern; 679 delivery time | P0102 C0605",
  ICM: "594 frequency; 782 wage; 380 hours; 310 location; 1214 salary grade; 100 currency",
  IDC: "1204 plan; 1215 card type; 380 quantity; 306 action",
  III: `1270 code list; 1271 code; 1136 category; 933 text; 380 quantity; ${unit} unit; 752 surface; 752 surface 2; 752 surface 3 | P0102 L030405`,
  IK3: "721 segment; 719 position; 447 loop; 620 error",
  IK4: `${positionInSegment} position; 725 element reference; 621 error; 724 bad value`,
  IK5: `717 answer; ${numbered(5, (at) => `718 error ${at}`)}`,
  INS: "1073 is the subscriber; 1069 relationship; 875 maintenance; 1203 maintenance reason; 1216 benefit status; (1218 Medicare plan, 1701 eligibility reason) Medicare; 1219 qualifying event; 584 employment; 1220 student; 1073 handicapped; 1250 date format; 1251 death date; 1165 confidentiality; 19 city; 156 state; 26 country; 1470 birth sequence | P1112",
  IT1: "350 item; 358 quantity; 355 unit; 212 price; 639 basis",
  K3: `449 text; 1333 format; ${unit} unit`,
  LE: "447 loop",
  LIN: "350 line; 235 qualifier; 234 product | P0405",
  LQ: "1270 code list; 1271 code | C0102",
  LS: "447 loop",
  LUI: "66 qualifier; 67 language; 352 description; 1303 use; 1476 proficiency | P0102 L040203",
  LX: "554 line number",
  MEA: `737 measurement; 738 qualifier; 739 value; ${unit} unit; 740 from; 741 to; 935 significance; 936 attribute; 752 surface; 1373 method | R03050608 E0412 L050412 L060412 L07030506 E0803`,
  MIA: `380 covered days; 782 operating outlier; 380 lifetime days; 782 DRG amount; 127 remark 1; ${numbered(9, (at) => `782 amount ${at + 5}`)}; 380 cost report days; ${numbered(4, (at) => `782 amount ${at + 15}`)}; ${numbered(4, (at) => `127 remark ${at + 1}`)}; 782 capital exception`,
  MOA: `954 reimbursement rate; 782 payable amount; ${numbered(5, (at) => `127 remark ${at}`)}; 782 renal disease amount; 782 professional component`,
  MPI: "1201 information status; 584 employment; 1595 government service; 352 description; 1596 rank; 1250 date format; 1251 period | P0607",
  MSG: "933 text; 934 carriage control; 1470 number | C0302",
  N1: "98 entity; 93 name; 66 qualifier; 67 identifier; 706 relationship; 98 entity 2 | R0203 P0304",
  N2: "93 name; 93 name 2",
  N3: "166 address; 166 address 2",
  N4: "19 city; 156 state; 116 postal code; 26 country; 309 location kind; 310 location; 1715 subdivision | E0207 C0605 C0704",
  NM1: "98 entity; 1065 person or organization; 1035 last name or organization; 1036 first name; 1037 middle name; 1038 prefix; 1039 suffix; 66 qualifier; 67 identifier; 706 relationship; 98 entity 2; 1035 name 2 | P0809 C1110 C1203",
  NTE: "363 kind of note; 352 note",
  NX1: "98 kind of entity; 98 kind of entity 2; 98 kind of entity 3; 98 kind of entity 4; 98 kind of entity 5",
  OOI: "350 number; 1271 kind of identifier; 352 identifier",
  OI: "1032 filing indicator; 1383 submission reason; 1073 benefits assigned; 1351 patient signature source; 1360 agreement; 1363 release of information",
  PAT: "1069 relationship; 1384 location; 584 employment; 1220 student; 1250 date format; 1251 death date; 355 weight unit; 81 weight; 1073 pregnant | P0506 P0708",
  PER: "366 function; 93 name; 365 number kind; 364 number; 365 number kind 2; 364 number 2; 365 number kind 3; 364 number 3; 443 inquiry reference | P0304 P0506 P0708",
  PLA: "306 action; 98 entity; 373 date; 337 time; 1203 maintenance reason",
  PLB: `127 provider; 373 fiscal year end; ${numbered(6, (at) => `(426 reason, 127 reference) adjustment ${at}; 782 amount ${at}`)} | P0506 P0708 P0910 P1112 P1314`,
  PRV: "1221 role; 128 qualifier; 127 taxonomy; 156 state; (1222 specialty, 559 agency, 1073 yes or no) specialty; 1223 organization | P0203",
  PS1: "127 purchased service provider; 782 amount; 156 state",
  PWK: "755 report; 756 transmission; 757 copies; 98 entity; 66 qualifier; 67 attachment control number; 352 description; (704 action, 704 action 2) actions; 1525 request category | P0506",
  QTY: `673 kind of quantity; 380 quantity; ${unit} unit; 61 text | R0204 E0204`,
  RDM: `756 delivery method; 93 name; 364 number; ${reference} reference; ${reference} reference 2`,
  REF: `128 qualifier; 127 reference; 352 description; ${reference} second reference | R0203`,
  REL: "1069 relationship; 352 description",
  RMR: "128 qualifier; 127 reference; 482 action; 782 paid; 782 billed; 782 discount; 426 reason; 782 adjustment | P0102 P0708",
  SAC: "248 allowance or charge; 1300 kind; 559 agency; 1301 agency kind; 610 amount",
  SBR: "1138 payer sequence; 1069 relationship; 127 group number; 93 group name; 1336 insurance type; 1143 coordination; 1073 yes or no; 584 employment; 1032 filing indicator",
  SLN: "350 item; 350 item 2; 662 relationship; 380 quantity; (355 unit, 1018 exponent, 649 multiplier) unit; 212 price; 639 basis; 662 relationship 2",
  STC: `${status} status; 373 date; 306 action; 782 charge; 782 paid; 373 payment date; 591 method; 373 check date; 429 check number; ${status} status 2; ${status} status 3; 933 text`,
  SV1: `${procedure} procedure; 782 charge; 355 unit; 380 quantity; 1331 place of service; 1365 service type; ${pointers} diagnosis pointers; 782 amount; 1073 emergency; 1340 multiple procedure; 1073 screening; 1073 family planning; 1364 review; 1341 review result; 1327 copay exempt; 1334 shortage area; 127 reference; 116 postal code; 782 amount 2; 1337 level of care; 1360 agreement | P0304`,
  SV2: `234 revenue code; ${procedure} procedure; 782 charge; 355 unit; 380 quantity; 1371 rate; 782 non-covered charge; 1073 yes or no; 1345 nursing home status; 1337 level of care | R0102 P0405`,
  SV3: `${procedure} procedure; 782 charge; 1331 place of service; (1361 area 1, 1361 area 2, 1361 area 3, 1361 area 4, 1361 area 5) oral cavity; 1358 prosthesis; 380 quantity; 352 description; 1327 copay exempt; 1360 agreement; 1073 yes or no; ${pointers} diagnosis pointers`,
  SV5: `${procedure} procedure; 355 unit; 380 length of need; 782 rental price; 782 purchase price; 594 rental period; 923 prognosis | R0405 C0605`,
  SVC: `${procedure} procedure; 782 charge; 782 paid; 234 revenue code; 380 quantity; ${procedure} submitted procedure; 380 submitted quantity`,
  SVD: `67 other payer; 782 paid; ${procedure} procedure; 234 revenue code; 380 quantity; 554 bundled line`,
  TOO: "1270 code list; 1271 tooth; (1369 surface 1, 1369 surface 2, 1369 surface 3, 1369 surface 4, 1369 surface 5) surfaces | P0102",
  TRN: "481 trace kind; 127 trace number; 509 originator; 127 second reference",
  TS2: `${numbered(6, (at) => `782 amount ${at}`)}; 380 outlier days; 782 amount 8; 782 amount 9; ${numbered(5, (at) => `380 count ${at + 9}`)}; 782 amount 15; 380 average weight; ${numbered(3, (at) => `782 amount ${at + 16}`)}`,
  TS3: `127 provider; 1331 facility code; 373 fiscal period; 380 claims; ${numbered(18, (at) => `782 amount ${at + 4}`)}; 380 primary payer claims; 782 amount 24`,
  UM: `1525 request; 1322 certification type; 1365 service type; ${place} place; ${related} related causes; 1338 level of service; 1213 current health; 923 prognosis; 1363 release of information; 1514 delay reason`,
};

const parsed = new Map<string, StandardSegment>();

/** The definition of a segment; throws on one that no guide here uses. */
export function standardSegment(id: string): StandardSegment {
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const text = table[id];
  if (text === undefined) throw new Error(`segment ${id} is not in the table`);
  const [elements = "", notes = ""] = text.split("|");
  const segment = { id, elements: elementsOf(elements), notes: notesOf(notes) };
  parsed.set(id, segment);
  return segment;
}

/** Ids of all segments of the table. */
export const standardSegmentIds: readonly string[] = Object.keys(table);

function elementsOf(text: string): (SimpleElement | CompositeElement)[] {
  return text.split(";").map((part) => {
    const composite = /^\((.*)\)\s*(.*)$/.exec(part.trim());
    if (composite === null) return simpleOf(part);
    const [, inner = "", name = ""] = composite;
    return { name, components: inner.split(",").map(simpleOf) };
  });
}

function simpleOf(text: string): SimpleElement {
  const [number = "", ...words] = text.trim().split(" ");
  return { number, name: words.join(" "), form: elementForm(number) };
}

function notesOf(text: string): SyntaxNote[] {
  return text
    .trim()
    .split(" ")
    .filter((note) => note !== "")
    .map((note) => ({
      relation: note.charAt(0) as SyntaxNote["relation"],
      elements: (note.slice(1).match(/\d\d/g) ?? []).map(Number),
    }));
}
