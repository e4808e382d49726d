import type { ShopTx } from '#app/platform/db/database.server.ts';
import { domainOf } from '#app/platform/mail/ready-mail.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isInUse, sendingDomainSetting } from './domain/sending-domain.ts';
import { mailAccountSetting } from './mail/mail-account.ts';
import { mailServerSetting } from './server/mail-server.ts';

/** From which address a letter leaves that asks for one, as `shopWays` sends it: from that one only where the shop sends from its domain. */
export async function leavesFrom(tx: ShopTx, houseAddress: string): Promise<(asked: string) => string> {
  const own = await ownAddress(tx);
  return (asked) => (own !== null && domainOf(asked).toLowerCase() === domainOf(own).toLowerCase() ? asked : (own ?? houseAddress));
}

/** What the shop's mail leaves from by its own account, server or domain; null while it leaves from ours. */
async function ownAddress(tx: ShopTx): Promise<string | null> {
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  if (account) return account.from;
  const { server } = (await readSetting(tx, mailServerSetting)).value;
  if (server) return server.from;
  const { domain } = (await readSetting(tx, sendingDomainSetting)).value;
  return domain && isInUse(domain) ? `${domain.mailbox}@${domain.name}` : null;
}
