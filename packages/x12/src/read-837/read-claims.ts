import type { Claim837, ClaimSubmission } from "../claim.ts";
import { compileLoops, type ReadingLoops } from "../compile-loops.ts";
import { GuideFollower } from "../follow-guide.ts";
import { receivedProfessionalClaims } from "../guides/005010X222A1-837P/received.ts";
import { receivedInstitutionalClaims } from "../guides/005010X223A2-837I/received.ts";
import { receivedDentalClaims } from "../guides/005010X224A2-837D/received.ts";
import type { ReceivedGuide } from "../guides/received.ts";
import { withItem } from "../lists.ts";
import { addToParty, type OpenParty, partyOfName } from "../party.ts";
import type { Segment } from "../segment.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import { finishClaim } from "./finish-claim.ts";
import {
  type BillingLevel,
  coverageOf,
  emptyClaim,
  emptyLine,
  type OpenAdjudication,
  type OpenClaim,
  otherCoverageOf,
  type PatientLevel,
  type SubscriberLevel,
} from "./open-claim.ts";
import {
  patientFactsOf,
  readClaimSegment,
  readOtherCoverageSegment,
  readOtherParty,
  readOtherProvider,
} from "./read-claim.ts";
import {
  readDecision,
  readDecisionSegment,
  readDrugSegment,
  readFormSegment,
  readLineSegment,
} from "./read-line.ts";

const guides: Readonly<Record<Claim837["kind"], ReceivedGuide>> = {
  "837P": receivedProfessionalClaims,
  "837I": receivedInstitutionalClaims,
  "837D": receivedDentalClaims,
};

/** What the reader does in a loop. */
type Role = {
  /** Whether the loop is a claim's, or stands within one. */
  readonly place: "around" | "claim" | "within";
  readonly read: (reader: ClaimSetReader, segment: Segment) => void;
};

/** Segments of one claim that are kept; beyond them the rest of the claim is not read. */
const claimSegmentsMost = 50_000;
/** Control numbers remembered per set to find one used twice. */
const rememberedClaims = 200_000;

function around(read: Role["read"]): Role {
  return { place: "around", read };
}

function within(read: Role["read"]): Role {
  return { place: "within", read };
}

const compiled = new Map<Claim837["kind"], ReadingLoops<Role>>();

function loopsOf(kind: Claim837["kind"]): ReadingLoops<Role> {
  const known = compiled.get(kind);
  if (known !== undefined) return known;
  const loops = compileLoops(guides[kind], ClaimSetReader.roles);
  compiled.set(kind, loops);
  return loops;
}

/** Reads the claims of one 837 (005010X222A1, X223A2, X224A2), each as soon as its loop closes. */
export function readClaimSet(context: SetContext, kind: Claim837["kind"]): SetReader {
  return new ClaimSetReader(context, kind);
}

class ClaimSetReader implements SetReader {
  /** By loop id, or by an id without its letters for the other loops of that number. */
  static readonly roles: Readonly<Record<string, Role>> = {
    ST: around((reader, segment) => reader.readHeading(segment)),
    "1000A": around((reader, segment) => reader.readSubmitter(segment)),
    "1000B": around((reader, segment) => reader.readReceiver(segment)),
    "2000A": around((reader, segment) => reader.readBillingLevel(segment)),
    "2010AA": around((reader, segment) => reader.readBillingProvider(segment)),
    "2010AB": around((reader, segment) => reader.readBillingParty("payTo", segment)),
    "2010AC": around((reader, segment) => reader.readBillingParty("payToPlan", segment)),
    "2000B": around((reader, segment) => reader.readSubscriberLevel(segment)),
    "2010BA": around((reader, segment) => reader.readSubscriberParty("subscriber", segment)),
    "2010BB": around((reader, segment) => reader.readSubscriberParty("payer", segment)),
    "2010BC": around(() => {}),
    "2000C": around((reader, segment) => reader.readPatientLevel(segment)),
    "2010CA": around((reader, segment) => reader.readPatientParty(segment)),
    "2300": { place: "claim", read: (reader, segment) => reader.readClaim(segment) },
    "2305": within(() => {}),
    "2310": within((reader, segment) => reader.readClaimParty(segment)),
    "2320": within((reader, segment) => reader.readOtherCoverage(segment)),
    "2330A": within((reader, segment) => reader.readOtherParty("subscriber", segment)),
    "2330B": within((reader, segment) => reader.readOtherParty("payer", segment)),
    "2330": within((reader, segment) => reader.readOtherProvider(segment)),
    "2400": within((reader, segment) => reader.readLine(segment)),
    "2410": within((reader, segment) => reader.readDrug(segment)),
    "2420": within((reader, segment) => reader.readLineParty(segment)),
    "2430": within((reader, segment) => reader.readDecision(segment)),
    "2440": within((reader, segment) => reader.readForm(segment)),
  };

