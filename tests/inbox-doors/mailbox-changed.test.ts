import { afterAll, expect, it, vi } from 'vitest';
import { readMailbox } from '#app/modules/inbox/arrivals/read-mailbox.server.ts';
import { changeMailboxes } from '#app/modules/inbox/index.server.ts';
import { scriptedImap } from './scripted-imap.ts';
import { formOf, mailOf, noLogins, openDoorStage } from './stage.ts';

const stage = await openDoorStage();
const ctx = await stage.newShop('nordlicht.myshopify.com');
const server = await scriptedImap([mailOf('One'), mailOf('Two')], ['well']);
afterAll(() => server.stop());

it('how far a mailbox is read says nothing of the one that took its place meanwhile', async () => {
  const { id } = await stage.addMailbox(ctx, { address: 'care@nordlicht.example', wayIn: 'imap', host: '127.0.0.1', port: String(server.port), security: 'starttls', user: 'former', password: 'x' });
  await ctx.tx((tx) => tx.mailboxes.updateMany({ where: { id }, data: { last_uid: 0n } }));
  const reader = readMailbox(ctx, id, {
    files: stage.files,
    allowInside: true,
    async openImap() {
      await ctx.tx((tx) => tx.$executeRaw`update mailboxes set settings = jsonb_set(settings, '{imap,user}', '"next"'), uid_validity = 9, last_uid = 50 where id = ${id}::uuid`);
      return { host: '127.0.0.1', port: server.port, security: 'starttls', user: 'former', auth: { password: 'x' } };
    },
  });
  await vi.waitFor(async () => expect(await stage.arrivals(ctx)).toHaveLength(2), { timeout: 10_000 });
  await reader.stop();
  expect(await ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id } }))).toMatchObject({ uid_validity: 9n, last_uid: 50n });
});

it('a mail of the mailbox that took the place of another arrives, however both number their mails', async () => {
  const next = [mailOf('Newer one')];
  const servers = [server, await scriptedImap(next, ['well'])] as const;
  const shop = await stage.newShop('moved.myshopify.com');
  const fields = (at: 0 | 1, user: string) => ({ address: 'care@moved.example', name: 'Care', wayIn: 'imap', host: '127.0.0.1', port: String(servers[at].port), security: 'starttls', user, password: 'x' });
  const { id } = await stage.addMailbox(shop, fields(0, 'former'));
  await shop.tx((tx) => tx.mailboxes.updateMany({ where: { id }, data: { last_uid: 0n } }));
  const readUntil = async (count: number, at: 0 | 1) => {
    const reader = readMailbox(shop, id, { files: stage.files, allowInside: true, openImap: async () => ({ host: '127.0.0.1', port: servers[at].port, security: 'starttls', user: 'x', auth: { password: 'x' } }) });
    await vi.waitFor(async () => expect(await stage.arrivals(shop)).toHaveLength(count), { timeout: 10_000 }).finally(() => reader.stop());
  };
  await readUntil(2, 0);
  await stage.addMailbox(shop, { id, ...fields(1, 'next') });
  next.push(mailOf('Newer two'));
  await readUntil(3, 1);
  await servers[1].stop();
});

it('a spam folder is said to be read only where there is one, and that of another mailbox is not', async () => {
  const fields = { address: 'sales@nordlicht.example', name: 'Sales', wayIn: 'imap', host: '127.0.0.1', port: String(server.port), security: 'starttls', user: 'sales', password: 'x' };
  const { id } = await stage.addMailbox(ctx, fields);
  const post = (given: Record<string, string>) => changeMailboxes(ctx, formOf({ id, ...given }), { ...stage.needs, clients: noLogins, appUrl: 'https://app.example.com', locale: 'en' });
  const row = () => ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id } }));
  expect(await post({ intent: 'read-junk', isWanted: 'yes' })).toEqual({ errors: { fields: {}, form: 'junkFolder' } });
  expect(await row()).toMatchObject({ junk_uid_validity: null, junk_last_uid: null });
  await ctx.tx((tx) => tx.mailboxes.updateMany({ where: { id }, data: { junk_uid_validity: 7n, junk_last_uid: 4n } }));
  await post({ intent: 'save-mailbox', ...fields, name: 'Renamed' });
  expect(await row()).toMatchObject({ name: 'Renamed', junk_uid_validity: 7n, junk_last_uid: 4n });
  await post({ intent: 'save-mailbox', ...fields, user: 'another' });
  expect(await row()).toMatchObject({ junk_uid_validity: null, junk_last_uid: null });
});
