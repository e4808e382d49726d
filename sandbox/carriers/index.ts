import express, { type Request, type Response, type Router } from 'express';
import { accountShape, newAccount, providers, scanShape, type Account, type CarrierScan, type Provider } from './account.ts';
import { aftership } from './aftership.ts';
import { easypost } from './easypost.ts';
import { karrio } from './karrio.ts';
import { seventeenTrack } from './seventeen-track.ts';
import { textOf, type StandIn } from './stand-in.ts';

export type { Account, CarrierScan, Provider } from './account.ts';

/** The four services of one sandbox. */
export interface Carriers {
  /** The providers' APIs under `/carriers/{provider}` and their switches under `/control/carriers`. */
  router: Router;
  /** Opens an account, or changes one. */
  account(provider: Provider, key: string, change?: Partial<Account>): Account;
  /** Moves a parcel on; it is pushed to the account's webhook, and the answer's status is told: null where there is no webhook. */
  advance(provider: Provider, key: string, number: string, scan: Partial<CarrierScan> & Pick<CarrierScan, 'code' | 'at'>): Promise<number | null>;
}

/** The providers' sides of the wire. */
export const standIns: Readonly<Record<Provider, StandIn>> = { '17track': seventeenTrack, aftership, easypost, karrio };

export function createCarriers(): Carriers {
  const accounts = new Map<string, Account>();
  const found = (provider: string, key: string) => accounts.get(`${provider} ${key}`);

  const account: Carriers['account'] = (provider, key, change = {}) => {
    const one = found(provider, key) ?? newAccount(key);
    Object.assign(one, change);
    accounts.set(`${provider} ${key}`, one);
    return one;
  };
  for (const provider of providers) account(provider, `demo-${provider}-key`);

  const advance: Carriers['advance'] = async (provider, key, number, scan) => {
    const one = found(provider, key);
    const parcel = one?.parcels.get(number);
    if (!one || !parcel) throw new Error(`Nobody follows ${number} at ${provider} with this key.`);
    parcel.scans.push(scanShape.parse(scan));
    if (one.webhookUrl === null) return null;
    const { body, headers } = standIns[provider].push(one, parcel);
    const answer = await fetch(one.webhookUrl, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }).catch(() => null);
    one.pushes.push(answer?.status ?? 0);
    return answer?.status ?? 0;
  };

  const call = (provider: Provider) => (request: Request, response: Response) => {
    const standIn = standIns[provider];
    const key = standIn.keyIn(request);
    const one = key === null ? undefined : found(provider, key);
    if (!one || one.withdrawn) return standIn.refuse(response, 401);
    response.once('finish', () => one.calls.push({ call: `${request.method} ${request.path}`, status: response.statusCode }));
    if (one.slowDown > 0) {
      one.slowDown -= 1;
      return standIn.refuse(response, 429);
    }
    if (one.failing > 0) {
      one.failing -= 1;
      return standIn.refuse(response, 503);
    }
    if (!standIn.answer(request, response, one)) response.status(404).json({ message: `The stand-in of ${provider} knows no ${request.method} ${request.path}.` });
  };

  const router = express.Router();
  for (const provider of providers) router.use(`/carriers/${provider}`, express.json({ limit: '1mb' }), call(provider));

  const control = express.Router().use(express.json());
  router.use('/control/carriers', control);
  control.post('/:provider/:key/scans', async (request, response) => {
    const provider = providers.find((one) => one === request.params.provider);
    const scan = scanShape.safeParse(request.body);
    const number = textOf((request.body as { number?: unknown } | undefined)?.number);
    if (!provider || !scan.success || !found(provider, request.params.key)?.parcels.has(number)) return void response.status(422).json({ error: scan.error?.issues ?? 'Nobody follows this number here.' });
    response.json({ pushed: await advance(provider, request.params.key, number, scan.data) });
  });
  control.route('/:provider/:key')
    .get((request, response) => {
      const one = found(request.params.provider, request.params.key);
      if (one) response.json({ ...one, parcels: [...one.parcels.values()] });
      else response.status(404).json({ error: 'There is no such account.' });
    })
    .post((request, response) => {
      const provider = providers.find((one) => one === request.params.provider);
      const change = accountShape.partial().safeParse(request.body);
      if (!provider || !change.success) return void response.status(422).json({ error: change.error?.issues ?? 'There is no such provider.' });
      account(provider, request.params.key, change.data);
      response.json({ ok: true });
    })
    .delete((request, response) => {
      accounts.delete(`${request.params.provider} ${request.params.key}`);
      response.json({ ok: true });
    });
  return { router, account, advance };
}
