import type { Logger } from '#app/platform/log/log.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { createFindNamed, storefrontDoor } from '#app/modules/tracking/index.server.ts';
import { answerPortal } from './answer-portal.server.ts';
import type { PortalNeeds } from './portal-needs.ts';

interface Needs extends Omit<PortalNeeds, 'findNamed' | 'browser'> {
  /** Answers who is asking; throws the answer to who is not let in. */
  authenticate(request: Request): Promise<ProxyRequest>;
  log: Logger;
}

/** The door of the returns portal, beside the one of the tracking page. */
export function createPortalDoor({ authenticate, log, ...rest }: Needs): (request: Request) => Promise<Response> {
  const needs = { ...rest, findNamed: createFindNamed(rest.limits) };
  return storefrontDoor({ authenticate, log, what: 'the returns portal' }, (request, proxy) => answerPortal(request, proxy, needs));
}
