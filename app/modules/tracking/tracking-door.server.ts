import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { answerTracking } from './answer-tracking.server.ts';
import { createFindNamed } from './named-orders.server.ts';
import { storefrontDoor } from './storefront-door.server.ts';
import type { PageNeeds } from './visit-needs.ts';
import { createWriteShown } from './write-shown.server.ts';

interface Needs extends Omit<PageNeeds, 'findNamed' | 'writeShown'> {
  database: Pick<Database, 'askAsShop'>;
  /** Answers who is asking; throws the answer to who is not let in. */
  authenticate(request: Request): Promise<ProxyRequest>;
  /** The same request at the full address, where it came by a short one that is ours. */
  inFull?(request: Request, proxy: ProxyRequest): Promise<Request>;
  log: Logger;
}

/** The door of the tracking page: it stands beside the router, because half the cost of a look-up was the way through it. */
export function createTrackingDoor({ authenticate, inFull, log, database, ...rest }: Needs): (request: Request) => Promise<Response> {
  const needs: PageNeeds = { ...rest, findNamed: createFindNamed(rest.limits), writeShown: createWriteShown(database) };
  return storefrontDoor({ authenticate, log, what: 'the tracking page' }, async (request, proxy) => answerTracking((await inFull?.(request, proxy)) ?? request, proxy, needs));
}
