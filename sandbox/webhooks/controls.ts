import express, { type Router } from 'express';
import { z } from 'zod';
import { complianceRequest, complianceTopics, UnknownCustomer } from './compliance.ts';
import type { Dispatcher } from './dispatcher.ts';
import { switchesSchema } from './switches.ts';

const query = z.object({
  shop: z.string().optional(),
  topic: z.string().optional(),
  state: z.enum(['pending', 'delivered', 'dropped', 'failed', 'cancelled']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const complianceKind = z.enum(['customers-data-request', 'customers-redact', 'shop-redact']);

/** `/control/webhooks/...` and `/control/compliance/...`: the switches, the list of deliveries, redelivery, compliance on demand. */
export function webhookControls(webhooks: Dispatcher): Router {
  const control = express.Router();
  control.use(express.json());

  control.get('/webhooks', (_request, response) => {
    response.json({ switches: webhooks.switches(), counts: webhooks.counts() });
  });
  control.put('/webhooks', (request, response) => {
    response.json(webhooks.setSwitches(switchesSchema.partial().parse(request.body)));
  });
  control.post('/webhooks/reset', (_request, response) => void response.json(webhooks.resetSwitches()));
  control.post('/webhooks/pause', (_request, response) => void response.json(webhooks.setSwitches({ paused: true })));
  control.post('/webhooks/resume', (_request, response) => void response.json(webhooks.setSwitches({ paused: false })));
  control.post('/webhooks/rush', (_request, response) => {
    webhooks.rush();
    response.json({ done: true });
  });
  control.post('/webhooks/settle', (_request, response, next) => {
    webhooks.settled().then(() => response.json(webhooks.counts()), next);
  });
  control.get('/webhooks/deliveries', (request, response) => {
    const { shop, ...narrowed } = query.parse(request.query);
    response.json({ deliveries: webhooks.deliveries({ ...narrowed, ...(shop ? { shopDomain: shop } : {}) }) });
  });
  control.post('/webhooks/deliveries/:webhookId/redeliver', (request, response) => {
    const found = webhooks.redeliver(request.params.webhookId);
    response.status(found ? 202 : 404).json(found ? { done: true } : { error: 'no such delivery' });
  });
  control.post('/compliance/:kind', (request, response) => {
    const kind = complianceKind.parse(request.params.kind);
    webhooks.requestCompliance(complianceTopics[kind], complianceRequest.parse(request.body));
    response.status(202).json({ done: true });
  });

  control.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
    else if (error instanceof UnknownCustomer) response.status(404).json({ error: error.message });
    else next(error);
  });
  return express.Router().use('/control', control);
}
