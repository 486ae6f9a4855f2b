import type { SettledFinding } from "@headwater/revenue-cycle/work/edit/edit-answers.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import "../../front-end/front-end.css";

/** Where a finding is mended: the form or section, and the field in it. */
export type FindingPlace<Form extends string = string> = {
  readonly form: Form;
  readonly field: string;
};

export type ShownFinding<Form extends string = string> = SettledFinding & {
  readonly place: FindingPlace<Form> | null;
};

type Props<Form extends string> = {
  readonly findings: readonly ShownFinding<Form>[];
  /** Undefined for somebody who may not change it. */
  readonly onMend: ((place: FindingPlace<Form>) => void) | undefined;
};

/** What edits found about something; each takes to the field that mends it, `o` to the first. */
export function SubjectFindings<Form extends string>({ findings, onMend }: Props<Form>) {
  const first = findings.find(({ place, state }) => place !== null && state === "open")?.place;
  useShortcut("o", () => first && onMend?.(first), Boolean(first && onMend));
  if (findings.length === 0) return null;
  return (
    <ul className="visit-reasons" aria-label={t("registration.findings")}>
      {findings.map((finding) => (
        <li key={finding.code} data-severity={severityOf(finding)}>
          <p>
            {finding.place && onMend && finding.state === "open" ? (
              <MendLink place={finding.place} message={finding.message} onMend={onMend} />
            ) : (
              finding.message
            )}{" "}
            <span className="small dim">{finding.code}</span>{" "}
            {finding.state === "released" &&
              t("chargeHold.released", {
                who: finding.settledBy ?? "",
                reason: finding.settleReason ?? "",
              })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function severityOf({ severity, state }: ShownFinding): "stop" | "ask" | undefined {
  if (state === "released" || severity === "information") return undefined;
  return severity === "hold" ? "stop" : "ask";
}

type LinkProps<Form extends string> = {
  readonly place: FindingPlace<Form>;
  readonly message: string;
  readonly onMend: (place: FindingPlace<Form>) => void;
};

function MendLink<Form extends string>({ place, message, onMend }: LinkProps<Form>) {
  return (
    <button type="button" className="link-button" onClick={() => onMend(place)}>
      {message}
    </button>
  );
}

/** What was found and is open, by the field of one form. */
export function messagesOf(findings: readonly ShownFinding[], form: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { place, state, message } of findings) {
    if (place?.form !== form || state !== "open") continue;
    messages.set(place.field, [messages.get(place.field), message].filter(Boolean).join(" "));
  }
  return messages;
}

/** Puts the cursor into a field by its name, once the form that has it is there. */
export function focusField(field: string | undefined): void {
  if (field === undefined) return;
  const found = document.querySelector(`[name="${CSS.escape(field)}"]`);
  if (found instanceof HTMLElement) found.focus();
}
