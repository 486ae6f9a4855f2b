import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { t } from "../strings/translate.ts";
import { useShortcut } from "./shortcuts.ts";

/** Finds claims by patient, control number or payer claim number; `/` from anywhere. */
export function GlobalSearch({ practice }: { readonly practice: string }) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useShortcut("/", () => input.current?.select());
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    input.current?.blur();
    void navigate({
      to: "/p/$practice/claims",
      params: { practice },
      search: { search: text.trim() },
    });
  };
  return (
    <search>
      <form onSubmit={find}>
        <TextInput
          ref={input}
          size="xs"
          type="search"
          aria-label={t("search.label")}
          placeholder={t("search.placeholder")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      </form>
    </search>
  );
}
