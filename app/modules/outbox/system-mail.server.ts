import { renderMail, type MailDraft } from './mail-layout.server.tsx';
import { outboxWords } from './words.server.ts';

/** A mail to the merchant's own people. */
export function renderSystemMail(mail: MailDraft): { html: string; text: string } {
  const { t, locale } = outboxWords(mail.locale);
  return renderMail({ ...mail, locale }, { sentBy: t('layout.sentBy', { shop: mail.shopName }), buttonHint: t('layout.button') });
}
