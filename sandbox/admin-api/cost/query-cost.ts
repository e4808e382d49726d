import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';
import { pagedType } from '../execution/paging.ts';
import { connectionPrice, COUNT, MUTATION, OBJECT, pageWeight } from './prices.ts';

/** What a cost is worked out for. */
export interface CostedQuery {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

/** The cost of one field, for `Shopify-GraphQL-Cost-Debug`. */
export interface FieldCost {
  path: string[];
  definedCost: number;
  requestedTotalCost: number;
  requestedChildrenCost: number;
}

const FREE = new Set(['MoneyV2', 'MoneyBag', 'PageInfo']);

/** What the query asks for: its points, and those of each field. */
export function requestedCost(query: CostedQuery): { points: number; fields: FieldCost[] } {
  const fields: FieldCost[] = [];
  const walk = walker(query, (path, own, children) => {
    fields.push({ path, definedCost: own, requestedTotalCost: own + children, requestedChildrenCost: children });
  });
  return { points: walk.operation(undefined), fields };
}

/** What the answer was worth: the same prices over the rows that were really there. */
export function actualCost(query: CostedQuery, data: unknown): number {
  return walker(query, () => undefined).operation(data);
}

type Note = (path: string[], own: number, children: number) => void;

/** Walks selections either over what is asked (`value` undefined) or over what was answered. */
function walker(query: CostedQuery, note: Note): { operation(data: unknown): number } {
  const { schema, fragments, variables } = query;

  function included(node: { directives?: FieldNode['directives'] }): boolean {
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  }

  function collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[], into = new Map<string, FieldNode[]>()): Map<string, FieldNode[]> {
    for (const set of sets) {
      for (const selection of set.selections) {
        if (!included(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          into.set(key, [...(into.get(key) ?? []), selection]);
          continue;
        }
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment === undefined) continue;
        const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        const applies = condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
        if (applies) collect(type, [fragment.selectionSet], into);
      }
    }
    return into;
  }

  /** A union or interface costs what its dearest member costs. */
  function selectionCost(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], value: unknown, path: string[]): number {
    if (isAbstractType(type)) {
      return Math.max(0, ...schema.getPossibleTypes(type).map((member) => selectionCost(member, sets, value, path)));
    }
    let total = 0;
    for (const [key, nodes] of collect(type, sets)) {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      if (field !== undefined) total += fieldCost(field, nodes, value === undefined ? undefined : (property(value, key) ?? null), path);
    }
    return total;
  }

  function fieldCost(field: GraphQLField<unknown, unknown>, nodes: FieldNode[], value: unknown, path: string[]): number {
    const type = getNamedType(field.type);
    const [node] = nodes;
    if (node === undefined || !isCompositeType(type) || value === null) return 0;
    if (FREE.has(type.name) || isUserError(type)) return 0;
    const sets = nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
    const below = [...path, node.alias?.value ?? node.name.value];
    if (type.name === 'Count') {
      note(below, COUNT, 0);
      return COUNT;
    }
    const rowType = pagedType(field.type);
    const list = isListType(getNullableType(field.type));
    if (rowType !== null || list) {
      const asked = sizeArgument(field, node);
      const rows = value === undefined ? asked : rowsOf(value);
      // A plain list that was asked for without a size counts as one object, however many there are.
      const sized = rowType !== null || asked !== null;
      const count = Array.isArray(rows) ? (sized ? rows.length : Math.min(1, rows.length)) : (rows ?? 1);
      const target = rowType ?? type;
      const rowSets = rowType ? rowSelections(sets, fragments) : sets;
      const rowCost = (row: unknown) => (isCompositeType(target) ? selectionCost(target, rowSets, row, below) : 0);
      const each = Array.isArray(rows) ? mean(rows.map(rowCost)) : rowCost(undefined);
      const price = rowType ? connectionPrice(count, each) : Math.floor(pageWeight(count) * (OBJECT + each));
      const children = Math.floor(pageWeight(count) * each);
      note(below, price - children, children);
      return price;
    }
    const children = selectionCost(type, sets, value, below);
    note(below, OBJECT, children);
    return OBJECT + children;
  }

  function sizeArgument(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const args = getArgumentValues(field, node, variables);
    const size = args['first'] ?? args['last'];
    return typeof size === 'number' ? size : null;
  }

  return {
    operation(data) {
      const root = schema.getRootType(query.operation.operation);
      if (!root) return 0;
      let total = 0;
      const mutation = query.operation.operation === 'mutation';
      for (const [key, nodes] of collect(root, [query.operation.selectionSet])) {
        const field = root.getFields()[nodes[0]?.name.value ?? ''];
        if (field === undefined) continue;
        const value = data === undefined ? undefined : (property(data, key) ?? null);
        const cost = fieldCost(field, nodes, value, []);
        total += mutation ? MUTATION + Math.max(0, cost - OBJECT) : cost;
      }
      return total;
    },
  };
}

/** `nodes { ... }` and `edges { node { ... } }` of a connection select the same rows. */
function rowSelections(sets: readonly SelectionSetNode[], fragments: ReadonlyMap<string, FragmentDefinitionNode>): SelectionSetNode[] {
  return sets.flatMap((set) =>
    set.selections.flatMap((selection): SelectionSetNode[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        return fragment ? rowSelections([fragment.selectionSet], fragments) : [];
      }
      if (!selection.selectionSet) return [];
      if (selection.kind === Kind.INLINE_FRAGMENT || selection.name.value === 'edges') return rowSelections([selection.selectionSet], fragments);
      return selection.name.value === 'nodes' || selection.name.value === 'node' ? [selection.selectionSet] : [];
    }),
  );
}

function isUserError(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.getInterfaces().some((each) => each.name === 'DisplayableError');
}

function rowsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const nodes = property(value, 'nodes');
  if (Array.isArray(nodes)) return nodes;
  const edges = property(value, 'edges');
  return Array.isArray(edges) ? edges.map((edge) => property(edge, 'node')) : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
