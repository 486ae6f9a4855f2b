import { providerPart } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-parts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { type EditNode, emptyParty, valueAt, withValue } from "./claim-edit.ts";
import { ClaimFormInput } from "./claim-form-input.tsx";
import { ClaimFormParts } from "./claim-form-parts.tsx";

const kinds = ["82", "DN", "P3", "77", "DQ", "PW", "45"] as const;
const boxes: Readonly<Record<string, string>> = {
  "82": "24J",
  DN: "17",
  P3: "17",
  "77": "32",
  DQ: "17",
};

type Props = {
  readonly parties: readonly EditNode[];
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (parties: readonly EditNode[]) => void;
};

/** Rendering, referring and supervising providers and the service facility of the claim. */
export function ClaimFormParties({ parties, errors, isReadOnly, onChange }: Props) {
  const used = new Set(parties.map((party) => party.entityCode));
  return (
    <section className="claim-form-group" id="parties" tabIndex={-1}>
      <h2 className="section-title">{t("claimForm.providers")}</h2>
      {parties.map((party, index) => (
        <PartyRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a party is known by its place
          key={index}
          party={party}
          path={`parties.${index}`}
          errors={errors}
          isReadOnly={isReadOnly}
          onChange={(next) => onChange(parties.map((each, at) => (at === index ? next : each)))}
          onRemove={() => onChange(parties.filter((_, at) => at !== index))}
        />
      ))}
      {!isReadOnly &&
        kinds
          .filter((kind) => !used.has(kind))
          .map((kind) => (
            <button
              key={kind}
              type="button"
              className="link-button"
              onClick={() => onChange([...parties, emptyParty(kind)])}
            >
              + {t(`claimForm.party${kind}`)}
            </button>
          ))}
    </section>
  );
}

type RowProps = {
  readonly party: EditNode;
  readonly path: string;
  readonly errors: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onChange: (party: EditNode) => void;
  readonly onRemove: () => void;
};

const nameFields = [
  ["lastNameOrOrganization", 20],
  ["firstName", 12],
  ["id", 12],
  ["taxonomy", 12],
] as const;
const placeFields = [
  "address.line1",
  "address.city",
  "address.state",
  "address.postalCode",
] as const;

/** What a provider says beside the fields of his row. */
function restOfProvider(kind: string) {
  const row = new Set<string>([
    ...nameFields.map(([field]) => field).filter((field) => field !== "taxonomy" || kind === "82"),
    ...(kind === "77" ? placeFields : []),
  ]);
  return { ...providerPart, fields: providerPart.fields.filter(({ path }) => !row.has(path)) };
}

function PartyRow({ party, path, errors, isReadOnly, onChange, onRemove }: RowProps) {
  const kind = String(party.entityCode);
  const input = (field: string, size: number) => (
    <ClaimFormInput
      key={field}
      field={{
        path: field,
        label: providerPart.fields.find(({ path: each }) => each === field)?.label ?? field,
        at: kind,
        size,
      }}
      path={`${path}.${field}`}
      value={valueAt(party, field)}
      error={errors.get(`${path}.${field}`)}
      isReadOnly={isReadOnly}
      onChange={(value) => onChange(withValue(party, field, value))}
    />
  );
  return (
    <div className="claim-form-entry">
      <strong>
        {tOr(`claimForm.party${kind}`, kind)}{" "}
        <span className="claim-form-box">
          {boxes[kind] ? t("claimForm.box", { box: boxes[kind] }) : ""}
        </span>
      </strong>
      {nameFields
        .filter(([field]) => field !== "taxonomy" || kind === "82")
        .filter(([field]) => field !== "firstName" || party.isPerson === true)
        .map(([field, size]) => input(field, size))}
      {kind === "77" && placeFields.map((field) => input(field, 12))}
      <ClaimFormParts
        parts={[restOfProvider(kind)]}
        node={party}
        path={path}
        errors={errors}
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
      {!isReadOnly && (
        <button type="button" className="link-button" onClick={onRemove}>
          {t("claimForm.remove")}
        </button>
      )}
    </div>
  );
}
