import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import type { AuthorizationAnswer } from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { t } from "../../strings/translate.ts";
import { AuthorizationForm } from "./authorization-form.tsx";

type Props = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly mayWrite: boolean;
};

/** The authorization of a visit with what is left of it, and a way to add one. */
export function VisitAuthorization({ practice, visit, mayWrite }: Props) {
  const [isAdding, setAdding] = useState(false);
  const { authorization, coverage, services, day } = visit;
  if (coverage === null) return null;
  return (
    <section>
      <h3 className="section-title">{t("visit.authorization")}</h3>
      {authorization ? (
        <>
          <p className="visit-line">
            <span>{t(`authorizationState.${authorization.state}`)}</span>
            <span>{authorization.number}</span>
          </p>
          <p className="visit-line">{unitsText(authorization)}</p>
        </>
      ) : (
        <p className="visit-line">
          {t("visit.noAuthorization")}{" "}
          {coverage.needsAuthorization && t("visit.authorizationWanted")}
        </p>
      )}
      {mayWrite && !authorization && (
        <Button variant="default" size="xs" onClick={() => setAdding(!isAdding)}>
          {t("authorizations.add")}
        </Button>
      )}
      {isAdding && (
        <AuthorizationForm
          practice={practice}
          coverageId={coverage.id}
          known={undefined}
          start={{ procedureCodes: services.map(({ procedureCode }) => procedureCode), day }}
          onSaved={() => setAdding(false)}
        />
      )}
    </section>
  );
}

/** What of an authorization is left, used and planned. */
export function unitsText(authorization: AuthorizationAnswer): string {
  const { approvedUnits, remainingUnits, usedUnits: used, plannedUnits: planned } = authorization;
  if (approvedUnits === null || remainingUnits === null) {
    return t("visit.unitsFree", { used, planned });
  }
  return t("visit.unitsLeft", {
    left: remainingUnits,
    approved: approvedUnits,
    kind: t(`unitKind.${authorization.unitKind}`),
    used,
    planned,
  });
}
