import { accountOf } from "../claim-parts.ts";
import { compileLoops, type ReadingLoops } from "../compile-loops.ts";
import { GuideFollower } from "../follow-guide.ts";
import { receivedRemittance } from "../guides/005010X221A1-835/received.ts";
import { addToParty, type OpenParty, partyOfN1 } from "../party.ts";
import type { Remittance835 } from "../remittance.ts";
import { groupParts, remittanceDetailParts } from "../remittance-detail-parts.ts";
import type { RemittanceDetails, RemittanceGroup } from "../remittance-details.ts";
import { type Segment, segmentRange } from "../segment.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import { OpenRemittanceClaim } from "./open-remittance-claim.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function setText<K extends string>(
  target: { [key in K]?: string },
  key: K,
  text: string | undefined,
): void {
  if (text !== undefined) target[key] = text;
}

/** What the reader does in a loop. */
type Role = "heading" | "payer" | "payee" | "group" | "claim" | "line";

const roles: Readonly<Record<string, Role>> = {
  ST: "heading",
  "1000A": "payer",
  "1000B": "payee",
  "2000": "group",
  "2100": "claim",
  "2110": "line",
};

let compiled: ReadingLoops<Role> | undefined;

/**
 * Reads one 835 (005010X221A1): its payment first, then each claim as soon as its loop closes, then
 * the provider adjustments. Balancing is not judged here.
 */
export function readRemittanceSet(context: SetContext): SetReader {
  return new RemittanceSetReader(context);
}

class RemittanceSetReader implements SetReader {
  private readonly context: SetContext;
  private readonly follower: GuideFollower<Role>;
  private payment: Segment | undefined;
  private trace: Segment | undefined;
  private receiverId: string | undefined;
  private producedOn: string | undefined;
  private payer: OpenParty | undefined;
  private payee: OpenParty | undefined;
  private readonly details: Writable<RemittanceDetails> = {};
  private group: Writable<RemittanceGroup> | undefined;
  private headingEmitted = false;
  private claims = 0;
  private claim: OpenRemittanceClaim | undefined;

  constructor(context: SetContext) {
    this.context = context;
    compiled ??= compileLoops(receivedRemittance, roles);
    this.follower = new GuideFollower(compiled, context);
  }

  read(segment: Segment): void {
    const { follower, context, claim } = this;
    if (!follower.follow(segment)) {
      claim?.extend(segment);
      return;
    }
    const { id: loop, role } = follower.state;
    context.enter(loop);
    if (role === "line") claim?.readLine(segment);
    else if (role === "claim" && !follower.opened) claim?.read(segment);
    else {
      this.finishClaim();
      this.context.enter(loop);
      this.readOutsideClaim(role, segment);
    }
  }

  close(): void {
    this.finishClaim();
    this.emitHeading();
  }

  private readOutsideClaim(role: Role, segment: Segment): void {
    switch (role) {
      case "payer":
        this.payer = this.readParty(this.payer, segment);
        return;
      case "payee":
        if (remittanceDetailParts.read(this.details, segment, this.context)) return;
        this.payee = this.readParty(this.payee, segment);
        return;
      case "group":
        this.endHeading();
        this.readGroup(segment);
        return;
      case "claim":
        this.endHeading();
        this.claims += 1;
        this.claim = this.openClaim(segment);
        return;
      default:
        this.readHeading(segment);
    }
  }

  /** LX opens a group; TS3 and TS2 add it up. */
  private readGroup(segment: Segment): void {
    if (segment.id === "LX") {
      this.group = { number: this.context.wholeNumber(segment, 1) ?? 1 };
      return;
    }
    this.group ??= { number: 1 };
    groupParts.read(this.group, segment, this.context);
  }

  private openClaim(segment: Segment): OpenRemittanceClaim {
    const { group } = this;
    const isPlain = group?.number === 1 && (group.summary ?? group.prospective) === undefined;
    const place = { number: this.claims, group: isPlain ? undefined : group };
    return new OpenRemittanceClaim(segment, place, this.context);
  }

  private readParty(party: OpenParty | undefined, segment: Segment): OpenParty | undefined {
    if (segment.id === "N1") return partyOfN1(segment, this.context);
    if (party !== undefined) addToParty(party, segment, this.context);
    return party;
  }

