import type { Claim837, ClaimSubmission } from "../claim.ts";
import { followGuide } from "../follow-guide.ts";
import { compileGuide, type LoopNode, LoopWalker } from "../guide.ts";
import { professionalClaimGuide } from "../guides/005010X222A1-837P/guide.ts";
import { institutionalClaimGuide } from "../guides/005010X223A2-837I/guide.ts";
import { dentalClaimGuide } from "../guides/005010X224A2-837D/guide.ts";
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

const guides: Record<Claim837["kind"], LoopNode> = {
  "837P": compileGuide(professionalClaimGuide),
  "837I": compileGuide(institutionalClaimGuide),
  "837D": compileGuide(dentalClaimGuide),
};

/** The claim and everything under it. */
const claimLoops = new Set([
  ...["2300", "2305", "2310", "2320", "2330A", "2330B", "2330C"],
  ...["2400", "2410", "2420", "2430", "2440"],
]);
/** Segments of one claim that are kept; beyond them the rest of the claim is not read. */
const claimSegmentsMost = 50_000;
/** Control numbers remembered per set to find one used twice. */
const rememberedClaims = 200_000;

/** Reads the claims of one 837 (005010X222A1, X223A2, X224A2), each as soon as its loop closes. */
export function readClaimSet(context: SetContext, kind: Claim837["kind"]): SetReader {
  return new ClaimSetReader(context, kind);
}

