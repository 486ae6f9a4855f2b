import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { useSession } from "./session.ts";

/** The practice in view, and the way to another one or to a first import. */
export function PracticeMenu({ practice }: { readonly practice: string }) {
  const session = useSession();
  const current = session?.practices.find((one) => one.id === practice);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" rightSection={<span aria-hidden="true">▾</span>}>
          {current?.name ?? t("practice.unknown")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {session?.practices.map((one) => (
          <Menu.Item
            key={one.id}
            renderRoot={(props) => (
              <Link {...props} to="/p/$practice/report" params={{ practice: one.id }} />
            )}
          >
            {one.name}
          </Menu.Item>
        ))}
        {session?.anywhere.includes("practice.create") && (
          <>
            <Menu.Divider />
            <Menu.Item renderRoot={(props) => <Link {...props} to="/own-files" />}>
              {t("own.choice")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
