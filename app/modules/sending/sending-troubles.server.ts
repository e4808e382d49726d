import type { ShopTx } from '#app/platform/db/database.server.ts';
import { stuckWays, type StuckWay } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { RecordState } from './domain/records.ts';
import { sendingDomainSetting } from './domain/sending-domain.ts';
import { mailAccountSetting } from './mail/mail-account.ts';

/** What keeps a shop's messages from leaving as the merchant set it. */
export interface SendingTroubles {
  /** Nothing leaves there. */
  stuck: StuckWay[];
  /** Mail leaves from our own address, as the domain's key is not in DNS as it should. */
  domain: { name: string; key: Exclude<RecordState, 'right'> } | null;
}

/** What a merchant has to mend so that messages leave, and from their own domain. */
export async function sendingTroubles(tx: ShopTx, now: Date): Promise<SendingTroubles> {
  const { domain } = (await readSetting(tx, sendingDomainSetting)).value;
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  const key = domain?.checked?.dkim;
  const unsigned = domain && key && key !== 'right' && account === null ? { name: domain.name, key } : null;
  return { stuck: await stuckWays(tx, now), domain: unsigned };
}
