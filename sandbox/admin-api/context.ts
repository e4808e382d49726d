import type { GraphQLResolveInfo } from 'graphql';
import type { Caller, SandboxClock, SandboxUrls } from '../contract.ts';
import type { World, Worlds } from '../world/index.ts';
import type { BulkOperations } from './bulk/bulk-operations.ts';
import type { Jobs } from './jobs.ts';
import type { Search } from './search/search-filter.ts';

/** What a resolver is given besides its source and arguments: one shop, one caller, one request. */
export interface AdminContext {
  world: World;
  worlds: Worlds;
  shopDomain: string;
  caller: Caller;
  clock: SandboxClock;
  urls: SandboxUrls;
  jobs: Jobs;
  bulkOperations: BulkOperations;
  /** Orders created before this are invisible to the caller (no `read_all_orders`); null: everything is visible. */
  ordersVisibleSince: Date | null;
  /** Puts the warnings of a search into `extensions.search` of the answer. */
  reportSearch(info: GraphQLResolveInfo, search: Search<never>): void;
}
