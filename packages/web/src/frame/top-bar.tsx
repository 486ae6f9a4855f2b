import { DemoClock } from "./demo-clock.tsx";
import { GlobalSearch } from "./global-search.tsx";
import { PracticeMenu } from "./practice-menu.tsx";
import { RoleSwitch } from "./role-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

type Props = { readonly practice: string; readonly onKeyboardMap: () => void };

export function TopBar({ practice, onKeyboardMap }: Props) {
  return (
    <header className="frame-top">
      <GlobalSearch key={practice} practice={practice} />
      <div className="frame-top-end">
        <DemoClock key={practice} practice={practice} />
        <RoleSwitch practice={practice} />
        <PracticeMenu practice={practice} />
        <UserMenu onKeyboardMap={onKeyboardMap} />
      </div>
    </header>
  );
}
