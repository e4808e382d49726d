import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { bulkSwitchesSchema } from '../bulk/bulk-switches.ts';
import type { ShopEngine } from '../execution/execute.ts';
import type { Faults } from './faults.ts';
import { faultSchema } from './faults.ts';

const planSchema = z.object({ plan: z.enum(['standard', 'advanced', 'plus']) });
const returnsSchema = z.object({ processCloses: z.boolean().default(false), previewOff: z.int().default(0) });
const throttleSchema = z.object({ clientId: z.string(), available: z.number() });

/** `/control/admin-api/...`: the switches by which tests make the Admin API slow, dear or broken. */
export function adminControls(deps: { shop(shopDomain: string): ShopEngine | null; faults: Faults }): Router {
  const router = express.Router();
  router.use(express.json());

  const act = (path: string, run: (shop: ShopEngine, body: unknown) => unknown) =>
    router.post(`/:domain/${path}`, (request, response, next) => {
      const shop = deps.shop(request.params.domain ?? '');
      if (shop === null) return void response.status(404).json({ error: `There is no shop ${request.params.domain}` });
      Promise.resolve()
        .then(() => run(shop, request.body ?? {}))
        .then((result) => response.json(result ?? { done: true }), next);
    });

  act('plan', (shop, body) => shop.throttles.setPlan(planSchema.parse(body).plan));
  act('throttle', (shop, body) => {
    const { clientId, available } = throttleSchema.parse(body);
    shop.throttles.setAvailable(clientId, available);
    return shop.throttles.status(clientId);
  });
  act('fail', (shop, body) => deps.faults.add(shop.world.domain, faultSchema.parse(body)));
  act('bulk', (shop, body) => Object.assign(shop.bulkSwitches, bulkSwitchesSchema.parse(body)));
  act('returns', ({ world }, body) => {
    const returnSwitches = returnsSchema.parse(body);
    world.change((change) => change.put('shops', { ...change.shop, returnSwitches }));
    return returnSwitches;
  });
  act('settle', async (shop) => {
    await shop.jobs.settled();
    await shop.bulkOperations.settled();
  });
  router.post('/heal', (_request, response) => {
    deps.faults.clear();
    response.json({ done: true });
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
    else next(error);
  });
  return router;
}
