import { describe, expect, it } from 'vitest';
import { renderCustomerMail } from '../../app/modules/outbox/index.server.ts';

const mail = { locale: 'de', shopName: 'Nordlicht & Co', heading: 'Ihr Code', paragraphs: ['<b>Geben</b> Sie ihn ein.'], code: '012345', notes: ['Gilt kurz.'] };

describe('a mail to a customer', () => {
  it('comes from the shop in the customer’s language, and does not name us', () => {
    const { html, text } = renderCustomerMail(mail);
    expect(html).toContain('<html lang="de">');
    for (const words of ['Ihr Code', '012345', 'Gilt kurz.', 'Sie erhalten diese Nachricht wegen Ihrer Bestellung bei Nordlicht & Co.']) expect(text).toContain(words);
    expect(`${html}${text}`).not.toContain('Aftercare');
  });

  it('shows a code once, large, between its words and what matters less', () => {
    const { html, text } = renderCustomerMail(mail);
    expect(html.match(/012345/g)).toHaveLength(1);
    expect(text.indexOf('Geben')).toBeLessThan(text.indexOf('012345'));
    expect(text.indexOf('012345')).toBeLessThan(text.indexOf('Gilt kurz.'));
  });

  it('takes nobody’s words for markup', () => expect(renderCustomerMail(mail).html).toContain('&lt;b&gt;Geben&lt;/b&gt;'));

  it('speaks the nearest of our languages', () => {
    expect(renderCustomerMail({ ...mail, locale: 'pt-BR' }).html).toContain('<html lang="pt-PT">');
    expect(renderCustomerMail({ ...mail, locale: 'nb' }).html).toContain('<html lang="en">');
  });
});
