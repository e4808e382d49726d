import express, { type Router } from 'express';
import type { SandboxClock } from '#sandbox/contract.ts';
import { topLevelError } from '#sandbox/admin-api/errors.ts';
import { honours, type Resolver } from '#sandbox/admin-api/resolver.ts';
import { escapeHtml } from '#sandbox/storefront/escape-html.ts';
import { checkFiring } from './check-firing.ts';
import { readTriggers } from './read-triggers.ts';

/** A trigger that an app fired and Flow took. */
interface ReceivedTrigger {
  shop: string;
  handle: string;
  payload: unknown;
  at: Date;
}

/** Flow's door: its mutation, the pages that show what came in, and the same for tests in process. */
export interface Flow {
  mutations: Record<string, Resolver>;
  router: Router;
  received(shopDomain: string): readonly ReceivedTrigger[];
}

/** Opens Flow for the triggers that the extensions in a folder declare. */
export function createFlow({ extensionsDir, clock }: { extensionsDir: string; clock: SandboxClock }): Flow {
  const triggers = readTriggers(extensionsDir);
  const taken: ReceivedTrigger[] = [];

  const receive: Resolver = (_source, args: { handle?: string | null; payload?: unknown }, { caller, shopDomain }) => {
    if (caller.kind !== 'app') throw topLevelError('The sandbox does not model flowTriggerReceive for a caller that is no app.', 'SANDBOX_NOT_MODELLED');
    const userErrors = checkFiring(triggers, args.handle ?? null, args.payload);
    if (userErrors.length === 0) taken.unshift({ shop: shopDomain, handle: args.handle ?? '', payload: args.payload, at: clock.now() });
    return { userErrors };
  };

  const router = express.Router();
  router.get('/control/flow/:domain', (request, response) => void response.json(taken.filter(({ shop }) => shop === request.params.domain)));
  router.get('/flow', (_request, response) => void response.type('html').send(page(taken)));

  return {
    mutations: { flowTriggerReceive: honours(['handle', 'payload'], receive) },
    router,
    received: (shopDomain) => taken.filter(({ shop }) => shop === shopDomain),
  };
}

function page(taken: readonly ReceivedTrigger[]): string {
  const rows = taken.map(
    ({ shop, handle, payload, at }) =>
      `<tr><td>${at.toISOString()}</td><td>${escapeHtml(shop)}</td><td>${escapeHtml(handle)}</td><td><pre>${escapeHtml(JSON.stringify(payload, null, 2))}</pre></td></tr>`,
  );
  const table = `<table border="1" cellpadding="8"><thead><tr><th>When</th><th>Shop</th><th>Trigger</th><th>Fields</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Flow</title></head><body style="font-family:system-ui;margin:2rem"><h1>What Flow was told</h1>${
    taken.length === 0 ? '<p>Nothing yet.</p>' : table
  }</body></html>`;
}
