import type { IssueSeverity, IssueTrigger } from "../issue.ts";
import type { Segment } from "../segment.ts";
import type { IssuePlace } from "../set-context.ts";

const ranks: Readonly<Record<IssueSeverity, number>> = { error: 3, warning: 2, information: 1 };
/** Places that are remembered; a claim with more faults than this may have some told twice. */
const rememberedPlaces = 2000;
/** More than any segment has elements. */
const elementsMost = 1024;

/** Segments that hold what is added up, or begin what holds it. */
const ofSums = new Set("CLM LX SV1 SV2 SV3 SBR CAS AMT SVD CLP SVC PLB ENT RMR ADX".split(" "));

/** What was told of an element: how serious it was, of which of its components or of the whole. */
type Told = { rank: number; readonly components: Set<number | undefined> };

/**
 * Knows what was told of a set, so that one fault is one issue: a second one at the same spot follows
 * from the first unless it is more serious, and a segment whose code is wrong is the one that is missing.
 */
export class FollowUps {
  /** By segment and element. */
  private readonly told = new Map<number, Told>();
  /** Identifiers of segments with a wrong code, by the number of the first segment of their loop. */
  private readonly misfits = new Map<number, string[]>();

  /** Number of the first segment of the loop that ends. */
  ending = 0;
  /** How many segments that sums need fitted nowhere. */
  strays = 0;

  stray(id: string): void {
    if (ofSums.has(id)) this.strays += 1;
  }

  /** Whether an error was told of the element that makes a rule apply. */
  isTold({ segment, element }: IssueTrigger): boolean {
    if (element === undefined) return false;
    return this.told.get(segment * elementsMost + element)?.rank === ranks.error;
  }

  /** A segment stands in a loop, but its code is none of the loop's. */
  misfit(entry: Segment | undefined, id: string): void {
    forget(this.misfits);
    const number = entry?.number ?? 0;
    this.misfits.set(number, [...(this.misfits.get(number) ?? []), id]);
  }

  /** Whether an issue at a place follows from one that was told; if not, it counts as told now. */
  follows(place: IssuePlace, severity: IssueSeverity): boolean {
    const { segment, missing, element } = place;
    if (missing !== undefined) return this.isMisfit(segment, missing);
    if (segment === undefined || element === undefined) return false;
    return this.wasTold(segment.number * elementsMost + element, place.component, ranks[severity]);
  }

  private isMisfit(entry: Segment | undefined, id: string): boolean {
    for (const number of [entry?.number ?? 0, this.ending]) {
      const ids = this.misfits.get(number);
      const at = ids?.indexOf(id) ?? -1;
      if (ids === undefined || at === -1) continue;
      ids.splice(at, 1);
      return true;
    }
    return false;
  }

  private wasTold(key: number, component: number | undefined, rank: number): boolean {
    const told = this.told.get(key);
    if (told === undefined) {
      forget(this.told);
      this.told.set(key, { rank, components: new Set([component]) });
      return false;
    }
    const isSame =
      component === undefined || told.components.has(undefined) || told.components.has(component);
    if (isSame && told.rank >= rank) return true;
    told.components.add(component);
    told.rank = Math.max(told.rank, rank);
    return false;
  }
}

/** Makes room for one more by forgetting the oldest. */
function forget(places: Map<number, unknown>): void {
  if (places.size < rememberedPlaces) return;
  for (const oldest of places.keys()) {
    places.delete(oldest);
    return;
  }
}
