import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, GraphQLScalarType } from 'graphql';
import { z } from 'zod';
import { configureScalar } from './scalars.ts';

const access = z.object({ anyOf: z.array(z.array(z.string())), text: z.string() });

const accessTable = z.object({
  types: z.record(z.string(), access),
  fields: z.record(z.string(), access),
  protectedFields: z.record(z.string(), z.object({ subject: z.string(), content: z.string() })),
  customerData: z.array(z.string()),
});

const dropped = z.record(z.string(), z.array(z.string()));

/** The trimmed schema with what Shopify says about access to it. */
export interface AdminSchema {
  schema: GraphQLSchema;
  access: z.infer<typeof accessTable>;
  /** Whether Shopify has this although the trimmed schema does not: a field of a type or an input, or an argument of a `Type.field`. */
  isDropped(owner: string, name: string): boolean;
}

let built: AdminSchema | null = null;

/** The Admin schema, built at the first use in a process and shared from then on; it is never changed. */
export function adminSchema(): AdminSchema {
  built ??= build();
  return built;
}

function build(): AdminSchema {
  const schema = buildSchema(read('admin.graphql'), { assumeValid: true, assumeValidSDL: true });
  for (const type of Object.values(schema.getTypeMap())) if (type instanceof GraphQLScalarType) configureScalar(type);
  const gone = new Map(Object.entries(dropped.parse(JSON.parse(read('dropped.json')))).map(([type, fields]) => [type, new Set(fields)]));
  return {
    schema,
    access: accessTable.parse(JSON.parse(read('access.json'))),
    isDropped: (owner, name) => gone.get(owner)?.has(name) ?? false,
  };
}

function read(name: string): string {
  return readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
}
