import { Liquid } from 'liquidjs';
import { describe, expect, it } from 'vitest';
import { seedPolicies } from '../../sandbox/seed/policies.ts';
import { policyHandles } from '../../app/modules/tracking/tracking-page-setting.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import { proven, tracked, visit } from './fixtures.ts';
import { pageStates } from './page-states.ts';

const liquid = new Liquid();
const html = renderTrackingPage(visit('en', { policies: [...policyHandles] }), { kind: 'order', tracked: tracked(), proven });

/** What stands with the link of a policy, once the theme has rendered the page. */
async function said(body: string | null, handle: string = 'refund-policy', page = html): Promise<string> {
  const shop = body === null ? {} : { [handle.replaceAll('-', '_')]: { body } };
  const rendered: unknown = await liquid.parseAndRender(page, { shop, request: { locale: { iso_code: 'en' } } });
  const [, line = 'no line'] = new RegExp(`<p>((?:(?!<p>).)*)<a class="ac-link" href="/policies/${handle}"`).exec(String(rendered)) ?? [];
  return line.replace(/<[^>]+>/g, '').trim();
}

describe('a policy that the page names', () => {
  it.each([
    ['We have a 30-day return policy, which means you have 30 days after receiving your item to request a return.', '<p>We have a 30-day return policy, which means you have 30 days after receiving your item to request a return.</p><p>To be eligible, it must be unworn.</p>'],
    ['Sie haben 14 Tage Zeit.', '<h2>Rückgabe</h2><p>Wir freuen uns über Sie! Sie haben 14 Tage Zeit. Schreiben Sie uns.</p>'],
    ['您可在收货后 7 天内退货。', '<p>感谢您的惠顾。您可在收货后 7 天内退货。请保留包装。</p>'],
    ['Within 60 days', '<ul><li>Unworn</li><li>Within <b>60</b> days</li></ul>'],
    ['Socks &amp; mugs: 30 days.', '<p>Socks &amp; mugs: 30 days.</p>'],
  ])('says in the shop’s own sentence what it promises: %s', async (expected, body) => expect(await said(body)).toBe(expected));

  it.each([
    ['there is none', null],
    ['it names no figure', '<p>All sales are final. Thank you.</p>'],
    ['its sentence is a whole page', `<p>Within 30 days ${'and so on '.repeat(30)}</p>`],
  ])('is a link alone where %s', async (_, body) => expect(await said(body)).toBe(''));

  it('of the demo shop says how long things may be sent back and how long they travel', async () => {
    const bodies = new Map(seedPolicies('Juniper', 'care@juniper.example').map(({ type, body }) => [type, body]));
    expect(await said(bodies.get('REFUND_POLICY') ?? '')).toBe('You may send anything back within 30 days of delivery, unused and in its packaging.');
    expect(await said(bodies.get('SHIPPING_POLICY') ?? '', 'shipping-policy')).toBe('Standard delivery takes 3 to 7 working days, abroad up to 14.');
  });

  it('runs nothing that a policy or a visitor wrote, and terms and privacy stay links', async () => {
    expect(await said('<p>{{ shop.name }} 30 <script>alert(1)</script> days.</p>')).not.toContain('<script');
    expect(await said('<p>We keep it for 30 days.</p>', 'privacy-policy')).toBe('');
    const searched = renderTrackingPage(visit('en', { policies: ['refund-policy'] }), { kind: 'form', form: { order: '<span data-ac-policy="refund-policy"></span>', contact: '', errors: {} } });
    expect(searched.match(/assign ac_said/g)).toHaveLength(1);
  });

  it('speaks for itself once the shop published it here, in the visitor’s language, whatever stands in its text at Shopify', async () => {
    const promised = 'In general: returns are accepted for 14 days after delivery.';
    const page = renderTrackingPage({ ...visit('en', { policies: ['refund-policy', 'shipping-policy'] }), promised }, { kind: 'order', tracked: tracked(), proven });
    expect(page).not.toContain('shop.refund_policy.body');
    expect(await said('<p>You have 30 days.</p>', 'refund-policy', page)).toBe(promised);
    expect(await said('<p>It takes 3 days.</p>', 'shipping-policy', page)).toBe('It takes 3 days.');
  });

  it('stands on every page that leads on, and nowhere unless the merchant names it', () => {
    for (const [name, answer] of Object.entries(pageStates)) {
      if (answer.kind === 'report' || answer.kind === 'reported') continue;
      expect([name, renderTrackingPage(visit('en', { policies: ['refund-policy'] }), answer).includes('shop.refund_policy.body')]).toEqual([name, true]);
      expect(renderTrackingPage(visit('en'), answer)).not.toContain('refund_policy');
    }
  });
});
