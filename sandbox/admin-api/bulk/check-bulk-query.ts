import type { FieldNode, FragmentDefinitionNode, GraphQLCompositeType, SelectionSetNode } from 'graphql';
import { getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind } from 'graphql';
import { adminSchema } from '../execution/admin-schema.ts';
import { pagedType } from '../execution/paging.ts';
import type { PreparedDocument } from '../execution/prepare.ts';

/** A bulk query that may run: where its connections are in the answer, as dotted response keys without `edges`, `node` and `nodes`. */
export interface BulkQuery {
  connections: ReadonlySet<string>;
}

const MAX_CONNECTIONS = 5;
const MAX_NESTING = 2;

/** Checks a query against the restrictions of bulk operations; a string says what Shopify would refuse. */
export function checkBulkQuery(prepared: PreparedDocument): BulkQuery | string {
  const [error] = prepared.errors;
  if (error !== undefined) return `Invalid bulk query: ${error.message}`;
  const [operation] = prepared.operations;
  if (operation === undefined || prepared.operations.length > 1) return 'Invalid bulk query: it must contain exactly one operation.';
  if (operation.operation !== 'query') return 'Invalid bulk query: it must be a query.';
  if (operation.variableDefinitions?.length) return 'Invalid bulk query: variables are not supported.';
  const query = adminSchema().schema.getQueryType();
  const roots = query ? fieldsIn(query, operation.selectionSet, prepared.fragments) : [];
  const [root] = roots;
  if (root === undefined || roots.length > 1) return 'Bulk queries can only have a single top-level field.';
  if (root.node.name.value === 'node' || root.node.name.value === 'nodes') {
    return 'Bulk queries cannot contain a top-level `node` or `nodes` field.';
  }
  const found = findConnections(root, prepared.fragments, { path: '', nesting: -1, inList: false });
  const refusal = found.map((each) => each.refusal).find((each) => each !== null);
  if (refusal) return refusal;
  if (found.length === 0) return 'Bulk queries must contain at least one connection.';
  if (found.length > MAX_CONNECTIONS) return `Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`;
  return { connections: new Set(found.map((each) => each.path)) };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Selected {
  owner: GraphQLCompositeType;
  node: FieldNode;
}

interface Place {
  path: string;
  /** How many connections stand above, less one. */
  nesting: number;
  inList: boolean;
}

interface Found {
  path: string;
  refusal: string | null;
}

/** The fields of a selection, looking through fragments. */
function fieldsIn(owner: GraphQLCompositeType, set: SelectionSetNode | undefined, fragments: Fragments): Selected[] {
  return (set?.selections ?? []).flatMap((selection): Selected[] => {
    if (selection.kind === Kind.FIELD) return [{ owner, node: selection }];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition ? adminSchema().schema.getType(fragment.typeCondition.name.value) : owner;
    return fragment && isCompositeType(condition) ? fieldsIn(condition, fragment.selectionSet, fragments) : [];
  });
}

function findConnections({ owner, node }: Selected, fragments: Fragments, place: Place): Found[] {
  const field = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[node.name.value] : undefined;
  const target = field && getNamedType(field.type);
  if (!field || !isCompositeType(target)) return [];
  const key = node.alias?.value ?? node.name.value;
  const path = place.path === '' ? key : `${place.path}.${key}`;
  if (pagedType(field.type) === null) {
    const inList = place.inList || isListType(getNullableType(field.type));
    return fieldsIn(target, node.selectionSet, fragments).flatMap((each) => findConnections(each, fragments, { ...place, path, inList }));
  }
  const rowFields = rowsOf({ owner: target, node }, fragments);
  const nesting = place.nesting + 1;
  const nested = rowFields.flatMap((each) => findConnections(each, fragments, { path, nesting, inList: false }));
  const named = rowFields.some((each) => each.node.name.value === 'id' && (each.node.alias?.value ?? 'id') === 'id');
  const refusal = refusalOf({ ...place, path, nesting }, nested.length > 0 && !named);
  return [{ path, refusal }, ...nested];
}

function refusalOf(place: Place, lacksId: boolean): string | null {
  if (place.inList) return 'Queries that contain a connection field within a list field are not currently supported.';
  if (place.nesting > MAX_NESTING) return `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_NESTING}.`;
  if (!lacksId) return null;
  return `The parent 'node' field for a nested connection must select the 'id' field without an alias. Connection fields without 'id': ${place.path}.`;
}

/** The fields selected on a connection's rows, by `nodes` or by `edges { node }`. */
function rowsOf(connection: Selected, fragments: Fragments): Selected[] {
  return fieldsIn(connection.owner, connection.node.selectionSet, fragments).flatMap(({ owner, node }) => {
    const field = isObjectType(owner) ? owner.getFields()[node.name.value] : undefined;
    const target = field && getNamedType(field.type);
    if (!isCompositeType(target) || target.name === 'PageInfo') return [];
    if (node.name.value === 'edges') return rowsOf({ owner: target, node }, fragments);
    return fieldsIn(target, node.selectionSet, fragments);
  });
}
