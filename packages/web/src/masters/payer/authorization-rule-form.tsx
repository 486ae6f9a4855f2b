import type { AuthorizationRuleAnswer } from "@headwater/revenue-cycle/front-end/authorization-rule/authorization-rule-answers.ts";
import {
  type AuthorizationRuleDraft,
  authorizationRuleFaultsOf,
  tidyAuthorizationRule,
} from "@headwater/revenue-cycle/front-end/authorization-rule/decide-authorization-rule.ts";
import { t } from "../../strings/translate.ts";
import { draftOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import type { SectionFormProps } from "./payer-section.tsx";
import { usePlanChoices } from "./plan-choices.ts";

/** Records for which procedures a payer wants an authorization. */
export function AuthorizationRuleForm(props: SectionFormProps<AuthorizationRuleAnswer>) {
  const { practice, payerId, known, mayWrite, onSaved, onReload } = props;
  const plans = usePlanChoices(practice, payerId);
  const empty: AuthorizationRuleDraft = {
    payerId,
    planId: null,
    procedureCodes: "",
    isRequired: true,
    source: "",
    effectiveFrom: "",
    effectiveTo: "",
  };
  return (
    <RecordForm<AuthorizationRuleDraft, AuthorizationRuleAnswer>
      practice={practice}
      path={known ? `authorization-rules/${known.id}` : "authorization-rules"}
      known={known}
      start={known ? draftOf(empty, known) : empty}
      rows={[
        [
          { field: "procedureCodes", label: t("payerRules.codes") },
          { field: "planId", label: t("payerRules.plan"), isId: true, options: plans },
        ],
        [{ field: "isRequired", kind: "check", label: t("payerRules.isRequired") }],
        [
          { field: "effectiveFrom", kind: "date" },
          { field: "effectiveTo", kind: "date" },
        ],
        [{ field: "source", label: t("payerRules.source") }],
      ]}
      faultsOf={(draft) => authorizationRuleFaultsOf(tidyAuthorizationRule(draft))}
      mayWrite={mayWrite}
      onSaved={onSaved}
      onReload={onReload}
    />
  );
}
