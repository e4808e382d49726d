import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClientSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { z } from 'zod';
import { readIntrospection } from '../../schema/introspection.ts';
import { prune } from '../../schema/prune.ts';
import { readIntrospectionFile } from '../../schema/trim-schema.ts';

/** What of Shopify's Customer Account schema the sandbox carries. */
const kept = {
  queries: ['customer', 'order'],
  mutations: [],
  types: ['QueryRoot', 'Customer', 'CustomerEmailAddress', 'CustomerPhoneNumber', 'Order', 'MoneyV2', 'PageInfo', 'Node'],
  droppedInputs: [],
  customerData: [],
  unstatedAccess: {},
};

const access = z.object({ data: z.object({ __schema: z.object({ types: z.array(z.looseObject({ name: z.string(), requiredAccess: z.string().nullish() })) }) }) });

/** Trims the introspection: the SDL, and the scopes a type asks for. */
export function trimCustomerSchema(json: unknown): { sdl: string; scopes: Record<string, string[]> } {
  const full = readIntrospection({ ...z.looseObject({}).parse(json), offline_scopes: { items: [] } });
  const { introspection } = prune(full, kept);
  const types = new Set(introspection.__schema.types.map(({ name }) => name));
  const named = access.parse(json).data.__schema.types.filter(({ name, requiredAccess }) => types.has(name) && requiredAccess);
  const scopes = named.map(({ name, requiredAccess }) => [name, (requiredAccess ?? '').match(/customer_[a-z_]+/g) ?? []] as const);
  // Nothing is written through this API here, and nothing is asked in the context of a country.
  const { types: reached, directives } = introspection.__schema;
  const readable = {
    __schema: { ...introspection.__schema, mutationType: null, types: reached.filter(({ name }) => name !== 'Mutation'), directives: directives.filter(({ name }) => ['include', 'skip'].includes(name)) },
  };
  return { sdl: `${printSchema(lexicographicSortSchema(buildClientSchema(readable)))}\n`, scopes: Object.fromEntries(scopes) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sdl, scopes } = trimCustomerSchema(readIntrospectionFile(new URL('./customer_2026-10.json.gz', import.meta.url)));
  writeFileSync(new URL('./customer.graphql', import.meta.url), sdl);
  writeFileSync(new URL('./scopes.json', import.meta.url), `${JSON.stringify(scopes, null, 1)}\n`);
}
