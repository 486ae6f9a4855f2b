import { formatDate } from "../frame/format.ts";
import { NotStated } from "./money.tsx";

/** A text that may be absent. */
export function Stated({ text }: { readonly text: string | number | null | undefined }) {
  if (text === null || text === undefined || text === "") return <NotStated />;
  return <>{text}</>;
}

/** A civil date that may be absent. */
export function CivilDate({ date }: { readonly date: string | null | undefined }) {
  if (!date) return <NotStated />;
  return <time dateTime={date}>{formatDate(date)}</time>;
}
