import { Kbd, Modal } from "@mantine/core";
import { t } from "../strings/translate.ts";
import { places } from "./places.ts";
import { isAllowed, useSession } from "./session.ts";

const keys = [
  ["/", "keys.search"],
  ["j  k", "keys.move"],
  ["Space", "keys.panel"],
  ["Enter", "keys.open"],
  ["Esc", "keys.back"],
  ["x", "keys.select"],
  ["e", "keys.edit"],
  ["n", "keys.note"],
  ["Ctrl Enter", "keys.save"],
  ["u", "keys.undo"],
  ["o", "keys.begin"],
  ["1 … 5", "keys.method"],
  ["f", "keys.find"],
  ["]  [", "keys.issues"],
  ["←  →", "keys.days"],
  ["t", "keys.today"],
  ["b", "keys.book"],
  ["?", "keys.map"],
] as const;

type Props = { readonly practice: string; readonly onClose: () => void };

/** Every key that does something for the reader, in one list. */
export function KeyboardMap({ practice, onClose }: Props) {
  const session = useSession();
  const seen = places.filter((place) => isAllowed(session, practice, place.permission));
  const rows = [
    ...keys.map(([key, words]) => [key, t(words)] as const),
    ...seen.map((place) => [`g ${place.letter}`, t("keys.go", { place: t(place.title) })] as const),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <dl className="keys">
        {rows.map(([key, words]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              {key
                .split(" ")
                .filter(Boolean)
                .map((part) => (
                  <Kbd key={part} size="sm" mr={4}>
                    {part}
                  </Kbd>
                ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
