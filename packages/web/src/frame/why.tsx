import { Popover, UnstyledButton } from "@mantine/core";
import { t } from "../strings/translate.ts";

type Props = { readonly facts: readonly (readonly [string, string | undefined])[] };

/** What a figure rests on: formula, source, as-of date; one press away. */
export function Why({ facts }: Props) {
  const stated = facts.filter(([, text]) => text !== undefined && text !== "");
  return (
    <Popover width={360} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton className="why">{t("action.why")}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("action.why")}>
        <dl className="fact-list">
          {stated.map(([name, text]) => (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
