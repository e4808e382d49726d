import { beforeAll, describe, expect, it } from 'vitest';
import { changeMailboxes, hasProvedAddress } from '#app/modules/inbox/index.server.ts';
import { readMailboxSettings } from '#app/modules/inbox/mailboxes/mailbox.ts';
import { mailboxesView } from '#app/modules/inbox/mailboxes/mailboxes-view.server.ts';
import { deliverMessage } from '#app/modules/outbox/index.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { doorName, formOf, lines, mailOf, mailProgram, noLogins, openDoorStage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
type Parts = { stage: Stage; ctx: ShopContext; port: number };
const parts: Partial<Parts> = {};
const all = (): Parts => {
  const { stage, ctx, port } = parts;
  if (!stage || !ctx || !port) throw new Error('The stage is not set.');
  return { stage, ctx, port };
};

beforeAll(async () => {
  const stage = await openDoorStage();
  const ctx = await stage.newShop('nordlicht.myshopify.com');
  Object.assign(parts, { stage, ctx, port: (await stage.openDoor()).port });
});

const post = (fields: Record<string, string>, ctx = all().ctx) => changeMailboxes(ctx, formOf(fields), { ...all().stage.needs, clients: noLogins, appUrl: 'https://app.example.com', locale: 'en' });
const add = async (address: string, ctx = all().ctx) => {
  const saved = await post({ intent: 'save-mailbox', address, name: 'Nordlicht', wayIn: 'door' }, ctx);
  return 'saved' in saved ? saved.saved : JSON.stringify(saved);
};
const shown = async (address: string, ctx = all().ctx) => {
  const { mailboxes } = await ctx.tx((tx) => mailboxesView(tx, all().stage.sealer, { appUrl: 'https://app.example.com', doorName, clients: noLogins, houseAddress: 'hello@aftercare.example' }));
  const found = mailboxes.find((mailbox) => mailbox.address === address);
  if (!found) throw new Error(`There is no ${address}.`);
  return found;
};
/** The test mail as it waits in the outbox. */
const check = async (address: string, ctx = all().ctx) => {
  const { headers } = await ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { recipient: address, kind: 'inbox.check' }, orderBy: { id: 'desc' } }));
  const [[name, token] = ['', '']] = Object.entries(headers ?? {});
  return lines('From: Aftercare <hello@aftercare.example>', `To: ${address}`, 'Subject: Test', `${name}: ${String(token)}`, 'Message-ID: <test@aftercare.example>', '', 'Test', '');
};
const prove = async (address: string, id: string, ctx = all().ctx) => {
  await post({ intent: 'send-check', id }, ctx);
  await deliver(await check(address, ctx), (await shown(address, ctx)).target ?? '');
};
const deliver = (raw: Buffer, to: string) => mailProgram(all().port).sendMail({ envelope: { from: 'hello@aftercare.example', to }, raw });

describe('a test mail', () => {
  it('that comes back by the forwarding shows that mail arrives, and becomes no conversation', async () => {
    const { stage, ctx } = all();
    const id = await add('care@nordlicht.example');
    expect(await post({ intent: 'send-check', id })).toEqual({ done: true });
    expect(await shown('care@nordlicht.example')).toMatchObject({ verifiedAt: null, checkSentAt: expect.any(String) });
    await deliver(await check('care@nordlicht.example'), (await shown('care@nordlicht.example')).target ?? '');
    expect(await shown('care@nordlicht.example')).toMatchObject({ verifiedAt: expect.any(String), checkSentAt: null, state: 'on' });
    expect(await stage.arrivals(ctx)).toEqual([]);
  });

  it('leaves once a minute', async () => {
    const { id } = await shown('care@nordlicht.example');
    expect(await post({ intent: 'send-check', id })).toEqual({ retryAfter: expect.any(Number) });
  });

  it('with a token that was not sent is a mail like any other', async () => {
    const { stage, ctx } = all();
    const raw = lines('From: a@example.com', `X-Aftercare-Check: ${'x'.repeat(32)}`, '', 'Words');
    await deliver(raw, 'care@nordlicht.example');
    expect((await stage.arrivals(ctx)).length).toBe(1);
    expect((await shown('care@nordlicht.example')).verifiedAt).not.toBeNull();
  });

  it('cannot make another shop\'s address one\'s own', async () => {
    const { stage } = all();
    const thief = await stage.newShop('thief.myshopify.com');
    const id = await add('care@nordlicht.example', thief);
    await post({ intent: 'send-check', id }, thief);
    // Forwarded by the thief to its own key: it has the mail, but the address is shown to be another's.
    await deliver(await check('care@nordlicht.example', thief), (await shown('care@nordlicht.example', thief)).target ?? '');
    expect(await shown('care@nordlicht.example', thief)).toMatchObject({ verifiedAt: null, state: 'failing', failure: 'taken' });
    const before = (await stage.arrivals(all().ctx)).length;
    await deliver(mailOf('For whom it is'), 'care@nordlicht.example');
    expect((await stage.arrivals(all().ctx)).length).toBe(before + 1);
    expect(await stage.arrivals(thief)).toEqual([]);
  });
});

