import type { RegisteredApp } from '#sandbox/contract.ts';

/** An app as Shopify has it registered; it asks for nothing and is told nothing unless a test says so. */
export function testApp(changes: Partial<RegisteredApp> = {}): RegisteredApp {
  return {
    clientId: 'client',
    clientSecret: 'secret',
    oldClientSecret: null,
    name: 'Aftercare',
    handle: 'aftercare',
    url: 'http://localhost',
    scopes: [],
    optionalScopes: [],
    webhookApiVersion: '2026-10',
    webhooks: [],
    appProxy: null,
    customerAuthentication: null,
    ...changes,
  };
}
