import { z } from "zod";
import { RECORD_FILES } from "./datasetFiles.js";
import { DATASET_SHAPE, RECORD_SHAPES, SHORT_FORMS } from "./recordShapes.js";

/**
 * The JSON Schemas (draft 2020-12) of the files of a dataset folder, by the stem of the file's name, as text. They tell what a record
 * may hold on its own, so that editors complete and check it; `career-graph validate` also holds records against each other.
 */
export function datasetSchemas(): ReadonlyMap<string, string> {
  const shapes: readonly (readonly [string, z.ZodType])[] = [
    ["dataset", DATASET_SHAPE],
    ...RECORD_FILES.map((file) => [file, z.array(RECORD_SHAPES[file])] as const),
  ];
  return new Map(
    shapes.map(([file, shape]) => {
      const schema = { title: `${file}.yaml of a Career Graph dataset`, ...jsonSchemaOf(shape) };
      return [file, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}

/** What may stand in a file: what has a default may be left out, and links may be written short. */
function jsonSchemaOf(shape: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(shape, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const forms = SHORT_FORMS.get(zodSchema);
      if (forms === undefined) return;
      // The library reports only the whole form.
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.anyOf = [forms.short, forms.whole].map((form) => partOfSchema(form));
    },
  });
}

function partOfSchema(shape: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...schema } = jsonSchemaOf(shape);
  return schema;
}
