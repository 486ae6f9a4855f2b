/** Names of segments and of the elements that a biller looks at, in our own words. */
type SegmentDescription = {
  readonly name: string;
  /** By element number; elements without a name of their own are not listed. */
  readonly elements: Readonly<Record<number, string>>;
};

/** Element names from a list that starts at element 1; "" leaves one unnamed. */
function segment(name: string, ...elements: readonly string[]): SegmentDescription {
  const named = elements.map((text, index) => [index + 1, text] as const);
  return { name, elements: Object.fromEntries(named.filter(([, text]) => text !== "")) };
}

/** Segments whose elements have the names of the standard. */
function named(names: Readonly<Record<string, string>>): Record<string, SegmentDescription> {
  const entries = Object.entries(names);
  return Object.fromEntries(entries.map(([id, name]) => [id, { name, elements: {} }]));
}

const adjustmentTriplets = [1, 2, 3, 4, 5, 6].flatMap((at) => [
  `Reason ${at}`,
  `Amount ${at}`,
  `Quantity ${at}`,
]);
const providerAdjustmentPairs = [1, 2, 3, 4, 5, 6].flatMap((at) => [
  `Reason and reference ${at}`,
  `Amount ${at}`,
]);

const descriptions: Readonly<Record<string, SegmentDescription>> = {
  ISA: segment(
    "Interchange header",
    ...["Authorization qualifier", "Authorization", "Security qualifier", "Security"],
    ...["Sender qualifier", "Sender", "Receiver qualifier", "Receiver", "Date", "Time"],
    ...["Repetition separator", "Version", "Control number", "Acknowledgment wanted"],
    ...["Test or production", "Component separator"],
  ),
  IEA: segment("Interchange trailer", "Number of groups", "Control number"),
  GS: segment(
    "Group header",
    ...["Kind of group", "Sender", "Receiver", "Date", "Time", "Control number", "Standard"],
    "Guide version",
  ),
  GE: segment("Group trailer", "Number of transaction sets", "Control number"),
  ST: segment("Transaction set header", "Transaction", "Control number", "Guide version"),
  SE: segment("Transaction set trailer", "Number of segments", "Control number"),
  TA1: segment(
    "Interchange acknowledgment",
    ...["Control number answered", "Date", "Time", "Answer", "Reason"],
  ),
  BHT: segment(
    "Beginning of hierarchy",
    ...["Structure", "Purpose", "Reference", "Date", "Time", "Kind"],
  ),
  HL: segment("Hierarchical level", "Number", "Parent", "Level", "Has children"),
  NM1: segment(
    "Name",
    ...["Role", "Person or organization", "Last name or organization", "First name"],
    ...["Middle name", "Prefix", "Suffix", "Identifier kind", "Identifier"],
  ),
  N1: segment("Party", "Role", "Name", "Identifier kind", "Identifier"),
  N2: segment("Further name", "Name", "Name"),
  N3: segment("Street address", "Line 1", "Line 2"),
  N4: segment("City, state, ZIP", "City", "State", "ZIP code", "Country"),
  PER: segment(
    "Contact",
    ...["Function", "Name", "Kind 1", "Number 1", "Kind 2", "Number 2", "Kind 3", "Number 3"],
  ),
  DMG: segment("Demographics", "Date format", "Date of birth", "Gender"),
  PRV: segment("Provider specialty", "Role", "Code list", "Taxonomy code"),
  REF: segment("Reference number", "Kind", "Number", "Description"),
  DTP: segment("Date or period", "Kind", "Format", "Date"),
  DTM: segment("Date", "Kind", "Date"),
  SBR: segment(
    "Subscriber coverage",
    ...["Payer order", "Relationship to subscriber", "Group number", "Group name"],
    ...["Insurance type", "", "", "", "Kind of payer"],
  ),
  PAT: segment("Patient", "Relationship to subscriber"),
  CLM: segment(
    "Claim",
    ...["Patient control number", "Total charge", "", "", "Place of service and frequency"],
    ...["Provider signature", "Assignment", "Benefits assigned", "Release of information", ""],
    ...["Related causes", "", "", "", "", "", "", "", "Predetermination", "Delay reason"],
  ),
  CL1: segment("Admission", "Admission type", "Admission source", "Patient status"),
  HI: segment("Diagnosis and other codes", ...codeNames(12)),
  AMT: segment("Amount", "Kind", "Amount"),
  QTY: segment("Quantity", "Kind", "Quantity"),
  NTE: segment("Note", "Kind", "Text"),
  PWK: segment("Attachment", "Kind", "Sent by", "", "", "", "Control number"),
  OI: segment("Other coverage", "", "", "Benefits assigned", "", "", "Release of information"),
  LX: segment("Line number", "Number"),
  SV1: segment(
    "Professional service",
    ...["Procedure", "Charge", "Unit", "Quantity", "Place of service", "", "Diagnosis pointers"],
    ...["", "Emergency"],
  ),
  SV2: segment(
    "Institutional service",
    ...["Revenue code", "Procedure", "Charge", "Unit", "Quantity", "", "Non-covered charge"],
  ),
  SV3: segment(
    "Dental service",
    ...["Procedure", "Charge", "Place of service", "Oral cavity", "Prosthesis", "Quantity"],
  ),
  TOO: segment("Tooth", "Code list", "Tooth", "Surfaces"),
  LIN: segment("Drug", "", "Code list", "National drug code"),
  CTP: segment("Drug quantity", "", "", "", "Quantity", "Unit"),
  SVD: segment(
    "Other payer's decision on the line",
    ...["Payer", "Paid", "Procedure", "", "Quantity", "Bundled into line"],
  ),
  CAS: segment("Adjustment", "Group", ...adjustmentTriplets),
  BPR: segment(
    "Payment",
    ...["Handling", "Amount paid", "Credit or debit", "Method", "Format", "", "", "", ""],
    ...["Payer identifier", "", "", "", "", "", "Effective date"],
  ),
  TRN: segment("Trace number", "Kind", "Trace number", "Originating company", "Supplement"),
  CLP: segment(
    "Claim payment",
    ...["Patient control number", "Status", "Charged", "Paid", "Patient responsibility"],
    ...["Kind of payer", "Payer claim control number", "Facility type", "Frequency", ""],
    "Diagnosis related group",
  ),
  SVC: segment(
    "Service payment",
    ...["Procedure paid", "Charged", "Paid", "Revenue code", "Units paid"],
    ...["Procedure submitted", "Units submitted"],
  ),
  MIA: segment("Inpatient remarks", "Covered days"),
  MOA: segment(
    "Outpatient remarks",
    ...["Reimbursement rate", "Payable amount", "Remark 1", "Remark 2", "Remark 3", "Remark 4"],
    "Remark 5",
  ),
  LQ: segment("Remark code", "Code list", "Code"),
  PLB: segment("Provider adjustment", "Provider", "Fiscal year end", ...providerAdjustmentPairs),
  TS2: segment("Provider summary, inpatient"),
  TS3: segment("Provider summary", "Provider", "Facility type", "Fiscal year end", "Claims"),
  AK1: segment("Answer to a group", "Kind of group", "Control number", "Guide version"),
  AK2: segment("Answer to a transaction set", "Transaction", "Control number", "Guide version"),
  AK3: segment("Segment in error", "Segment", "Position", "Loop", "Error"),
  AK4: segment("Element in error", "Position", "Element number", "Error", "Copy of the value"),
  AK5: segment("Result for the transaction set", "Result", ...errorNames(5)),
  AK9: segment(
    "Result for the group",
    ...["Result", "Sets sent", "Sets received", "Sets accepted"],
    ...errorNames(5),
  ),
  IK3: segment("Segment in error", "Segment", "Position", "Loop", "Error"),
  IK4: segment("Element in error", "Position", "Element number", "Error", "Copy of the value"),
  IK5: segment("Result for the transaction set", "Result", ...errorNames(5)),
  CTX: segment("Context of the error", "What", "Segment", "Position"),
  ...named({
    AAA: "Reason for a refusal",
    ACT: "Account",
    ADX: "Adjustment of a premium",
    BGN: "Beginning",
    CN1: "Contract",
    CR1: "Ambulance transport",
    CR2: "Spinal manipulation",
    CR3: "Equipment certification",
    CRC: "Condition",
    CUR: "Currency",
    DN1: "Orthodontic treatment",
    DN2: "Tooth status",
    EB: "Benefit",
    ENT: "Entity",
    EQ: "What is asked about",
    FRM: "Answer on a form",
    HCP: "Pricing",
    HCR: "Decision",
    HD: "Health coverage",
    HLH: "Health of the member",
    HSD: "Delivery of services",
    III: "Further information",
    INS: "Member",
    K3: "File information",
    LE: "End of a group of loops",
    LS: "Begin of a group of loops",
    LUI: "Language",
    MEA: "Measurement",
    MPI: "Military service",
    MSG: "Message",
    PS1: "Purchased service",
    RDM: "Where the remittance goes",
    RMR: "What is paid for",
    SV5: "Durable medical equipment",
    UM: "Review",
  }),
  OTI: segment(
    "Answer to an application",
    ...["Answer", "Kind of reference", "Reference", "", "", "Date", "Time", "Group control number"],
    ...["Set control number", "Transaction", "Guide version"],
  ),
  TED: segment(
    "Error in an application",
    ...["Error", "Text", "Segment", "Position", "Element", "", "Copy of the value"],
  ),
  RED: segment("Related error", "Text", "", "Agency", "", "Code list", "Code"),
  ISB: segment("Grade of service", "Grade"),
  ISE: segment("Deferred delivery", "Date", "Time", "Delivery code"),
  STC: segment(
    "Claim status",
    ...["Status", "Date", "Action", "Charged", "Paid", "Paid on", "", "", "", "Second status"],
    ...["Third status", "Message"],
  ),
};

function codeNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Code ${index + 1}`);
}

function errorNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Error ${index + 1}`);
}

/** What a segment is, in a few words; undefined for segments without a name here. */
export function describeSegment(id: string): string | undefined {
  return Object.hasOwn(descriptions, id) ? descriptions[id]?.name : undefined;
}

/** What element `n` of a segment is; undefined where no name is known. */
export function describeElement(id: string, n: number): string | undefined {
  return Object.hasOwn(descriptions, id) ? descriptions[id]?.elements[n] : undefined;
}
