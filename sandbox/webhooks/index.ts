import type { Router } from 'express';
import { webhookControls } from './controls.ts';
import { createDispatcher, type WebhooksDeps } from './dispatcher.ts';

export type { WebhooksDeps } from './dispatcher.ts';

/** The room as its neighbours use it. */
export type Webhooks = ReturnType<typeof createWebhooks>;

/** Turns what happens in shops into signed deliveries to the app, with the switches to make them go wrong. */
export function createWebhooks(deps: WebhooksDeps) {
  const dispatcher = createDispatcher(deps);
  const router: Router = webhookControls(dispatcher);
  return { router, ...dispatcher };
}
