import { z } from "zod";
import { RECORD_KINDS } from "./datasetFiles.js";
import { DATASET_SHAPE, RECORD_SHAPES, SHORT_FORMS } from "./recordShapes.js";

/**
 * The JSON Schemas (draft 2020-12) of the files of a dataset folder, as text, by the stem of the file name. They describe single records,
 * so that editors can complete and check them. `career-graph validate` also checks records against each other.
 */
export function datasetSchemas(): ReadonlyMap<string, string> {
  const shapes: readonly (readonly [string, z.ZodType])[] = [
    ["dataset", DATASET_SHAPE],
    ...RECORD_KINDS.map((file) => [file, z.array(RECORD_SHAPES[file])] as const),
  ];
  return new Map(
    shapes.map(([file, shape]) => {
      const schema = { title: `${file}.yaml of a Career Graph dataset`, ...jsonSchemaOf(shape) };
      return [file, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}

/** The schema of what a file may contain: keys with a default are optional, and links may have the short form. */
function jsonSchemaOf(shape: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(shape, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const forms = SHORT_FORMS.get(zodSchema);
      if (forms === undefined) return;
      // The library generates only the whole form.
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.anyOf = [forms.short, forms.whole].map((form) => partOfSchema(form));
    },
  });
}

function partOfSchema(shape: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...schema } = jsonSchemaOf(shape);
  return schema;
}
