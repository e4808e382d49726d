import express, { type Request, type Response, type Router } from 'express';
import { labelAccountShape, labelServices, newLabelAccount, type LabelAccount, type LabelService } from './account.ts';
import { easypost } from './easypost.ts';
import { codePng, labelPdf } from './label-files.ts';
import { shippo } from './shippo.ts';
import type { LabelStandIn } from './stand-in.ts';

export type { LabelAccount, LabelService } from './account.ts';

const standIns: Readonly<Record<LabelService, LabelStandIn>> = { easypost, shippo };

/** The label services of one sandbox. */
export interface Labels {
  /** The services' APIs under `/labels/{service}`, their files, and their switches under `/control/labels`. */
  router: Router;
  /** Opens an account, or changes one. */
  account(service: LabelService, key: string, change?: Partial<LabelAccount>): LabelAccount;
}

export function createLabels(): Labels {
  const accounts = new Map<string, LabelAccount>();
  const account: Labels['account'] = (service, key, change = {}) => {
    const one = accounts.get(`${service} ${key}`) ?? newLabelAccount(key);
    accounts.set(`${service} ${key}`, Object.assign(one, change));
    return one;
  };
  for (const service of labelServices) account(service, `demo-${service}-key`);

  const call = (service: LabelService) => (request: Request, response: Response) => {
    const standIn = standIns[service];
    const key = standIn.keyIn(request);
    const one = key === null ? undefined : accounts.get(`${service} ${key}`);
    if (!one || one.withdrawn) return standIn.refuse(response, 401);
    response.once('finish', () => one.calls.push({ call: `${request.method} ${request.path}`, status: response.statusCode }));
    for (const [switched, why] of [['slowDown', 429], ['failing', 503]] as const) {
      if (one[switched] === 0) continue;
      one[switched] -= 1;
      return standIn.refuse(response, why);
    }
    if (!standIn.buys(request)) return standIn.answer(request, response, one);
    if (one.hangUpBefore > 0) {
      one.hangUpBefore -= 1;
      return void request.socket.destroy();
    }
    if (one.hangUpAfter > 0) {
      one.hangUpAfter -= 1;
      response.json = () => (request.socket.destroy(), response);
    }
    standIn.answer(request, response, one);
  };

  const router = express.Router();
  router.get(/^\/labels\/files\/.*?(\w+?)(-qr)?\.(pdf|png)$/, async (request, response) => {
    const [id, qr] = [request.params[0], request.params[1]];
    for (const one of accounts.values()) {
      const sold = one.sold.find((label) => label.id === id);
      const shipment = one.shipments.find((priced) => priced.id === sold?.shipmentId);
      if (!sold || !shipment) continue;
      return qr ? response.type('image/png').send(await codePng(sold)) : response.type('application/pdf').send(labelPdf(shipment, sold));
    }
    response.status(403).type('application/xml').send('<Error><Code>AccessDenied</Code></Error>');
  });
  for (const service of labelServices) router.use(`/labels/${service}`, express.json({ limit: '1mb' }), call(service));
  router.use('/control/labels', controls(accounts, account));
  return { router, account };
}

function controls(accounts: ReadonlyMap<string, LabelAccount>, account: Labels['account']): Router {
  const control = express.Router().use(express.json());
  control.route('/:service/:key')
    .get((request, response) => {
      const one = accounts.get(`${request.params.service} ${request.params.key}`);
      if (one) response.json(one);
      else response.status(404).json({ error: 'There is no such account.' });
    })
    .post((request, response) => {
      const service = labelServices.find((one) => one === request.params.service);
      const change = labelAccountShape.partial().safeParse(request.body);
      if (!service || !change.success) return void response.status(422).json({ error: change.error?.issues ?? 'There is no such service.' });
      account(service, request.params.key, change.data);
      response.json({ ok: true });
    });
  return control;
}