  private readonly context: SetContext;
  private readonly kind: Claim837["kind"];
  private readonly follower: GuideFollower<Role>;
  private beginning: Segment | undefined;
  private submitter: OpenParty | undefined;
  private receiver: OpenParty | undefined;
  private submitted = false;
  private levels = 0;
  private billing: BillingLevel | undefined;
  private subscriberLevel: SubscriberLevel | undefined;
  private patientLevel: PatientLevel | undefined;
  private claim: OpenClaim | undefined;
  private readonly claimNumbers = new Set<string>();
  /** Party of the innermost open name loop. */
  private party: OpenParty | undefined;
  private decision: OpenAdjudication | undefined;

  constructor(context: SetContext, kind: Claim837["kind"]) {
    this.context = context;
    this.kind = kind;
    this.follower = new GuideFollower(loopsOf(kind), context);
  }

  read(segment: Segment): void {
    const { follower, context, claim } = this;
    if (!follower.follow(segment)) {
      this.extendClaim(segment);
      return;
    }
    const { id, role } = follower.state;
    const { place } = role;
    if (claim !== undefined && (place === "claim" ? follower.opened : place === "around")) {
      this.finishOpenClaim();
    }
    context.enter(id);
    if (this.extendClaim(segment)) role.read(this, segment);
  }

  close(): void {
    this.finishOpenClaim();
    this.emitSubmission();
  }

  /** Makes the segment part of the open claim; false when the claim has too many already. */
  private extendClaim(segment: Segment): boolean {
    const { claim } = this;
    if (claim === undefined) return true;
    claim.last = segment;
    claim.segments += 1;
    if (claim.segments <= claimSegmentsMost) return true;
    if (claim.segments === claimSegmentsMost + 1) {
      this.context.report("X12_TOO_MANY_SEGMENTS", { segment });
    }
    return false;
  }

  private readHeading(segment: Segment): void {
    if (segment.id === "BHT") this.beginning = segment;
  }

  private readSubmitter(segment: Segment): void {
    this.submitter = this.readParty(this.submitter, segment);
  }

  private readReceiver(segment: Segment): void {
    this.receiver = this.readParty(this.receiver, segment);
  }

  private readParty(party: OpenParty | undefined, segment: Segment): OpenParty | undefined {
    if (segment.id === "NM1") return partyOfName(segment, this.context);
    if (party !== undefined) addToParty(party, segment, this.context);
    return party;
  }

  private readBillingLevel(segment: Segment): void {
    const { billing } = this;
    if (segment.id === "HL") {
      this.openLevel(segment);
      const nobody = { provider: undefined, payTo: undefined, payToPlan: undefined };
      const hierarchyId = segment.text(1);
      this.billing = { hierarchyId, taxonomy: undefined, currency: undefined, ...nobody };
      this.subscriberLevel = undefined;
    } else if (billing !== undefined && segment.id === "PRV") billing.taxonomy = segment.text(3);
    else if (billing !== undefined && segment.id === "CUR") billing.currency = segment.text(2);
  }

  private readSubscriberLevel(segment: Segment): void {
    const { context, subscriberLevel } = this;
    if (segment.id === "HL") {
      this.openLevel(segment);
      this.checkParent(segment, this.billing?.hierarchyId);
      const nothing = { coverage: undefined, subscriber: undefined, payer: undefined };
      const hierarchyId = segment.text(1);
      this.subscriberLevel = { hierarchyId, patientFacts: undefined, ...nothing };
    } else if (segment.id === "SBR" && subscriberLevel !== undefined) {
      context.required(segment, 1);
      subscriberLevel.coverage = coverageOf(segment);
    } else if (segment.id === "PAT") {
      const facts = patientFactsOf(segment, context);
      if (subscriberLevel !== undefined) subscriberLevel.patientFacts = facts;
    }
  }

  private readPatientLevel(segment: Segment): void {
    const { context, patientLevel } = this;
    if (segment.id === "HL") {
      this.openLevel(segment);
      this.checkParent(segment, this.subscriberLevel?.hierarchyId);
      const unknown = { relationship: undefined, patientFacts: undefined, patient: undefined };
      this.patientLevel = { hierarchyId: segment.text(1), ...unknown };
    } else if (segment.id === "PAT") {
      const facts = patientFactsOf(segment, context);
      if (patientLevel === undefined) return;
      patientLevel.relationship = segment.text(1);
      patientLevel.patientFacts = facts;
    }
  }

  /** HL01 counts the levels of the set. */
  private openLevel(segment: Segment): void {
    this.emitSubmission();
    this.context.enter(this.follower.state.id);
    this.levels += 1;
    if (segment.text(1) !== String(this.levels)) {
      this.context.report("X12_HIERARCHY_NUMBER", { segment, element: 1 });
    }
    this.patientLevel = undefined;
  }

  private checkParent(segment: Segment, parent: string | undefined): void {
    if (segment.text(2) === parent && parent !== undefined) return;
    this.context.report("X12_HIERARCHY_PARENT", { segment, element: 2 });
  }

  private readBillingProvider(segment: Segment): void {
    const { billing } = this;
    if (billing === undefined) return;
    billing.provider = this.readParty(billing.provider, segment);
    if (segment.id === "NM1" && billing.provider !== undefined) {
      billing.provider.taxonomy = billing.taxonomy;
    }
  }

