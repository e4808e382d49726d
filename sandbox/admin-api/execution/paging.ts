import type { GraphQLNamedType, GraphQLOutputType } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import { badRequest } from '../errors.ts';
import type { PageArgs } from '../connection.ts';

/** Shopify's largest page. */
const MAX_PAGE = 250;

/** The size a bulk operation asks for where the query names none: everything. */
export const UNBOUNDED_PAGE = 2 ** 31 - 1;

export const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before', 'reverse']);

/** The type a connection pages through; null when `type` is no connection. */
export function pagedType(type: GraphQLOutputType): GraphQLNamedType | null {
  const named = getNamedType(type);
  if (!isObjectType(named) || !named.name.endsWith('Connection')) return null;
  const fields = named.getFields();
  const nodes = fields['nodes'];
  if (nodes !== undefined) return getNamedType(nodes.type);
  const edge = fields['edges'] && getNamedType(fields['edges'].type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  return node === undefined ? null : getNamedType(node.type);
}

/** Refuses a page that Shopify refuses. A bulk operation needs no size. */
export function checkPage(args: PageArgs, bulk: boolean): void {
  if (args.first == null && args.last == null && !bulk) throw badRequest('you must provide one of first or last');
  if (args.first != null && args.last != null) throw badRequest('providing both first and last is not supported');
  for (const [name, size] of [['first', args.first], ['last', args.last]] as const) {
    if (size == null) continue;
    if (size < 1 && !bulk) throw badRequest(`${name} must be greater than 0`);
    if (size > MAX_PAGE && !bulk) throw badRequest(`${name} cannot exceed ${MAX_PAGE}`);
  }
}
