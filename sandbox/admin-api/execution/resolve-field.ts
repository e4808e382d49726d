import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLResolveInfo, GraphQLTypeResolver } from 'graphql';
import { defaultTypeResolver, getNamedType, getNullableType, isListType } from 'graphql';
import { connectionFromList } from '../connection.ts';
import type { AdminContext } from '../context.ts';
import { notModelled } from '../errors.ts';
import type { Resolver, Resolvers } from '../resolver.ts';
import { honouredPaths } from '../resolver.ts';
import type { AdminSchema } from './admin-schema.ts';
import { adminSchema } from './admin-schema.ts';
import type { BulkRun } from './bulk-run.ts';
import { checkArguments } from './check-arguments.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import { checkPage, PAGE_ARGUMENTS, pagedType, UNBOUNDED_PAGE } from './paging.ts';
import type { Permission } from './permission.ts';
import { checkPermission, permissionOf } from './permission.ts';

/** One request as the engine sees it: the resolvers' context and what only the engine needs. */
export interface Execution extends AdminContext {
  idempotency: IdempotencyKeys;
  /** Set while a bulk operation runs its query. */
  bulkRun: BulkRun | null;
}

interface FieldPlan {
  owner: string;
  permission: Permission;
  resolver: Resolver | null;
  honoured: readonly string[];
  /** The paging arguments of a connection, `first` of a plain list: the engine applies these itself. */
  applied: ReadonlySet<string>;
  connection: boolean;
  definition: Parameters<typeof checkArguments>[1];
}

const NONE: ReadonlySet<string> = new Set();
const FIRST: ReadonlySet<string> = new Set(['first']);

/** The field resolver that puts Shopify's rules around the given resolvers. */
export function createFieldResolver(resolvers: Resolvers): GraphQLFieldResolver<unknown, Execution> {
  const admin = adminSchema();
  const plans = new Map<GraphQLObjectType, Map<string, FieldPlan>>();

  function planOf(info: GraphQLResolveInfo): FieldPlan {
    let fields = plans.get(info.parentType);
    if (fields === undefined) plans.set(info.parentType, (fields = new Map()));
    let plan = fields.get(info.fieldName);
    if (plan === undefined) fields.set(info.fieldName, (plan = makePlan(admin, resolvers, info)));
    return plan;
  }

  return (source, args, context, info) => {
    const plan = planOf(info);
    checkPermission(plan.permission, context.caller);
    let page = args;
    if (plan.connection) {
      checkPage(args, context.bulkRun !== null);
      if (context.bulkRun !== null && args['first'] == null && args['last'] == null) page = { ...args, first: UNBOUNDED_PAGE };
    }
    if (plan.resolver === null && !hasOwn(source, info.fieldName)) throw notModelled(`${plan.owner}.${info.fieldName}`);
    checkArguments(plan.owner, plan.definition, args, plan.honoured, plan.applied);
    const read = (): unknown => {
      const value = plan.resolver ? plan.resolver(source, page, context, info) : Reflect.get(Object(source), info.fieldName);
      return value instanceof Promise ? value.then((settled) => applyPage(plan, settled, page)) : applyPage(plan, value, page);
    };
    if (plan.owner === 'Mutation') return context.idempotency.once(context.caller, info, args, read);
    if (plan.connection && context.bulkRun !== null) return context.bulkRun.page(info, read);
    return read();
  };
}

/** Tells the member of a union or interface by `__typename`, and refuses one that the caller may not read. */
export const resolveType: GraphQLTypeResolver<unknown, Execution> = (value, context, info, abstractType) => {
  if (typeof value !== 'object' || value === null || !('__typename' in value) || typeof value.__typename !== 'string') {
    throw notModelled(`which ${abstractType.name} ${JSON.stringify(value)} is: it has no __typename`);
  }
  if (adminSchema().schema.getType(value.__typename) === undefined) throw notModelled(value.__typename);
  checkPermission(permissionOf(adminSchema(), abstractType.name, info.fieldName, value.__typename), context.caller);
  return defaultTypeResolver(value, context, info, abstractType);
};

function makePlan(admin: AdminSchema, resolvers: Resolvers, info: GraphQLResolveInfo): FieldPlan {
  const owner = info.parentType.name;
  const definition = info.parentType.getFields()[info.fieldName];
  if (definition === undefined) throw notModelled(`${owner}.${info.fieldName}`);
  const paged = pagedType(definition.type);
  const resolver = resolvers[owner]?.[info.fieldName] ?? null;
  const plainList = isListType(getNullableType(definition.type));
  return {
    owner,
    definition,
    permission: permissionOf(admin, owner, info.fieldName, (paged ?? getNamedType(definition.type)).name),
    resolver,
    honoured: resolver ? honouredPaths(resolver) : [],
    applied: paged ? PAGE_ARGUMENTS : plainList ? FIRST : NONE,
    connection: paged !== null,
  };
}

/** Resolvers may answer a whole array: a connection pages through it, a plain list with `first` is cut. */
function applyPage(plan: FieldPlan, value: unknown, args: Record<string, unknown>): unknown {
  if (!Array.isArray(value)) return value;
  if (plan.connection) return connectionFromList(value, args);
  const first = plan.applied === FIRST ? args['first'] : null;
  return typeof first === 'number' ? value.slice(0, first) : value;
}

function hasOwn(source: unknown, field: string): boolean {
  return typeof source === 'object' && source !== null && Object.hasOwn(source, field);
}
