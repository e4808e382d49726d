import type { Caller } from '../../contract.ts';
import type { AdminContext } from '../context.ts';
import type { Execute, ShopEngine } from '../execution/execute.ts';
import { createPreparer } from '../execution/prepare.ts';
import type { Resolvers } from '../resolver.ts';
import { honours } from '../resolver.ts';
import type { SearchTable } from '../search/search-filter.ts';
import { searchFilter } from '../search/search-filter.ts';
import type { BulkOperation } from './bulk-operations.ts';
import { bulkRunner } from './run-bulk-query.ts';
import { checkBulkQuery } from './check-bulk-query.ts';
import type { ResultFiles } from './result-files.ts';

const SEARCH: SearchTable<BulkOperation> = {
  fields: {
    id: { kind: 'id', of: (operation) => operation.id },
    status: { kind: 'keyword', of: (operation) => operation.status },
    operation_type: { kind: 'keyword', of: (operation) => operation.type },
    created_at: { kind: 'time', of: (operation) => operation.createdAt },
  },
  bare: ['status'],
};

/** Bulk operations and jobs: the parts of the schema that the engine answers itself. */
export function engineResolvers(deps: { execute(): Execute; shopOf(context: AdminContext): ShopEngine; files: ResultFiles }): Resolvers {
  const prepare = createPreparer();
  const list = (context: AdminContext) => context.bulkOperations.list(clientOf(context.caller));
  const find = (context: AdminContext, id: unknown) => context.bulkOperations.find(clientOf(context.caller), String(id));

  return {
    QueryRoot: {
      job: honours(['id'], (_source, args, context) => context.jobs.find(String(args['id']))),
      bulkOperation: honours(['id'], (_source, args, context) => find(context, args['id'])),
      currentBulkOperation: honours(['type'], (_source, args, context) => {
        const type = args['type'] ?? 'QUERY';
        return list(context).findLast((operation) => operation.type === type) ?? null;
      }),
      bulkOperations: honours(['query', 'sortKey'], (_source, args, context, info) => {
        const query = typeof args['query'] === 'string' ? args['query'] : null;
        const search = searchFilter(query, SEARCH, context.clock.now());
        context.reportSearch(info, search);
        const found = list(context).filter(search.matches);
        return args['sortKey'] === 'COMPLETED_AT' ? found.sort((a, b) => completedAt(a) - completedAt(b)) : found;
      }),
    },
    Job: { query: () => ({}) },
    Mutation: {
      // A child's line always follows its parent's here, grouped or not: Shopify promises no order to who does not ask for groups.
      bulkOperationRunQuery: honours(['query', 'groupObjects'], (_source, args, context) => {
        const query = String(args['query']);
        const checked = checkBulkQuery(prepare(query));
        if (typeof checked === 'string') return refused(['query'], checked, 'INVALID');
        const run = bulkRunner({ execute: deps.execute(), shop: deps.shopOf(context), caller: context.caller, files: deps.files });
        const operation = context.bulkOperations.start(clientOf(context.caller), query, checked.connections, run);
        if (operation === null) return refused(null, 'Bulk operations limit reached. Please try again later.', 'LIMIT_REACHED');
        return { bulkOperation: operation, userErrors: [] };
      }),
      bulkOperationCancel: honours(['id'], (_source, args, context) => {
        const operation = find(context, args['id']);
        if (operation === null) return { bulkOperation: null, userErrors: [{ field: ['id'], message: 'Bulk operation does not exist' }] };
        if (!context.bulkOperations.cancel(operation)) {
          const message = `A bulk operation cannot be canceled when it is ${operation.status.toLowerCase()}`;
          return { bulkOperation: operation, userErrors: [{ field: null, message }] };
        }
        return { bulkOperation: find(context, operation.id), userErrors: [] };
      }),
    },
  };
}

/** What has not ended sorts last. */
function completedAt(operation: BulkOperation): number {
  return operation.completedAt?.getTime() ?? Infinity;
}

function refused(field: string[] | null, message: string, code: string): unknown {
  return { bulkOperation: null, userErrors: [{ field, message, code }] };
}

function clientOf(caller: Caller): string {
  return caller.kind === 'app' ? caller.installation.clientId : 'merchant';
}