  private readBillingParty(role: "payTo" | "payToPlan", segment: Segment): void {
    const { billing } = this;
    if (billing !== undefined) billing[role] = this.readParty(billing[role], segment);
  }

  private readSubscriberParty(role: "subscriber" | "payer", segment: Segment): void {
    const { subscriberLevel: level } = this;
    if (level !== undefined) level[role] = this.readParty(level[role], segment);
  }

  private readPatientParty(segment: Segment): void {
    const { patientLevel: level } = this;
    if (level !== undefined) level.patient = this.readParty(level.patient, segment);
  }

  private readClaim(segment: Segment): void {
    if (segment.id === "CLM") this.openClaim(segment);
    else if (this.claim !== undefined) readClaimSegment(this.claim, segment, this.context);
  }

  private openClaim(segment: Segment): void {
    const { context, billing, subscriberLevel, patientLevel } = this;
    const patientControlNumber = context.required(segment, 1);
    const chargedCents = context.requiredCents(segment, 2);
    const levels = { billing, subscriberLevel, patientLevel };
    this.claim = emptyClaim(segment, levels, { patientControlNumber, chargedCents });
    if (patientControlNumber === undefined) return;
    if (this.claimNumbers.has(patientControlNumber)) {
      context.report("X12_CLAIM_NUMBER_REUSED", { segment, element: 1 });
    }
    if (this.claimNumbers.size < rememberedClaims) this.claimNumbers.add(patientControlNumber);
  }

  private readClaimParty(segment: Segment): void {
    const { claim } = this;
    if (claim !== undefined) this.readPartyOf(claim, segment);
  }

  private readLineParty(segment: Segment): void {
    if (this.claim !== undefined) this.readPartyOf(this.line, segment);
  }

  private readPartyOf(
    owner: { parties: readonly OpenParty[] } | undefined,
    segment: Segment,
  ): void {
    if (segment.id === "NM1") {
      this.party = partyOfName(segment, this.context);
      if (owner !== undefined) owner.parties = withItem(owner.parties, this.party);
    } else if (this.party !== undefined) addToParty(this.party, segment, this.context);
  }

  private readOtherCoverage(segment: Segment): void {
    const { claim, coverage } = this;
    if (segment.id === "SBR" && claim !== undefined) {
      claim.otherCoverages = withItem(claim.otherCoverages, otherCoverageOf(segment));
    } else if (coverage !== undefined) readOtherCoverageSegment(coverage, segment, this.context);
  }

  private readOtherParty(role: "subscriber" | "payer", segment: Segment): void {
    const { context, coverage } = this;
    if (coverage !== undefined) readOtherParty(coverage, segment, { context, role });
  }

  private readOtherProvider(segment: Segment): void {
    const { context, coverage } = this;
    if (coverage !== undefined) readOtherProvider(coverage, segment, context);
  }

  private readLine(segment: Segment): void {
    const { claim, context, line } = this;
    if (segment.id !== "LX") {
      if (line !== undefined) readLineSegment(line, segment, context);
    } else if (claim !== undefined) {
      const number = context.wholeNumber(segment, 1) ?? claim.lines.length + 1;
      claim.lines = withItem(claim.lines, emptyLine(number));
      claim.lineSegments = withItem(claim.lineSegments, segment);
    }
  }

  private readDrug(segment: Segment): void {
    if (this.line !== undefined) readDrugSegment(this.line, segment, this.context);
  }

  private readForm(segment: Segment): void {
    if (this.line !== undefined) readFormSegment(this.line, segment, this.context);
  }

  private readDecision(segment: Segment): void {
    const { line, context } = this;
    if (line === undefined) return;
    if (segment.id === "SVD") this.decision = readDecision(line, segment, context);
    else if (this.decision !== undefined) readDecisionSegment(this.decision, segment, context);
  }

  /** The line that is read. */
  private get line() {
    return this.claim?.lines.at(-1);
  }

  /** The coverage by another payer that is read. */
  private get coverage() {
    return this.claim?.otherCoverages.at(-1);
  }

  private finishOpenClaim(): void {
    const { claim, context } = this;
    if (claim === undefined) return;
    this.claim = undefined;
    this.party = undefined;
    const finished = finishClaim(claim, this.kind, context);
    if (finished !== undefined) context.emit({ type: "claim", claim: finished });
  }

  /** The heading is complete when the first level opens, or at the end of a set without levels. */
  private emitSubmission(): void {
    if (this.submitted) return;
    this.submitted = true;
    const { context, beginning } = this;
    context.loop = undefined;
    if (beginning === undefined) context.report("X12_SEGMENT_MISSING", { missing: "BHT" });
    const createdAt = beginning?.text(5);
    const submission: ClaimSubmission = {
      header: context.header,
      referenceId: beginning?.text(3) ?? "",
      purpose: beginning?.text(2) ?? "",
      createdOn: beginning === undefined ? undefined : context.date(beginning, 4),
      ...(createdAt === undefined ? {} : { createdAt }),
      claimOrEncounter: beginning?.text(6) ?? "",
      submitter: this.submitter,
      receiver: this.receiver,
    };
    context.emit({ type: "submission", submission });
  }
}
