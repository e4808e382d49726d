import express, { type Request, type Response, type Router } from 'express';

/** An event that Klaviyo took. */
export interface KlaviyoEvent {
  uniqueId: string;
  metric: string;
  email: string;
  time: string;
  properties: Record<string, unknown>;
}

interface Body {
  data?: {
    type?: string;
    attributes?: {
      unique_id?: string;
      time?: string;
      properties?: Record<string, unknown>;
      metric?: { data?: { type?: string; attributes?: { name?: string } } };
      profile?: { data?: { type?: string; attributes?: { email?: string } } };
    };
  };
}

/** Klaviyo's Events API for the keys it is given. */
export function createKlaviyo() {
  const keys = new Set(['pk_demo']);
  const events: KlaviyoEvent[] = [];
  const switches: { refuseWith: number | null } = { refuseWith: null };

  const refuse = (response: Response, status: number, code: string, detail: string) =>
    void response.status(status).type('application/vnd.api+json').send(JSON.stringify({ errors: [{ id: 'e1', status, code, title: detail, detail }] }));

  const letIn = (request: Request, response: Response): boolean => {
    if (!keys.has((request.get('authorization') ?? '').replace('Klaviyo-API-Key ', ''))) refuse(response, 401, 'not_authenticated', 'Incorrect authentication credentials.');
    else if (!/^20\d\d-\d\d-\d\d$/.test(request.get('revision') ?? '')) refuse(response, 400, 'missing_revision', 'The revision header is missing.');
    else if (switches.refuseWith !== null) refuse(response, switches.refuseWith, 'refused', 'Refused.');
    else return true;
    return false;
  };

  const take = (request: Request, response: Response) => {
    if (!letIn(request, response)) return;
    const attributes = (request.body as Body).data?.attributes;
    const metric = attributes?.metric?.data?.attributes?.name;
    const email = attributes?.profile?.data?.attributes?.email;
    const { unique_id: uniqueId = '', time = '', properties } = attributes ?? {};
    if ((request.body as Body).data?.type !== 'event' || !metric || !email || !properties) return refuse(response, 400, 'invalid', 'One of the required fields is missing.');
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return refuse(response, 400, 'invalid', 'Invalid email address.');
    if (!events.some((event) => event.uniqueId === uniqueId && event.metric === metric)) events.push({ uniqueId, metric, email, time, properties });
    response.status(202).end();
  };

  const router: Router = express.Router();
  router.post('/channels/klaviyo/api/events', express.json({ type: ['application/json', 'application/vnd.api+json'] }), take);
  router.get('/channels/klaviyo/api/metrics', (request, response) => {
    if (letIn(request, response)) response.type('application/vnd.api+json').send(JSON.stringify({ data: [] }));
  });
  router.get('/control/channels/klaviyo', (_request, response) => void response.json({ events }));

  return { router, events, switches, addKey: (key: string) => void keys.add(key) };
}
