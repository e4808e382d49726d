import { unknownIntent } from '#app/kernel/errors.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { DnsText } from '#app/platform/mail/dns-text.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { checkSendingDomain } from './domain/check-sending-domain.server.ts';
import { forgetSendingDomain, saveSendingDomain } from './domain/save-sending-domain.server.ts';
import { forgetKlaviyo, saveKlaviyo } from './klaviyo/save-klaviyo.server.ts';
import { forgetMailAccount, saveMailAccount } from './mail/save-mail-account.server.ts';
import { forgetMailServer, saveMailServer } from './server/save-mail-server.server.ts';
import { forgetSmsAccount, saveSmsAccount } from './sms/save-sms-account.server.ts';
import { forgetWhatsApp, saveWhatsApp } from './whatsapp/save-whatsapp.server.ts';

export type SendingAnswer = { saved: true } | { removed: true } | { checked: boolean } | { errors: FormErrors };

interface With {
  sealer: Sealer;
  dns: DnsText;
  spfHost: string;
  /** Whether merchants may name hosts of our own network. */
  allowInside?: boolean;
  by: string | null;
}

/** What the settings page asks for, by the intent of its form. */
export async function changeSending(ctx: ShopContext, form: FormData, { sealer, dns, spfHost, allowInside = false, by }: With): Promise<SendingAnswer> {
  switch (form.get('intent')) {
    case 'save-account':
      return saveMailAccount(ctx, sealer, form, by);
    case 'remove-account':
      await forgetMailAccount(ctx, by);
      return { removed: true };
    case 'save-server':
      return saveMailServer(ctx, form, { sealer, allowInside, by });
    case 'remove-server':
      await forgetMailServer(ctx, by);
      return { removed: true };
    case 'save-whatsapp':
      return saveWhatsApp(ctx, sealer, form, by);
    case 'remove-whatsapp':
      await forgetWhatsApp(ctx, by);
      return { removed: true };
    case 'save-klaviyo':
      return saveKlaviyo(ctx, sealer, form, by);
    case 'remove-klaviyo':
      await forgetKlaviyo(ctx, by);
      return { removed: true };
    case 'save-phone':
      return saveSmsAccount(ctx, sealer, form, by);
    case 'remove-phone':
      await forgetSmsAccount(ctx, by);
      return { removed: true };
    case 'save-domain':
      return saveSendingDomain(ctx, sealer, form, by);
    case 'remove-domain':
      await forgetSendingDomain(ctx, by);
      return { removed: true };
    case 'check-domain':
      return { checked: await wasChecked(checkSendingDomain(ctx, dns, spfHost), ctx) };
    default:
      throw unknownIntent();
  }
}

async function wasChecked(check: Promise<unknown>, { log }: ShopContext): Promise<boolean> {
  try {
    await check;
    return true;
  } catch (error) {
    log.warn({ error }, 'DNS could not be asked about a sending domain');
    return false;
  }
}
