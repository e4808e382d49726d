import { describe, expect, it } from 'vitest';
import { brandOf, brandSetting } from '#app/modules/brand/index.server.ts';
import { renderCustomerMail } from '../../app/modules/outbox/index.server.ts';

const brand = brandOf({ name: 'Nordlicht & Co', primaryUrl: 'https://nordlicht.example' }, { ...brandSetting.initial, address: 'Weg 1\n10115 Berlin', button: '#0b5a3c' });
const mail = { locale: 'de', heading: 'Ihr Code', paragraphs: ['<b>Geben</b> Sie ihn ein.'], code: '012345', notes: ['Gilt kurz.'] };

describe('a mail to a customer', () => {
  it('comes from the shop in the customer’s language, and does not name us', () => {
    const { html, text } = renderCustomerMail(mail, brand);
    expect(html).toContain('<html dir="ltr" lang="de">');
    for (const words of ['Ihr Code', '012345', 'Gilt kurz.', 'Sie erhalten diese Nachricht wegen Ihrer Bestellung bei Nordlicht & Co.']) expect(text).toContain(words);
    expect(`${html}${text}`).not.toContain('Aftercare');
  });

  it('shows a code once, large, between its words and what matters less', () => {
    const { html, text } = renderCustomerMail(mail, brand);
    expect(html.match(/012345/g)).toHaveLength(1);
    expect(text.indexOf('Geben')).toBeLessThan(text.indexOf('012345'));
    expect(text.indexOf('012345')).toBeLessThan(text.indexOf('Gilt kurz.'));
  });

  it('wears the shop’s brand', () => {
    const { html, text } = renderCustomerMail({ ...mail, action: { label: 'Ansehen', url: 'https://nordlicht.example/a' } }, brand);
    expect(html).toContain('background-color:#0b5a3c');
    expect(html).toContain('Weg 1<br/>10115 Berlin');
    expect(text.endsWith('Weg 1\n10115 Berlin')).toBe(true);
  });

  it('takes nobody’s words for markup', () => expect(renderCustomerMail(mail, brand).html).toContain('&lt;b&gt;Geben&lt;/b&gt;'));

  it('speaks the nearest of our languages', () => {
    expect(renderCustomerMail({ ...mail, locale: 'pt-BR' }, brand).html).toContain('<html dir="ltr" lang="pt-PT">');
    expect(renderCustomerMail({ ...mail, locale: 'nb' }, brand).html).toContain('<html dir="ltr" lang="en">');
  });
});