  private readHeading(segment: Segment): void {
    switch (segment.id) {
      case "BPR":
        this.payment = segment;
        return;
      case "TRN":
        this.trace = segment;
        return;
      case "REF":
        if (segment.element(1) === "EV") this.receiverId = segment.text(2);
        else if (segment.is(1, "F2")) setText(this.details, "payerVersion", segment.text(2));
        return;
      case "CUR":
        setText(this.details, "currency", segment.text(2));
        return;
      case "DTM":
        if (segment.element(1) === "405") this.producedOn = this.context.date(segment, 2);
        return;
      case "PLB":
        this.endHeading();
        this.readProviderAdjustments(segment);
        return;
    }
  }

  /** PLB: up to six reasons with their amounts. */
  private readProviderAdjustments(segment: Segment): void {
    const { context } = this;
    const providerId = context.required(segment, 1) ?? "";
    const fiscalPeriodEnd = context.date(segment, 2);
    const elements = Math.min(Math.max(segment.elementCount, 4), 14);
    for (let element = 3; element <= elements; element += 2) {
      const reasonCode = segment.component(element, 1)?.trimEnd();
      const amount = segment.text(element + 1);
      if (reasonCode === undefined && amount === undefined && element > 3) continue;
      if (reasonCode === undefined || amount === undefined) {
        context.report("X12_ADJUSTMENT_INCOMPLETE", { segment, element });
        continue;
      }
      const cents = context.centsOfText(amount, { segment, element: element + 1 });
      if (cents === undefined) continue;
      const referenceId = segment.component(element, 2)?.trimEnd() || undefined;
      const range = segmentRange(segment);
      const adjustment = { range, providerId, fiscalPeriodEnd, reasonCode, referenceId, cents };
      context.emit({ type: "provider-adjustment", adjustment });
    }
  }

  private finishClaim(): void {
    const claim = this.claim?.finish();
    this.claim = undefined;
    if (claim !== undefined) this.context.emit({ type: "remittance-claim", claim });
  }

  /** The heading is complete when the first claim group or provider adjustment begins. */
  private endHeading(): void {
    this.emitHeading();
    this.context.enter(this.follower.state.id);
  }

  private emitHeading(): void {
    if (this.headingEmitted) return;
    this.headingEmitted = true;
    const { context, payment, trace } = this;
    context.loop = undefined;
    if (payment === undefined) {
      context.report("X12_SEGMENT_MISSING", { missing: "BPR" });
      return;
    }
    if (trace === undefined) context.report("X12_SEGMENT_MISSING", { missing: "TRN" });
    if (this.payer === undefined) context.report("X12_LOOP_MISSING", { missing: "N1" });
    if (this.payee === undefined) context.report("X12_LOOP_MISSING", { missing: "N1" });
    const remittance = this.remittanceOf(payment, trace);
    if (remittance !== undefined) context.emit({ type: "remittance", remittance });
  }

  private remittanceOf(payment: Segment, trace: Segment | undefined): Remittance835 | undefined {
    const { context } = this;
    const handlingCode = context.required(payment, 1) ?? "";
    const paidCents = context.requiredCents(payment, 2);
    const traceNumber = trace === undefined ? undefined : context.required(trace, 2);
    if (paidCents === undefined) {
      context.report("X12_REMITTANCE_UNREADABLE", { segment: payment, element: 2 });
      return undefined;
    }
    const paymentFormat = payment.text(5);
    const payerAccount = accountOf(payment, 6);
    const payeeAccount = accountOf(payment, 12);
    const companyId = payment.text(10);
    if (companyId !== trace?.text(3)) setText(this.details, "payerCompanyId", companyId);
    setText(this.details, "payerSupplementalCode", payment.text(11));
    return {
      header: context.header,
      ...this.details,
      ...(paymentFormat === undefined ? {} : { paymentFormat }),
      ...(payerAccount === undefined ? {} : { payerAccount }),
      ...(payeeAccount === undefined ? {} : { payeeAccount }),
      handlingCode,
      paidCents,
      creditOrDebit: payment.text(3) ?? "",
      paymentMethod: payment.text(4) ?? "",
      effectiveOn: context.date(payment, 16),
      traceNumber: traceNumber ?? "",
      originatingCompanyId: trace?.text(3),
      supplementalCode: trace?.text(4),
      receiverId: this.receiverId,
      producedOn: this.producedOn,
      payer: this.payer,
      payee: this.payee,
    };
  }
}
