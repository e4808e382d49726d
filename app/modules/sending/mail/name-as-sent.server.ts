import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { mailAccountSetting } from './mail-account.ts';

/** The Message-ID that a mail bears which left through a provider that gives names of its own, as Amazon does; null where it bears ours. */
export async function nameAsSent(tx: ShopTx, { provider, providerId }: { provider: string | null; providerId: string | null }): Promise<string | null> {
  if (provider !== 'ses' || providerId === null || !/^[\w-]+$/.test(providerId)) return null;
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  const region = account?.provider === 'ses' ? account.region : '';
  return `<${providerId}@${region === '' || region === 'us-east-1' ? 'email' : region}.amazonses.com>`;
}
