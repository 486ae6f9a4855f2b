import type { FilePlace } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { formatCount } from "../frame/format.ts";
import { getJson, practiceAddress } from "../frame/request.ts";
import { useShortcut } from "../frame/shortcuts.ts";
import { t } from "../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly fileId: string;
  readonly at: number;
  readonly total: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly goTo: (segment: number) => void;
};

type Sought = { readonly text: string } | "next" | "last";

/** Search in the file, and the way from one issue to the next. */
export function FileTreeTools(props: Props) {
  const { at, total, goTo } = props;
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const find = useMutation({
    mutationFn: (sought: Sought) => seek(props, sought),
    onSuccess: (segment) => {
      if (segment !== null) goTo(segment);
    },
  });
  useShortcut("f", () => input.current?.focus());
  useShortcut("]", () => find.mutate("next"));
  useShortcut("[", () => find.mutate("last"));
  return (
    <search className="tree-tools">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") find.mutate({ text: text.trim() });
        }}
      >
        <TextInput
          ref={input}
          size="xs"
          aria-label={t("tree.search")}
          placeholder={t("tree.search")}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={find.isPending}>
          {t("tree.find")}
        </Button>
      </form>
      <Button size="xs" variant="default" title="[" onClick={() => find.mutate("last")}>
        {t("tree.lastIssue")}
      </Button>
      <Button size="xs" variant="default" title="]" onClick={() => find.mutate("next")}>
        {t("tree.nextIssue")}
      </Button>
      <Button size="xs" variant="subtle" aria-pressed={props.isOpen} onClick={props.onOpen}>
        {props.isOpen ? t("tree.closeAll") : t("tree.openAll")}
      </Button>
      <span className="small" role="status">
        {find.isError || find.data === null
          ? t("tree.nothing")
          : t("tree.place", { at: formatCount(at), total: formatCount(total) })}
      </span>
    </search>
  );
}

/** The segment that was asked for; a long file is searched in several requests, one after the other. */
async function seek({ practice, fileId, at }: Props, sought: Sought): Promise<number | null> {
  const ask = (query: Readonly<Record<string, string | number>>) =>
    getJson<FilePlace>(practiceAddress(practice, `files/${fileId}/find`, query));
  const queryFrom = (from: number) =>
    sought === "next"
      ? { after: from }
      : sought === "last"
        ? { before: from }
        : { text: sought.text, after: from };
  let from: number | null = at;
  while (from !== null) {
    const { segment, searchedTo }: FilePlace = await ask(queryFrom(from));
    if (segment !== null) return segment;
    from = searchedTo;
  }
  return null;
}
