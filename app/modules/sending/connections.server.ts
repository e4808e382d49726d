import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { klaviyoSetting } from './klaviyo/klaviyo-account.ts';
import { smsAccountSetting } from './sms/sms-account.ts';
import { whatsAppSetting } from './whatsapp/whatsapp-account.ts';

/** What of a merchant's messages can go through. */
export interface Connections {
  sms: boolean;
  whatsapp: boolean;
  klaviyo: boolean;
  /** Where the merchant has a sender of the country's own for text messages. */
  smsCountries: readonly string[];
}

/** What is connected now; text messages go through the app's own provider too, where it has one. */
export async function connections(tx: ShopTx, { hasHouseSms }: { hasHouseSms: boolean }): Promise<Connections> {
  const sms = (await readSetting(tx, smsAccountSetting)).value.account;
  return {
    sms: hasHouseSms || sms !== null,
    whatsapp: await hasWhatsApp(tx),
    klaviyo: (await readSetting(tx, klaviyoSetting)).value.account !== null,
    smsCountries: sms?.senders.map(({ country }) => country) ?? [],
  };
}

/** Whether there is a number at WhatsApp to send from. */
export async function hasWhatsApp(tx: ShopTx): Promise<boolean> {
  return (await readSetting(tx, whatsAppSetting)).value.account !== null;
}
