import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatInstant } from "../frame/format.ts";
import { Notice } from "../frame/notice.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { getJson, practiceAddress } from "../frame/request.ts";
import { t, tOr } from "../strings/translate.ts";
import type { Column } from "../table/column.ts";
import { plainRows } from "../table/plain-rows.ts";
import { RecordTable } from "../table/record-table.tsx";
import { Stated } from "../table/stated.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InvitePanel } from "./invite-panel.tsx";
import { NewPersonPanel } from "./new-person-panel.tsx";
import { type Person, PersonPanel } from "./person-panel.tsx";

const personColumns = (): Column<Person>[] => [
  { id: "name", title: t("people.name"), width: 200, cell: (row) => row.name },
  { id: "email", title: t("people.email"), width: 240, cell: (row) => row.email },
  {
    id: "roles",
    title: t("people.roles"),
    cell: (row) => row.roles.map((role) => tOr(`role.${role}`, role)).join(", "),
  },
  {
    id: "authenticator",
    isExtra: true,
    title: t("people.authenticator"),
    width: 120,
    cell: (row) => <Stated text={row.authenticator ? t("people.hasAuthenticator") : ""} />,
  },
  {
    id: "seen",
    isExtra: true,
    title: t("people.lastSeen"),
    width: 170,
    cell: (row) => <Stated text={row.lastSeenAt ? formatInstant(row.lastSeenAt) : ""} />,
  },
];

/** Who works in a practice with which roles, and what each role allows. */
export function PeoplePage() {
  const { practice } = useParams({ from: "/p/$practice/people" });
  const { open } = useSearch({ from: "/p/$practice/people" });
  const navigate = useNavigate({ from: "/p/$practice/people" });
  const people = useQuery({
    queryKey: [practice, "users"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly Person[] }>(practiceAddress(practice, "users"), signal),
  });
  const rows = people.data?.rows;
  const show = (id: string | undefined) =>
    void navigate({ search: id === undefined ? {} : { open: id }, replace: true });
  const person = rows?.find(({ id }) => id === open);
  return (
    <div className="page">
      <PageHead
        title={t("people.title")}
        sentence={rows && t("people.count", { count: rows.length })}
        actions={<Button onClick={() => show("invite")}>{t("invitation.invite")}</Button>}
      />
      <div className="split" data-open={open !== undefined || undefined}>
        <div>
          <RecordTable
            label={t("people.title")}
            columns={personColumns()}
            list={plainRows({
              rows,
              error: people.error ?? undefined,
              isFetching: people.isFetching,
              retry: () => void people.refetch(),
            })}
            rowId={(row) => row.id}
            countLabel={(count) => t("people.count", { count })}
            empty={<Notice title={t("people.none")} text={t("people.noneText")} />}
            openId={open}
            onOpen={(row) => show(row.id)}
            onEnter={(row) => show(row.id)}
          />
          <InvitationList practice={practice} />
          <RoleTable practice={practice} />
        </div>
        {open === "invite" && (
          <InvitePanel
            practice={practice}
            onPassword={() => show("new")}
            onClose={() => show(undefined)}
          />
        )}
        {open === "new" && <NewPersonPanel practice={practice} onClose={() => show(undefined)} />}
        {person && (
          <PersonPanel
            key={`${person.id} ${person.revision}`}
            practice={practice}
            person={person}
            onClose={() => show(undefined)}
          />
        )}
      </div>
    </div>
  );
}

type RoleRow = { readonly role: string; readonly permissions: readonly string[] };

/** What each role allows, as the server holds it. */
function RoleTable({ practice }: { readonly practice: string }) {
  const roles = useQuery({
    queryKey: [practice, "roles"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly RoleRow[] }>(practiceAddress(practice, "roles"), signal),
  });
  return (
    <section aria-label={t("people.rolesTitle")} style={{ marginTop: 20 }}>
      <h2 className="section-title">{t("people.rolesTitle")}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.allows")}</th>
          </tr>
        </thead>
        <tbody>
          {roles.data?.rows
            .filter(({ permissions }) => permissions.length > 0)
            .map(({ role, permissions }) => (
              <tr key={role}>
                <th scope="row">{tOr(`role.${role}`, role)}</th>
                <td className="small">{permissions.join(", ")}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
