import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { sendingDomainForm, sendingDomainSetting, type SendingDomain } from './sending-domain.ts';

/** Sets the address that a shop's mail is to leave from. A domain gets a key of its own, which stays while the domain does. */
export async function saveSendingDomain(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(sendingDomainForm, form);
  if (!read.ok) return { errors: read.errors };
  const [mailbox = '', name = ''] = read.value.address.split('@');
  const { value, version } = await ctx.tx((tx) => readSetting(tx, sendingDomainSetting));
  const domain = value.domain?.name === name ? { ...value.domain, mailbox } : { name, mailbox, ...(await newKey(sealer)), checked: null };
  return orConflict(async () => {
    await changeSetting(ctx, sendingDomainSetting, { value: { domain }, version, by });
    return { saved: true };
  });
}

/** Lets a shop's mail leave from our own address again; the key is gone. */
export function forgetSendingDomain(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, sendingDomainSetting, by);
}

const makeKeyPair = promisify(generateKeyPair);

/** Every key has a selector of its own, so that an old one can stay in DNS beside it. */
async function newKey(sealer: Sealer): Promise<Pick<SendingDomain, 'selector' | 'publicKey' | 'sealedPrivateKey'>> {
  const { publicKey, privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 });
  return {
    selector: `aftercare-${randomBytes(3).toString('hex')}`,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sealedPrivateKey: sealer.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}
