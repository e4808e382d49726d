import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLInputType } from 'graphql';
import { isInputObjectType, isListType, isNonNullType } from 'graphql';
import { notModelled, topLevelError } from '../errors.ts';

const MAX_INPUT_ARRAY = 250;

/**
 * Refuses, loudly and by name, every argument that was given and that the resolver does not honour; and input arrays that are
 * too long. A value equal to the schema's default counts as not given: it asks for nothing.
 */
export function checkArguments(
  owner: string,
  field: GraphQLField<unknown, unknown>,
  args: Record<string, unknown>,
  honoured: readonly string[],
  always: ReadonlySet<string>,
): void {
  for (const arg of field.args) {
    const value = args[arg.name];
    if (value === undefined || always.has(arg.name)) continue;
    check(value, arg, arg.name);
  }

  function check(value: unknown, input: GraphQLArgument | GraphQLInputField, path: string): void {
    if (value === null || value === undefined || same(value, input.defaultValue)) return;
    checkLength(value);
    if (honoured.includes(path)) return checkLengths(value);
    const nested = honoured.some((known) => known.startsWith(`${path}.`));
    if (!nested) throw notModelled(`the argument ${path} of ${owner}.${field.name}`);
    checkFields(value, input.type, path);
  }

  function checkFields(value: unknown, type: GraphQLInputType, path: string): void {
    if (isNonNullType(type)) return checkFields(value, type.ofType, path);
    if (isListType(type)) {
      for (const item of Array.isArray(value) ? value : [value]) checkFields(item, type.ofType, path);
      return;
    }
    if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return;
    const fields = type.getFields();
    for (const [name, inner] of Object.entries(value)) {
      const input = fields[name];
      if (input !== undefined) check(inner, input, `${path}.${name}`);
    }
  }
}

function checkLengths(value: unknown): void {
  checkLength(value);
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) checkLengths(inner);
}

function checkLength(value: unknown): void {
  if (!Array.isArray(value) || value.length <= MAX_INPUT_ARRAY) return;
  throw topLevelError(
    `The input array size of ${value.length} is greater than the maximum allowed of ${MAX_INPUT_ARRAY}.`,
    'MAX_INPUT_SIZE_EXCEEDED',
  );
}

function same(value: unknown, defaultValue: unknown): boolean {
  return defaultValue !== undefined && JSON.stringify(value) === JSON.stringify(defaultValue);
}
