import { plainBrand } from '#app/modules/brand/index.server.ts';
import { renderMail, type MailDraft } from './mail-layout.server.tsx';
import { outboxWords } from './words.server.ts';

/** A mail to the merchant's own people. */
export function renderSystemMail({ shopName, ...mail }: MailDraft & { shopName: string }): { html: string; text: string } {
  const { t, locale } = outboxWords(mail.locale);
  return renderMail({ ...mail, locale }, plainBrand(shopName), { sentBy: t('layout.sentBy', { shop: shopName }), buttonHint: t('layout.button') });
}