it('a test mail leaves by our own server: whoever has the shop\'s cannot read there what would prove an address of somebody else', async () => {
  const { stage } = all();
  const eve = await stage.newShop('eve.myshopify.com');
  await post({ intent: 'send-check', id: await add('hello@victim.example', eve) }, eve);
  const { id } = await eve.tx((tx) => tx.outbox.findFirstOrThrow({ where: { recipient: 'hello@victim.example' } }));
  const read: string[] = [];
  const through = (name: string): Mailer => ({ send: async () => (read.push(name), { providerId: '1' }), close: () => undefined });
  await deliverMessage(eve, { mailer: through('theirs'), house: through('ours'), sms: null, metrics: createMetrics() }, { id: String(id) });
  expect(read).toEqual(['ours']);
});

describe('the addresses of a shop', () => {
  it('are checked before they are kept, each there once', async () => {
    expect(await post({ intent: 'save-mailbox', address: 'no address', name: '', wayIn: 'door' })).toEqual({ errors: { fields: { address: 'email', name: 'required' }, form: null } });
    expect(await post({ intent: 'save-mailbox', address: 'CARE@nordlicht.example', name: 'Again', wayIn: 'door' })).toEqual({ errors: { fields: { address: 'addressTaken' }, form: null } });
    expect(await post({ intent: 'save-mailbox', address: 'm@nordlicht.example', name: 'M', wayIn: 'mailgun' })).toEqual({ errors: { fields: { secret: 'required' }, form: null } });
    expect(await post({ intent: 'save-mailbox', address: 'i@nordlicht.example', name: 'I', wayIn: 'imap', host: '', port: '12', security: 'tls', user: '', password: '' })).toEqual({ errors: { fields: { host: 'required', user: 'required', password: 'required' }, form: null } });
  });

  it('have one for answers: the first, the one that was chosen and is proved, the oldest that is left', async () => {
    const second = await add('sales@nordlicht.example');
    expect((await shown('care@nordlicht.example')).isDefault).toBe(true);
    expect(await post({ intent: 'make-default', id: second })).toEqual({ errors: { fields: {}, form: 'notProved' } });
    expect((await shown('sales@nordlicht.example')).isDefault).toBe(false);
    await prove('sales@nordlicht.example', second);
    await post({ intent: 'make-default', id: second });
    expect([(await shown('care@nordlicht.example')).isDefault, (await shown('sales@nordlicht.example')).isDefault]).toEqual([false, true]);
    await post({ intent: 'remove-mailbox', id: second });
    expect((await shown('care@nordlicht.example')).isDefault).toBe(true);
    await expect(deliver(mailOf('Too late'), 'sales@nordlicht.example')).rejects.toMatchObject({ responseCode: 550 });
  });

  it('answer at the first that is proved, where what stood first never was', async () => {
    const ctx = await all().stage.newShop('untested.myshopify.com');
    await add('typo@untested.example', ctx);
    const tested = await add('care@untested.example', ctx);
    expect(await ctx.tx(hasProvedAddress)).toBe(false);
    await prove('care@untested.example', tested, ctx);
    expect(await ctx.tx(hasProvedAddress)).toBe(true);
    expect([(await shown('typo@untested.example', ctx)).isDefault, (await shown('care@untested.example', ctx)).isDefault]).toEqual([false, true]);
    expect(await shown('care@untested.example', ctx)).toMatchObject({ leavesAs: 'hello@aftercare.example' });
  });

  it('show no secret, and have to prove themselves anew once they come another way', async () => {
    const { stage, ctx } = all();
    const { id } = await shown('care@nordlicht.example');
    await post({ intent: 'save-mailbox', id, address: 'care@nordlicht.example', name: 'Nordlicht', wayIn: 'mailgun', secret: 'key-secret-of-mailgun' });
    const view = await shown('care@nordlicht.example');
    expect(view).toMatchObject({ wayIn: 'mailgun', verifiedAt: null });
    expect(JSON.stringify(view)).not.toContain('key-secret');
    const kept = async () => readMailboxSettings((await ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id } }))).settings).sealedSecret ?? '';
    expect(await kept()).not.toContain('key-secret');
    expect(await post({ intent: 'save-mailbox', id, address: 'care@nordlicht.example', name: 'Renamed', wayIn: 'mailgun', secret: '' })).toEqual({ saved: id });
    expect(stage.sealer.open(await kept())).toBe('key-secret-of-mailgun');
  });
});
