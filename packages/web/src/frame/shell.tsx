import { Outlet, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { GoShortcuts } from "./go-shortcuts.tsx";
import { KeyboardMap } from "./keyboard-map.tsx";
import { Navigation } from "./navigation.tsx";
import { ActingBar } from "./role-switch.tsx";
import { useShortcut } from "./shortcuts.ts";
import { TopBar } from "./top-bar.tsx";

/** The frame around every page of a practice. */
export function Shell() {
  const { practice } = useParams({ from: "/p/$practice" });
  const [isMapOpen, setMapOpen] = useState(false);
  useShortcut("?", () => setMapOpen(true));
  return (
    <div className="frame">
      <Navigation practice={practice} />
      <TopBar practice={practice} onKeyboardMap={() => setMapOpen(true)} />
      <main className="frame-page">
        <ActingBar practice={practice} />
        <Outlet key={practice} />
      </main>
      <GoShortcuts practice={practice} />
      {isMapOpen && <KeyboardMap practice={practice} onClose={() => setMapOpen(false)} />}
    </div>
  );
}
