import { createRoute, z } from "@hono/zod-openapi";
import { CommitmentText } from "./commitments.ts";
import { ServiceItem } from "./items.ts";
import { problems } from "./problem.ts";
import {
  Count,
  Identifier,
  inPath,
  json,
  jsonBody,
  LocalDate,
  Name,
  organiser,
  pageHeaders,
  pageOf,
  pageQuery,
  rule,
} from "./shared.ts";

/** The public form of a unit. */
const form = {
  agency: Identifier,
  name: Name.describe("Not a key: names repeat across agencies."),
  nameEn: Name.optional(),
  pool: Identifier.describe("The category in which it is compared."),
  system: Identifier.default("general").describe("The system whose list it runs on."),
  tags: z.array(Identifier).max(50).default([]),
  managedBy: z
    .enum(["agency", "township", "dual"])
    .default("agency")
    .describe("Declared, never guessed from a name."),
  township: Identifier.optional().describe(
    "The township that manages it, alone or with the agency.",
  ),
  place: z.string().max(100).optional().describe("A town in its name; not who manages it."),
  head: z.string().max(100).optional().describe("The post that heads it."),
  officePhone: z.string().max(40).optional(),
  address: z.string().max(200).optional(),
  duties: z.string().max(200).optional().describe("The duties as a whole, at most 200 characters."),
  predecessor: Identifier.optional().describe("The unit that it follows after a reorganisation."),
};

const townshipMissing = rule(
  "missing",
  {
    zh: "由乡镇管理或双重管理的单位须写明乡镇",
    en: "A unit that a township manages, alone or with its agency, names the township",
  },
  "township",
);

function namesItsTownship(unit: { managedBy: string; township?: string | undefined }): boolean {
  return unit.managedBy === "agency" || unit.township !== undefined;
}

const example = {
  agency: "agency-03",
  name: "行政审批科(职成教科)",
  pool: "approval",
  system: "general",
  tags: ["education"],
  managedBy: "agency" as const,
  duties: "办理民办教育机构设立与教师资格等行政审批事项。",
};

const unitFields = {
  id: Identifier,
  validFrom: LocalDate.describe("First day of this version of the form."),
  successors: z
    .array(Identifier)
    .max(100)
    .describe("Units that name this one as their predecessor."),
  closed: z.boolean(),
  ...form,
  system: Identifier,
  tags: z.array(Identifier).max(50),
  managedBy: z.enum(["agency", "township", "dual"]),
};

export const Unit = z.strictObject(unitFields).openapi("Unit", {
  example: { id: "unit-012", validFrom: "2020-01-01", successors: [], closed: false, ...example },
});

export const UnitPath = z.object({ unit: inPath.unit });

export const UnitDetail = z
  .strictObject({
    ...unitFields,
    commitment: z
      .union([CommitmentText, z.null()])
      .describe("The commitment in force; null while none is published."),
    items: z.array(ServiceItem).max(1000),
  })
  .openapi("UnitDetail");

const UnitPage = pageOf(Unit).openapi("UnitPage");

export const listUnits = createRoute({
  operationId: "listUnits",
  method: "get",
  path: "/v1/units",
  tags: ["units"],
  summary: "List and search units",
  description:
    "Units as they stand today, by id, without those that have been closed; every filter given must match.",
  request: {
    query: z.strictObject({
      q: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe("Part of the name.")
        .openapi({ example: "审批" }),
      agency: Identifier.optional().describe("Only units of this agency."),
      pool: Identifier.optional().describe("Only units of this pool."),
      township: Identifier.optional().describe("Only units that this township manages."),
      place: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe("Only units with this town in their name."),
      closed: z
        .enum(["exclude", "include"])
        .default("exclude")
        .describe("Whether units that have been closed are listed too."),
      ...pageQuery,
    }),
  },
  responses: {
    200: { ...json(UnitPage, "A page of units."), headers: pageHeaders },
    ...problems("invalid_parameter", "invalid_cursor"),
  },
});

export const getUnit = createRoute({
  operationId: "getUnit",
  method: "get",
  path: "/v1/units/{unit}",
  tags: ["units"],
  summary: "A unit with its commitment and items",
  description: "The unit's public form today, the commitment in force and its service items.",
  request: { params: UnitPath },
  responses: {
    200: json(UnitDetail, "The unit."),
    ...problems("invalid_parameter", "unknown_unit"),
  },
});

const UnitForm = z.strictObject({
  validFrom: LocalDate,
  closed: z.boolean().default(false),
  ...form,
});

export const UnitBody = UnitForm.refine(namesItsTownship, townshipMissing).openapi("UnitBody", {
  example: { validFrom: "2020-01-01", ...example },
});

export const putUnit = createRoute({
  operationId: "putUnit",
  method: "put",
  path: "/v1/units/{unit}",
  tags: ["units"],
  summary: "Create a unit or a new version of its form",
  description:
    "Idempotent by unit and `validFrom`. Rounds that are already open keep the version that they froze.",
  security: organiser,
  request: { params: UnitPath, body: jsonBody(UnitBody, "The unit's form from a date on.") },
  responses: {
    200: json(Unit, "The version as stored."),
    ...problems(
      "invalid_parameter",
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "unknown_agency",
      "unknown_unit",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});

const ImportedUnit = UnitForm.extend({
  id: Identifier,
  commitment: CommitmentText.optional(),
  items: z.array(ServiceItem).max(100).default([]),
})
  .refine(namesItsTownship, townshipMissing)
  .openapi("ImportedUnit", { example: { id: "unit-012", validFrom: "2020-01-01", ...example } });

export const UnitImport = z
  .strictObject({
    agencies: z
      .array(
        z.strictObject({
          id: Identifier,
          name: Name,
          nameEn: Name.optional(),
        }),
      )
      .max(1000)
      .default([]),
    units: z.array(ImportedUnit).max(1000).default([]),
  })
  .openapi("UnitImport", {
    example: {
      agencies: [{ id: "agency-03", name: "县教育局" }],
      units: [{ id: "unit-012", validFrom: "2020-01-01", ...example }],
    },
  });

export const importUnits = createRoute({
  operationId: "importUnits",
  method: "post",
  path: "/v1/imports/units",
  tags: ["units"],
  summary: "Import agencies and units",
  description:
    "All or nothing, in one transaction, and idempotent: the same import twice changes nothing. Up to 1,000 of each.",
  security: organiser,
  request: { body: jsonBody(UnitImport, "Agencies and units, with commitments and items.") },
  responses: {
    200: json(
      z
        .strictObject({ agencies: Count, units: Count, commitments: Count, items: Count })
        .openapi("ImportSummary", {
          example: { agencies: 1, units: 1, commitments: 0, items: 0 },
        }),
      "How many of each were read.",
    ),
    ...problems(
      "malformed_json",
      "unauthenticated",
      "forbidden",
      "unknown_agency",
      "unknown_unit",
      "too_large",
      "unsupported_media_type",
      "invalid_body",
    ),
  },
});
