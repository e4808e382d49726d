import type { OperationDefinitionNode } from 'graphql';
import { execute as executeDocument, getVariableValues, GraphQLError } from 'graphql';
import type { AdminAnswer, Caller, SandboxClock, SandboxUrls } from '../../contract.ts';
import type { World, Worlds } from '../../world/index.ts';
import type { AdminContext } from '../context.ts';
import type { CostedQuery } from '../cost/query-cost.ts';
import { actualCost, requestedCost } from '../cost/query-cost.ts';
import { MAX_QUERY_COST } from '../cost/throttle.ts';
import type { Throttles } from '../cost/throttles.ts';
import { topLevelError } from '../errors.ts';
import type { BulkOperations } from '../bulk/bulk-operations.ts';
import type { BulkSwitches } from '../bulk/bulk-switches.ts';
import type { Jobs } from '../jobs.ts';
import type { Resolvers } from '../resolver.ts';
import { adminSchema } from './admin-schema.ts';
import { errorAnswer, formatError } from './answer.ts';
import type { BulkRun } from './bulk-run.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import type { PreparedDocument } from './prepare.ts';
import { createPreparer, droppedInput } from './prepare.ts';
import type { Execution } from './resolve-field.ts';
import { createFieldResolver, resolveType } from './resolve-field.ts';

/** What one shop brings to its requests. */
export interface ShopEngine {
  world: World;
  jobs: Jobs;
  bulkOperations: BulkOperations;
  bulkSwitches: BulkSwitches;
  throttles: Throttles;
  idempotency: IdempotencyKeys;
}

export interface AdminRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface RequestOptions {
  /** `Shopify-GraphQL-Cost-Debug`: report the cost of each field. */
  costDebug?: boolean;
  /** Run as a bulk operation: no page sizes, no cost. */
  bulkRun?: BulkRun;
}

/** Runs one request on one shop by Shopify's rules. */
export type Execute = (shop: ShopEngine, request: AdminRequest, caller: Caller, options?: RequestOptions) => Promise<AdminAnswer>;

const ORDER_WINDOW_DAYS = 60;

/** Builds the executor over a set of resolvers. */
export function createExecute(deps: { resolvers: Resolvers; worlds: Worlds; clock: SandboxClock; urls: SandboxUrls }): Execute {
  const fieldResolver = createFieldResolver(deps.resolvers);
  const prepare = createPreparer();

  return async (shop, request, caller, options = {}) => {
    const prepared = prepare(request.query);
    if (prepared.errors.length > 0) return errorAnswer(prepared.errors);
    const operation = chooseOperation(prepared, request.operationName);
    if (operation instanceof GraphQLError) return errorAnswer([operation]);
    const { schema } = adminSchema();
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
    if (coerced.errors) return errorAnswer(coerced.errors.map(invalidVariable));

    const query: CostedQuery = { schema, operation, fragments: prepared.fragments, variables: coerced.coerced };
    const metered = caller.kind === 'app' && !options.bulkRun ? { clientId: caller.installation.clientId, asked: requestedCost(query) } : null;
    if (metered !== null) {
      const refusal = refuse(metered, shop.throttles);
      if (refusal !== null) return refusal;
    }

    const searches: unknown[] = [];
    const context = contextOf(shop, caller, options, searches);
    const result = await executeDocument({
      schema,
      document: prepared.document,
      operationName: operation.name?.value,
      variableValues: request.variables ?? {},
      contextValue: context,
      fieldResolver,
      typeResolver: resolveType,
    });

    const extensions: Record<string, unknown> = {};
    if (searches.length > 0) extensions['search'] = searches;
    if (metered !== null) {
      const { clientId, asked } = metered;
      const actual = actualCost(query, result.data ?? null);
      shop.throttles.settle(clientId, asked.points, actual);
      extensions['cost'] = {
        requestedQueryCost: asked.points,
        actualQueryCost: actual,
        throttleStatus: shop.throttles.status(clientId),
        ...(options.costDebug ? { fields: asked.fields } : {}),
      };
    }
    return {
      status: 200,
      body: {
        data: result.data ?? null,
        ...(result.errors ? { errors: result.errors.map(formatError) } : {}),
        ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
      },
    };
  };

  function contextOf(shop: ShopEngine, caller: Caller, options: RequestOptions, searches: unknown[]): Execution {
    const context: AdminContext = {
      world: shop.world,
      worlds: deps.worlds,
      shopDomain: shop.world.domain,
      caller,
      clock: deps.clock,
      urls: deps.urls,
      jobs: shop.jobs,
      bulkOperations: shop.bulkOperations,
      ordersVisibleSince: ordersVisibleSince(caller, deps.clock.now()),
      reportSearch(info, search) {
        if (search.warnings.length > 0) searches.push({ path: [String(info.path.key)], query: search.query, warnings: search.warnings });
      },
    };
    return { ...context, idempotency: shop.idempotency, bulkRun: options.bulkRun ?? null };
  }
}

/** The creation time before which orders are hidden from an app without `read_all_orders`. */
export function ordersVisibleSince(caller: Caller, now: Date): Date | null {
  if (caller.kind === 'merchant' || caller.installation.scopes.has('read_all_orders')) return null;
  return new Date(now.getTime() - ORDER_WINDOW_DAYS * 86_400_000);
}

function chooseOperation(prepared: PreparedDocument, name: string | undefined): OperationDefinitionNode | GraphQLError {
  const { operations } = prepared;
  if (name != null && name !== '') {
    return operations.find((each) => each.name?.value === name) ?? new GraphQLError(`No operation named "${name}"`);
  }
  const [only] = operations;
  if (only === undefined || operations.length > 1) return new GraphQLError('An operation name is required');
  return only;
}

function invalidVariable(error: GraphQLError): GraphQLError {
  const dropped = droppedInput(error, adminSchema());
  return dropped ?? new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'INVALID_VARIABLE' } });
}

/** Refuses what is too dear or more than the bucket holds; otherwise takes the points. */
function refuse(metered: { clientId: string; asked: ReturnType<typeof requestedCost> }, throttles: Throttles): AdminAnswer | null {
  const { clientId, asked } = metered;
  const documentation = 'https://shopify.dev/api/usage/limits';
  const cost = { requestedQueryCost: asked.points, actualQueryCost: null };
  if (asked.points > MAX_QUERY_COST) {
    const message = `Query cost is ${asked.points}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`;
    const error = topLevelError(message, 'MAX_COST_EXCEEDED', { cost: asked.points, maxCost: MAX_QUERY_COST, documentation });
    return errorAnswer([error], { cost: { ...cost, throttleStatus: throttles.status(clientId) } });
  }
  if (throttles.take(clientId, asked.points)) return null;
  return errorAnswer([topLevelError('Throttled', 'THROTTLED', { documentation })], {
    cost: { ...cost, throttleStatus: throttles.status(clientId) },
  });
}
