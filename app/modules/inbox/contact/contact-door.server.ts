import type { Logger } from '#app/platform/log/log.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { createFindNamed, storefrontDoor } from '#app/modules/tracking/index.server.ts';
import { answerContact, type ContactNeeds } from './answer-contact.server.ts';

interface Needs extends Omit<ContactNeeds, 'findNamed'> {
  /** Answers who is asking; throws the answer to who is not let in. */
  authenticate(request: Request): Promise<ProxyRequest>;
  log: Logger;
}

/** The door of the contact form, beside those of the tracking page and the returns portal. */
export function createContactDoor({ authenticate, log, ...rest }: Needs): (request: Request) => Promise<Response> {
  const needs: ContactNeeds = { ...rest, findNamed: createFindNamed(rest.limits) };
  return storefrontDoor({ authenticate, log, what: 'the contact form' }, (request, proxy) => answerContact(request, proxy, needs));
}
