import { expect, it } from 'vitest';
import { leavesFrom } from '#app/modules/sending/index.server.ts';
import { changeSetting, type Setting } from '#app/modules/settings/index.server.ts';
import { mailServerSetting } from '../../app/modules/sending/server/mail-server.ts';
import { sendingDomainSetting } from '../../app/modules/sending/domain/sending-domain.ts';
import { setOutboxStage } from '../outbox/stage.ts';

const { newShop } = await setOutboxStage();
type Shop = Awaited<ReturnType<typeof newShop>>;
const house = 'hello@aftercare.example';
const asked = ['care@nordlicht.example', 'care@elsewhere.example'];
const from = (ctx: Shop) => ctx.tx(async (tx) => asked.map(await leavesFrom(tx, house)));
const set = async <Value>(ctx: Shop, setting: Setting<Value>, value: Value) => changeSetting(ctx, setting, { value, version: 0, by: null });

it('a letter leaves from our address while the shop has none of its own', async () => {
  expect(await from(await newShop())).toEqual([house, house]);
});

it('through the shop’s own server it leaves from what it asks for, where that is of the server’s domain', async () => {
  const ctx = await newShop();
  await set(ctx, mailServerSetting, { server: { host: 'smtp.example.com', port: 465, security: 'tls', user: 'u', from: 'shop@nordlicht.example', sealedPassword: 'sealed' } });
  expect(await from(ctx)).toEqual(['care@nordlicht.example', 'shop@nordlicht.example']);
});

it('from the shop’s own domain it leaves once its key is in DNS', async () => {
  const domain = { name: 'nordlicht.example', mailbox: 'shop', selector: 's1', publicKey: 'p', sealedPrivateKey: 'sealed' };
  const checked = (dkim: 'right' | 'missing') => ({ at: '2026-11-21T10:00:00.000Z', dkim, spf: 'right' as const, dmarc: 'right' as const });
  const [waiting, ready] = [await newShop(), await newShop()];
  await set(waiting, sendingDomainSetting, { domain: { ...domain, checked: checked('missing') } });
  await set(ready, sendingDomainSetting, { domain: { ...domain, checked: checked('right') } });
  expect(await from(waiting)).toEqual([house, house]);
  expect(await from(ready)).toEqual(['care@nordlicht.example', 'shop@nordlicht.example']);
});
