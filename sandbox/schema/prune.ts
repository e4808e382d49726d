import type { IntrospectionQuery } from 'graphql';
import type { Introspected, IntrospectedField, IntrospectedType } from './introspection.ts';
import { namedType } from './introspection.ts';
import type { Kept } from './kept.ts';

/** What exists in Shopify's schema but not in ours: fields per kept type, input fields per kept input, arguments per kept `Type.field`. */
export type Dropped = Record<string, string[]>;

/** Keeps the wanted types and fields, and of those only what the roots reach. Throws when `kept` names something Shopify does not have. */
export function prune(full: Introspected, kept: Kept): { introspection: IntrospectionQuery; dropped: Dropped } {
  const byName = new Map(full.data.__schema.types.map((type) => [type.name, type]));
  const roots = new Map([
    ['QueryRoot', new Set(kept.queries)],
    ['Mutation', new Set(kept.mutations)],
  ]);
  refuseUnknown(byName, kept, roots);
  const wanted = new Set(kept.types);
  const droppedInputs = new Set(kept.droppedInputs);
  const mutation = byName.get('Mutation');
  for (const field of mutation?.fields ?? []) if (roots.get('Mutation')?.has(field.name)) wanted.add(namedType(field.type));

  const isWanted = (name: string): boolean => {
    const type = byName.get(name);
    if (type === undefined) return false;
    if (type.kind === 'SCALAR' || type.kind === 'ENUM') return true;
    if (type.kind === 'INPUT_OBJECT') return !droppedInputs.has(name);
    return wanted.has(name) || isUserError(type) || isPaging(type, isWanted);
  };
  const fieldsOf = (type: IntrospectedType): IntrospectedField[] =>
    (type.fields ?? [])
      .filter((field) => (roots.get(type.name)?.has(field.name) ?? true) && isWanted(namedType(field.type)))
      .map((field) => ({ ...field, description: null, args: field.args.filter((arg) => isWanted(namedType(arg.type))).map(withoutDescription) }));

  const reached = new Map<string, IntrospectedType>();
  const dropped: Dropped = {};
  const note = (owner: string, all: { name: string }[], left: { name: string }[]): void => {
    const names = new Set(left.map((each) => each.name));
    const gone = all.map((each) => each.name).filter((each) => !names.has(each));
    if (gone.length > 0) dropped[owner] = gone.sort();
  };
  const visit = (name: string): void => {
    const type = byName.get(name);
    if (reached.has(name) || type === undefined || !isWanted(name)) return;
    const fields = type.fields ? fieldsOf(type) : null;
    const trimmed: IntrospectedType = {
      ...type,
      description: null,
      fields,
      inputFields: type.inputFields?.filter((input) => isWanted(namedType(input.type))).map(withoutDescription) ?? null,
      interfaces: type.interfaces?.filter((ref) => isWanted(namedType(ref))) ?? null,
      enumValues: Array.isArray(type.enumValues) ? type.enumValues.map(withoutDescription) : null,
    };
    reached.set(name, trimmed);
    note(name, [...(type.fields ?? []), ...(type.inputFields ?? [])], [...(fields ?? []), ...(trimmed.inputFields ?? [])]);
    for (const field of fields ?? []) note(`${name}.${field.name}`, type.fields?.find((each) => each.name === field.name)?.args ?? [], field.args);
    for (const field of fields ?? []) {
      visit(namedType(field.type));
      for (const arg of field.args) visit(namedType(arg.type));
    }
    for (const input of trimmed.inputFields ?? []) visit(namedType(input.type));
    for (const ref of trimmed.interfaces ?? []) visit(namedType(ref));
    // User errors come with the payloads that hold them; the interface alone would draw in those of all mutations.
    for (const ref of type.possibleTypes ?? []) if (wanted.has(namedType(ref))) visit(namedType(ref));
  };
  for (const name of ['QueryRoot', 'Mutation', 'String', 'Boolean', 'Int', 'Float', 'ID']) visit(name);

  const types = [...reached.values()].map((type) => ({
    ...type,
    possibleTypes: type.possibleTypes?.filter((ref) => reached.has(namedType(ref))) ?? null,
  }));
  const directives = full.data.__schema.directives.map(withoutDescription);
  const introspection = { __schema: { ...full.data.__schema, description: null, subscriptionType: null, types, directives } };
  return { introspection: asIntrospection(introspection), dropped: Object.fromEntries(Object.entries(dropped).sort()) };
}

/** graphql-js checks the shape itself when it builds the schema. */
function asIntrospection(value: unknown): IntrospectionQuery {
  return value as IntrospectionQuery;
}

function withoutDescription<T extends object>(value: T): T {
  return { ...value, description: null };
}

function isUserError(type: IntrospectedType): boolean {
  return type.interfaces?.some((ref) => ref.name === 'DisplayableError') ?? false;
}

/** A connection or an edge is kept when the thing it pages through is an object we keep. */
function isPaging(type: IntrospectedType, isWanted: (name: string) => boolean): boolean {
  const wrapped = type.fields?.find((field) => field.name === (type.name.endsWith('Connection') ? 'nodes' : 'node'));
  if (wrapped === undefined || !/(Connection|Edge)$/.test(type.name)) return false;
  return isWanted(namedType(wrapped.type));
}

function refuseUnknown(byName: Map<string, IntrospectedType>, kept: Kept, roots: Map<string, Set<string>>): void {
  const unknown = [...kept.types, ...kept.droppedInputs, ...kept.customerData].filter((name) => !byName.has(name));
  for (const [root, names] of roots) {
    const real = new Set(byName.get(root)?.fields?.map((field) => field.name));
    for (const name of names) if (!real.has(name)) unknown.push(`${root}.${name}`);
  }
  if (unknown.length > 0) throw new Error(`kept.ts names what Shopify's schema does not have: ${unknown.join(', ')}`);
}