class ClaimSetReader implements SetReader {
  private readonly context: SetContext;
  private readonly kind: Claim837["kind"];
  private readonly walker: LoopWalker;
  /** The loop of the last segment, and whether it is the claim's or stands under it. */
  private node: LoopNode | undefined;
  private isWithinClaim = false;
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
    this.walker = new LoopWalker(guides[kind]);
  }

  read(segment: Segment): void {
    const { walker, context, claim } = this;
    if (!followGuide(walker, segment, context)) {
      this.extendClaim(segment);
      return;
    }
    const { node } = walker;
    const loop = node.row.id;
    if (node !== this.node) {
      this.node = node;
      this.isWithinClaim = claimLoops.has(loop);
    }
    if (claim !== undefined && (loop === "2300" ? walker.opened : !this.isWithinClaim)) {
      this.finishOpenClaim();
    }
    context.enter(loop);
    if (!this.extendClaim(segment)) return;
    if (this.isWithinClaim) this.readClaimLoop(loop, segment);
    else this.readLoop(loop, segment);
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

  private readLoop(loop: string, segment: Segment): void {
    switch (loop) {
      case "ST":
        if (segment.id === "BHT") this.beginning = segment;
        return;
      case "1000A":
        this.submitter = this.readParty(this.submitter, segment);
        return;
      case "1000B":
        this.receiver = this.readParty(this.receiver, segment);
        return;
      case "2000A":
      case "2000B":
      case "2000C":
        this.readLevel(loop, segment);
        return;
      default:
        this.readLevelParty(loop, segment);
    }
  }

  private readParty(party: OpenParty | undefined, segment: Segment): OpenParty | undefined {
    if (segment.id === "NM1") return partyOfName(segment, this.context);
    if (party !== undefined) addToParty(party, segment, this.context);
    return party;
  }

  private readLevel(loop: string, segment: Segment): void {
    if (segment.id === "HL") this.openLevel(loop, segment);
    else if (segment.id === "PRV" && this.billing !== undefined) {
      this.billing.taxonomy = segment.text(3);
    } else if (segment.id === "CUR" && this.billing !== undefined) {
      this.billing.currency = segment.text(2);
    } else if (segment.id === "SBR" && this.subscriberLevel !== undefined) {
      this.context.required(segment, 1);
      this.subscriberLevel.coverage = coverageOf(segment);
    } else if (segment.id === "PAT") this.readPatient(loop, segment);
  }

  private readPatient(loop: string, segment: Segment): void {
    const { context, patientLevel, subscriberLevel } = this;
    const facts = patientFactsOf(segment, context);
    if (loop === "2000C" && patientLevel !== undefined) {
      patientLevel.relationship = segment.text(1);
      patientLevel.patientFacts = facts;
    } else if (loop === "2000B" && subscriberLevel !== undefined) {
      subscriberLevel.patientFacts = facts;
    }
  }

  private openLevel(loop: string, segment: Segment): void {
    this.emitSubmission();
    this.levels += 1;
    const hierarchyId = segment.text(1);
    if (hierarchyId !== String(this.levels)) {
      this.context.report("X12_HIERARCHY_NUMBER", { segment, element: 1 });
    }
    this.patientLevel = undefined;
    if (loop === "2000C") {
      this.checkParent(segment, this.subscriberLevel?.hierarchyId);
      const unknown = { relationship: undefined, patientFacts: undefined, patient: undefined };
      this.patientLevel = { hierarchyId, ...unknown };
      return;
    }
    if (loop === "2000B") {
      this.checkParent(segment, this.billing?.hierarchyId);
      const nothing = { coverage: undefined, subscriber: undefined, payer: undefined };
      this.subscriberLevel = { hierarchyId, patientFacts: undefined, ...nothing };
      return;
    }
    const nobody = { provider: undefined, payTo: undefined, payToPlan: undefined };
    this.billing = { hierarchyId, taxonomy: undefined, currency: undefined, ...nobody };
    this.subscriberLevel = undefined;
  }

  private checkParent(segment: Segment, parent: string | undefined): void {
    if (segment.text(2) === parent && parent !== undefined) return;
    this.context.report("X12_HIERARCHY_PARENT", { segment, element: 2 });
  }

  private readLevelParty(loop: string, segment: Segment): void {
    const { billing, subscriberLevel, patientLevel } = this;
    if (loop === "2010AA" && billing !== undefined) {
      billing.provider = this.readParty(billing.provider, segment);
      if (segment.id === "NM1" && billing.provider !== undefined) {
        billing.provider.taxonomy = billing.taxonomy;
      }
    } else if (loop === "2010AB" && billing !== undefined) {
      billing.payTo = this.readParty(billing.payTo, segment);
    } else if (loop === "2010AC" && billing !== undefined) {
      billing.payToPlan = this.readParty(billing.payToPlan, segment);
    } else if (loop === "2010BA" && subscriberLevel !== undefined) {
      subscriberLevel.subscriber = this.readParty(subscriberLevel.subscriber, segment);
    } else if (loop === "2010BB" && subscriberLevel !== undefined) {
      subscriberLevel.payer = this.readParty(subscriberLevel.payer, segment);
    } else if (loop === "2010CA" && patientLevel !== undefined) {
      patientLevel.patient = this.readParty(patientLevel.patient, segment);
    }
  }

  private readClaimLoop(loop: string, segment: Segment): void {
    const { claim, context } = this;
    if (loop === "2300" && segment.id === "CLM") this.openClaim(segment);
    else if (claim === undefined) return;
    else if (loop === "2300") readClaimSegment(claim, segment, context);
    else if (loop === "2310" || loop === "2420") this.readClaimParty(claim, loop, segment);
    else if (loop === "2320" || loop.startsWith("2330")) {
      this.readOtherPayer(claim, loop, segment);
    } else this.readLineLoop(claim, loop, segment);
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

  private readClaimParty(claim: OpenClaim, loop: string, segment: Segment): void {
    if (segment.id === "NM1") {
      const owner = loop === "2310" ? claim : claim.lines.at(-1);
      this.party = partyOfName(segment, this.context);
      if (owner !== undefined) owner.parties = withItem(owner.parties, this.party);
    } else if (this.party !== undefined) addToParty(this.party, segment, this.context);
  }

  private readOtherPayer(claim: OpenClaim, loop: string, segment: Segment): void {
    const { context } = this;
    if (segment.id === "SBR" && loop === "2320") {
      claim.otherCoverages = withItem(claim.otherCoverages, otherCoverageOf(segment));
      return;
    }
    const coverage = claim.otherCoverages.at(-1);
    if (coverage === undefined) return;
    if (loop === "2320") readOtherCoverageSegment(coverage, segment, context);
    else if (loop === "2330A" || loop === "2330B") {
      readOtherParty(coverage, segment, { context, loop });
    } else readOtherProvider(coverage, segment, context);
  }

  private readLineLoop(claim: OpenClaim, loop: string, segment: Segment): void {
    const { context } = this;
    if (segment.id === "LX") {
      const number = context.wholeNumber(segment, 1) ?? claim.lines.length + 1;
      claim.lines = withItem(claim.lines, emptyLine(number));
      claim.lineSegments = withItem(claim.lineSegments, segment);
      return;
    }
    const line = claim.lines.at(-1);
    if (line === undefined) return;
    if (loop === "2400") readLineSegment(line, segment, context);
    else if (loop === "2410") readDrugSegment(line, segment, context);
    else if (loop === "2440") readFormSegment(line, segment, context);
    else if (loop === "2430" && segment.id === "SVD") {
      this.decision = readDecision(line, segment, context);
    } else if (loop === "2430" && this.decision !== undefined) {
      readDecisionSegment(this.decision, segment, context);
    }
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
