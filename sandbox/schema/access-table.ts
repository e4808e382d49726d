import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { Introspected } from './introspection.ts';
import type { Kept } from './kept.ts';
import { parseRequiredAccess } from './required-access.ts';

/** What a caller needs: any of these sets of scopes, all of a set. `text` is Shopify's wording. */
export interface Access {
  anyOf: string[][];
  text: string;
}

/** Access per `Type` and per `Type.field`, the protected fields, and the objects that are customer data as a whole. */
export interface AccessTable {
  types: Record<string, Access>;
  fields: Record<string, Access>;
  protectedFields: Record<string, { subject: string; content: string }>;
  customerData: string[];
}

/** Reads the scopes and the protected data of everything in the trimmed schema. */
export function accessTable(full: Introspected, schema: GraphQLSchema, kept: Kept): AccessTable {
  const table: AccessTable = { types: {}, fields: {}, protectedFields: {}, customerData: [...kept.customerData].sort() };
  const has = (typeName: string, fieldName?: string | null): boolean => {
    const type = schema.getType(typeName);
    return isObjectType(type) && (!fieldName || fieldName in type.getFields());
  };
  const add = (typeName: string, fieldName: string | null | undefined, text: string): void => {
    if (!has(typeName, fieldName)) return;
    const anyOf = parseRequiredAccess(text);
    if (anyOf.length === 0) return;
    if (fieldName) table.fields[`${typeName}.${fieldName}`] = { anyOf, text };
    else table.types[typeName] = { anyOf, text };
  };
  for (const item of full.offline_scopes.items) add(item.typeName, item.fieldName, item.requiredAccess);
  for (const [path, text] of Object.entries(kept.unstatedAccess)) {
    const [typeName = '', fieldName] = path.split('.');
    add(typeName, fieldName, text);
  }
  for (const type of full.data.__schema.types) {
    for (const field of type.fields ?? []) {
      if (!field.isProtected || !has(type.name, field.name)) continue;
      table.protectedFields[`${type.name}.${field.name}`] = { subject: field.protectedSubject ?? '', content: field.protectedContent ?? '' };
    }
  }
  return {
    ...table,
    types: sorted(table.types),
    fields: sorted(table.fields),
    protectedFields: sorted(table.protectedFields),
  };
}

function sorted<V>(record: Record<string, V>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
