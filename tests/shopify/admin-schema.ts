import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema, getNamedType, isCompositeType, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { readIntrospection } from '#sandbox/schema/introspection.ts';
import { parseRequiredAccess } from '#sandbox/schema/required-access.ts';

/** Any of these sets of scopes opens it. */
export type Access = string[][];

/** Shopify's Admin schema with the scopes it states for types, fields and webhook topics. */
export function readAdminSchema(): { schema: GraphQLSchema; access: ReadonlyMap<string, Access>; topics: ReadonlyMap<string, Access> } {
  const packed = readFileSync(resolve(import.meta.dirname, '../../sandbox/schema/admin_2026-10.json.gz'));
  const json = JSON.parse(gunzipSync(packed).toString('utf8')) as { data: IntrospectionQuery };
  const schema = buildClientSchema(json.data);
  const stated = readIntrospection(json).offline_scopes.items.map(
    ({ typeName, fieldName, requiredAccess }) => [fieldName ? `${typeName}.${fieldName}` : typeName, parseRequiredAccess(requiredAccess)] as const,
  );
  const topicType = json.data.__schema.types.find(({ name }) => name === 'WebhookSubscriptionTopic');
  const values = topicType?.kind === 'ENUM' ? topicType.enumValues : [];
  const topics = values.flatMap(({ description }): [string, Access][] => {
    const [, topic, need] = /`([a-z_/.]+)`\s+events?\.[\s\S]*?(?:Requires([\s\S]*))?$/.exec(description ?? '') ?? [];
    return topic ? [[topic, (need?.match(/\b(?:read|write)_\w+/g) ?? []).map((scope) => [scope])]] : [];
  });
  return { schema, access: new Map(stated.filter(([, sets]) => sets.length > 0)), topics: new Map(topics) };
}

/** Everything in a document that needs scopes, by its name in the schema. */
export function scopedParts(schema: GraphQLSchema, access: ReadonlyMap<string, Access>, document: DocumentNode): Map<string, Access> {
  const found = new Map<string, Access>();
  const note = (name: string) => {
    const sets = access.get(name);
    if (sets) found.set(name, sets);
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        note(`${info.getParentType()?.name}.${node.name.value}`);
        const type = info.getType();
        if (type && isCompositeType(getNamedType(type))) note(getNamedType(type).name);
      },
      InlineFragment: (node) => note(node.typeCondition?.name.value ?? ''),
      FragmentDefinition: (node) => note(node.typeCondition.name.value),
    }),
  );
  return found;
}

/** The granted scopes by which something opens, or null where it stays closed. A write scope contains its read scope. */
export function openedBy(sets: Access, granted: readonly string[]): string[] | null {
  const grants = (scope: string) => granted.find((has) => has === scope || (scope.startsWith('read_') && has === scope.replace('read_', 'write_')));
  for (const set of sets) {
    const by = set.map(grants);
    if (by.every((scope) => scope !== undefined)) return by.flatMap((scope) => scope ?? []);
  }
  return null;
}
