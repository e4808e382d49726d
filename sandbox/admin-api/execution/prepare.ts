import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind, parse, validate } from 'graphql';
import type { AdminSchema } from './admin-schema.ts';
import { adminSchema } from './admin-schema.ts';

/** A request's text, parsed and checked against the schema. */
export interface PreparedDocument {
  document: DocumentNode;
  operations: OperationDefinitionNode[];
  fragments: Map<string, FragmentDefinitionNode>;
  errors: readonly GraphQLError[];
}

const KEPT = 500;

/** Parses and validates; texts seen lately are not parsed again. */
export function createPreparer(): (query: string) => PreparedDocument {
  const prepared = new Map<string, PreparedDocument>();
  return (query) => {
    const known = prepared.get(query);
    if (known !== undefined) return known;
    const fresh = prepare(query);
    if (prepared.size >= KEPT) prepared.delete(prepared.keys().next().value ?? '');
    prepared.set(query, fresh);
    return fresh;
  };
}

function prepare(query: string): PreparedDocument {
  const admin = adminSchema();
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, operations: [], fragments: new Map(), errors: [error] };
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const errors = validate(admin.schema, document).map((error) => inShopifysWords(error, admin));
  return { document, operations, fragments, errors };
}

/** Says an unknown field as Shopify says it, or loudly when Shopify has it and only the sandbox does not. */
function inShopifysWords(error: GraphQLError, admin: AdminSchema): GraphQLError {
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (unknown !== null) {
    const [, fieldName = '', typeName = ''] = unknown;
    if (admin.isDropped(typeName, fieldName)) {
      return reworded(error, `The sandbox does not model ${typeName}.${fieldName}`, { code: 'SANDBOX_NOT_MODELLED' });
    }
    return reworded(error, `Field '${fieldName}' doesn't exist on type '${typeName}'`, { code: 'undefinedField', typeName, fieldName });
  }
  const argument = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(error.message);
  if (argument !== null) {
    const [, argumentName = '', typeName = '', name = ''] = argument;
    if (admin.isDropped(`${typeName}.${name}`, argumentName)) {
      return reworded(error, `The sandbox does not model the argument ${argumentName} of ${typeName}.${name}`, { code: 'SANDBOX_NOT_MODELLED' });
    }
    const extensions = { code: 'argumentNotAccepted', name, typeName, argumentName };
    return reworded(error, `Field '${name}' doesn't accept argument '${argumentName}'`, extensions);
  }
  return droppedInput(error, admin) ?? error;
}

/** An input field that Shopify has and the sandbox dropped, in a document or in variables; null for any other error. */
export function droppedInput(error: GraphQLError, admin: AdminSchema): GraphQLError | null {
  const [, fieldName = '', typeName = ''] = /Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message) ?? [];
  if (!admin.isDropped(typeName, fieldName)) return null;
  return reworded(error, `The sandbox does not model the input field ${typeName}.${fieldName}`, { code: 'SANDBOX_NOT_MODELLED' });
}

function reworded(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, { nodes: error.nodes, extensions });
}
