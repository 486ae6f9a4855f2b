import { Button, Menu, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../strings/translate.ts";
import { forgetDrafts } from "./drafts.ts";
import { sendJson } from "./request.ts";
import { useSession } from "./session.ts";

const schemes = ["auto", "light", "dark"] as const;

/** Theme, keyboard help, sign out. */
export function UserMenu({ onKeyboardMap }: { readonly onKeyboardMap: () => void }) {
  const session = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const name = session?.user.name ?? "";
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("user.menu", { name, initials: initialsOf(name) })}
          rightSection={<span aria-hidden="true">▾</span>}
        >
          {initialsOf(name)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onKeyboardMap} rightSection={<span className="small">?</span>}>
          {t("keys.title")}
        </Menu.Item>
        <Menu.Divider />
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={scheme === colorScheme ? <span aria-hidden="true">✓</span> : null}
          >
            {t(`user.theme-${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t("user.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await sendJson("/api/session", { method: "DELETE" });
    forgetDrafts();
    queries.clear();
    await navigate({ to: "/sign-in" });
  };
}

function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
  return letters.slice(0, 2) || "–";
}
