import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { type Place, places } from "./places.ts";
import { isAllowed, useSession } from "./session.ts";

const stages = ["mid-cycle", "back-end", "strategy"] as const;

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
    </Link>
  ));
}
