import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { smsAccountSetting, type SmsAccount } from './sms-account.ts';

/** The shop's own account at an SMS provider, without what opens it; null where there is none. */
export async function smsAccountOf(tx: ShopTx): Promise<Pick<SmsAccount, 'provider' | 'number' | 'senders'> | null> {
  return (await readSetting(tx, smsAccountSetting)).value.account;
}
