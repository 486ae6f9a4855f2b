import type { Segment } from "../../segment.ts";
import { civilDate } from "../../values.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/** Reasons of SBR05 that depend on being 65: working aged (12), disabled under 65 (43). */
const ageReasons: Readonly<Record<string, "old" | "young">> = { "12": "old", "43": "young" };
/** Medicare begins with the month of the birthday, or with the one before for those born on its first day. */
const sixtyFiveMonths = 780;

/** Medicare Part B as a later payer: why, and what those before it paid (CMS Pub 100-05). */
export const medicareSecondaryRules: OpenRuleSet = ({ report }) => {
  let subscriber: Segment | undefined;
  let birth: string | undefined;
  let service: string | undefined;
  let coverages = 0;
  let decisions = 0;
  const isSecondary = () => {
    const sequence = subscriber?.text(1);
    return subscriber?.text(9) === "MB" && sequence !== undefined && !/^[PU]$/.test(sequence);
  };
  return {
    opens: {
      "2300": () => {
        service = undefined;
        coverages = 0;
        decisions = 0;
      },
      "2320": () => {
        coverages += 1;
      },
    },
    segments: {
      "SBR@2000B": (segment) => {
        subscriber = segment;
        birth = undefined;
      },
      "DMG@2010BA": (segment) => {
        birth = dayOf(segment.text(2));
      },
      "AMT@2320": (segment) => {
        const kind = segment.element(1);
        if (kind === "D" || kind === "A8") decisions += 1;
      },
      "DTP@2400": (segment) => {
        if (segment.element(1) === "472") service ??= dayOf(segment.text(3)?.slice(0, 8));
      },
    },
    loops: {
      "2300": ({ segments: [claim] }) => {
        if (!isSecondary()) return;
        if (coverages > 0 && decisions === 0) {
          report("X12_MEDICARE_SECONDARY_PAYMENT", { segment: claim, missing: "AMT" });
        }
        const wanted = ageReasons[subscriber?.text(5) ?? ""];
        if (wanted === undefined || birth === undefined || service === undefined) return;
        const months = monthsOf(service) - monthsOf(birth);
        const fits = wanted === "old" ? months >= sixtyFiveMonths - 1 : months <= sixtyFiveMonths;
        if (!fits) {
          report("X12_MEDICARE_SECONDARY_AGE", { segment: subscriber, element: 5, loop: "2000B" });
        }
      },
    },
  };
};

function dayOf(text: string | undefined): string | undefined {
  return text === undefined || civilDate(text) === undefined ? undefined : text;
}

/** Months of a day CCYYMMDD since the year 0. */
function monthsOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(4, 6));
}
