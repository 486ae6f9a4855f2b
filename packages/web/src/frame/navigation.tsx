import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { formatCount } from "./format.ts";
import { type Place, places } from "./places.ts";
import { getJson, practiceAddress } from "./request.ts";
import { isAllowed, useSession } from "./session.ts";

const stages = ["front-end", "mid-cycle", "back-end", "strategy", "setup"] as const;

/** The stages of the revenue cycle with their nouns, as far as the reader's roles may see them. */
export function Navigation({ practice }: { readonly practice: string }) {
  const session = useSession();
  const seen = places.filter((place) => isAllowed(session, practice, place.permission));
  const of = (group: Place["group"]) => seen.filter((place) => place.group === group);
  return (
    <nav className="frame-nav" aria-label={t("nav.label")}>
      <Link to="/" className="frame-brand">
        <img src="/icon.svg" alt="" />
        {t("product")}
      </Link>
      <Links practice={practice} places={of("work")} />
      {stages.map(
        (stage) =>
          of(stage).length > 0 && (
            <div key={stage}>
              <div className="nav-stage">{t(`stage.${stage}`)}</div>
              <Links practice={practice} places={of(stage)} />
            </div>
          ),
      )}
      <hr className="nav-rule" />
      <Links practice={practice} places={of("below")} />
    </nav>
  );
}

type LinksProps = { readonly practice: string; readonly places: readonly Place[] };

function Links({ practice, places }: LinksProps) {
  return places.map((place) => (
    <Link key={place.to} to={place.to} params={{ practice }} className="nav-link">
      {t(place.title)}
      {place.group === "work" && <OpenWork practice={practice} />}
    </Link>
  ));
}

const freshMs = 5 * 60_000;

/** How much waits for a person; nothing while nothing does. */
function OpenWork({ practice }: { readonly practice: string }) {
  const open = useQuery({
    queryKey: [practice, "work", "open"],
    queryFn: ({ signal }) =>
      getJson<{ total?: { count: number } }>(
        practiceAddress(practice, "work", { limit: 1, total: 1 }),
        signal,
      ),
    staleTime: freshMs,
  });
  const count = open.data?.total?.count ?? 0;
  if (count === 0) return null;
  return (
    <span className="nav-count" title={t("work.waiting", { count })}>
      {formatCount(count)}
    </span>
  );
}
