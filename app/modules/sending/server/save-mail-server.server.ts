import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { tryServer } from '#app/platform/mail/stranger-mailer.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { mailServerForm, mailServerSetting, type MailServer } from './mail-server.ts';

interface With {
  sealer: Sealer;
  allowInside: boolean;
  by: string | null;
}

/** Lets a shop's mail go through the merchant's own server from now on, once that server let us in; says what is wrong in names of texts. */
export async function saveMailServer(ctx: ShopContext, form: FormData, { sealer, allowInside, by }: With): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(mailServerForm(allowInside), form);
  if (!read.ok) return { errors: read.errors };
  const { password: typed, ...given } = read.value;
  const { value, version } = await ctx.tx((tx) => readSetting(tx, mailServerSetting));
  // A password is for the server it was given for.
  const before = value.server?.host === given.host && value.server.user === given.user ? value.server : null;
  const password = typed === '' && before ? sealer.open(before.sealedPassword) : typed;
  if (given.user !== '' && password === '') return { errors: { fields: { password: 'required' }, form: null } };
  const trial = await tryServer({ ...given, password, implicitTls: given.security === 'tls' }, { allowInside });
  if (trial !== 'right') return { errors: { fields: {}, form: trial } };
  const server: MailServer = { ...given, sealedPassword: sealer.seal(password) };
  return orConflict(async () => {
    await changeSetting(ctx, mailServerSetting, { value: { server }, version, by });
    return { saved: true };
  });
}

/** Lets a shop's mail go through our own mail server again; the password is gone. */
export function forgetMailServer(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, mailServerSetting, by);
}
