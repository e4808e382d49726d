import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { klaviyoSetting } from './klaviyo/klaviyo-account.ts';
import { smsAccountSetting } from './sms/sms-account.ts';
import { whatsAppSetting } from './whatsapp/whatsapp-account.ts';

/** What of a merchant's messages can go through. */
export interface Connections {
  whatsapp: boolean;
  klaviyo: boolean;
  /** Where the merchant has a sender of the country's own for text messages. */
  smsCountries: readonly string[];
}

/** What is connected now. */
export async function connections(tx: ShopTx): Promise<Connections> {
  const sms = (await readSetting(tx, smsAccountSetting)).value.account;
  return {
    whatsapp: (await readSetting(tx, whatsAppSetting)).value.account !== null,
    klaviyo: (await readSetting(tx, klaviyoSetting)).value.account !== null,
    smsCountries: sms?.senders.map(({ country }) => country) ?? [],
  };
}
