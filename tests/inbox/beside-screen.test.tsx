import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { afterAll, expect, it } from 'vitest';
import { Card, BlockStack } from '@shopify/polaris';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { Answer, Sentence, Warnings } from '#app/modules/inbox/deeds/ui/deed-parts.tsx';
import { DiscountFields } from '#app/modules/inbox/deeds/ui/discount-fields.tsx';
import { RefundFields, type RefundChosen } from '#app/modules/inbox/deeds/ui/refund-fields.tsx';
import { PartsProvider } from '#app/modules/inbox/beside/ui/beside-parts.ts';
import { ReshipFields } from '#app/modules/inbox/deeds/ui/reship-fields.tsx';
import { ReturnFields } from '#app/modules/inbox/deeds/ui/return-dialog.tsx';
import { besideParts } from '#app/wiring/beside-parts.tsx';
import { render } from '../admin-ui/stage.tsx';
import { expectNoSideScroll, expectNothingFromAxe } from '../e2e/page-checks.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { shownReship } from './shown-reship.ts';
import { shownReturn, typedReturn } from './shown-return.ts';
import { shownBeside, shownDiscount, shownOrder, shownRefund, shownStranger } from './shown-beside.ts';

const styles = readFileSync(join(import.meta.dirname, '../../node_modules/@shopify/polaris/build/esm/styles.css'), 'utf8');
/** Where pictures go, for who wants to look. */
const pictures = process.env['PICTURES'];
const browser = await launchBrowser();
afterAll(() => browser.close());

const chosen: RefundChosen = { of: 'goods', units: { l1: 1 }, shipping: true, typed: '', to: 'original', notify: false };
const again = { name: '#1001', chosen: { units: null, reason: null, receipt: false }, onChange: () => undefined, onRefund: () => undefined };
const nothing = () => undefined;
const withParcels = (fields: ReactNode) => <PartsProvider value={besideParts}>{fields}</PartsProvider>;

const screens: Record<string, () => ReactNode> = {
  known: () => <Beside view={shownBeside} parts={besideParts} />,
  stranger: () => <Beside view={shownStranger} parts={besideParts} />,
  refund: () => (
    <Card>
      <BlockStack gap="400">
        <Answer answer={{ is: 'over_limit' }} />
        <Warnings order={{ ...shownOrder, standing: 'named' }} verified="no" />
        <RefundFields preview={shownRefund} chosen={chosen} isAmount onChange={nothing} />
        <Sentence sentence={shownRefund.sentence} inserts onInserts={nothing} />
      </BlockStack>
    </Card>
  ),
  code: () => (
    <Card>
      <BlockStack gap="400">
        <DiscountFields preview={shownDiscount} chosen={{ as: 'percent', typed: '10', days: 30 }} isReadable onChange={nothing} onAllowed={nothing} />
        <Sentence sentence={shownDiscount.sentence} inserts onInserts={nothing} />
      </BlockStack>
    </Card>
  ),
  firstCode: () => (
    <Card>
      <DiscountFields preview={{ ...shownDiscount, isAllowed: false, ways: ['percent'], counted: null }} chosen={{ as: 'amount', typed: 'x', days: 30 }} isReadable={false} onChange={nothing} onAllowed={nothing} />
    </Card>
  ),
  noCode: () => (
    <Card>
      <DiscountFields preview={{ ...shownDiscount, hasCustomer: false, ways: [], counted: null, rights: { ...shownDiscount.rights, giftLeft: 0 } }} chosen={{ as: 'percent', typed: '', days: Number.NaN }} isReadable onChange={nothing} onAllowed={nothing} />
    </Card>
  ),
  again: () => (
    <Card>
      <BlockStack gap="400">
        {withParcels(<ReshipFields preview={shownReship} isWithin {...again} />)}
        <Sentence sentence={shownReship.sentence} inserts onInserts={nothing} />
      </BlockStack>
    </Card>
  ),
  'too much again': () => (
    <Card>
      {withParcels(<ReshipFields preview={{ ...shownReship, lines: shownReship.lines.map((line) => ({ ...line, stock: 1, isShort: line.id === 'l1' })), rights: { ...shownReship.rights, giftLeft: 0 } }} isWithin={false} {...again} />)}
    </Card>
  ),
  'none again': () => (
    <Card>
      <BlockStack gap="400">
        <ReshipFields preview={{ ...shownReship, obstacle: 'again', sentFor: '#1000' }} isWithin {...again} />
        {withParcels(<ReshipFields preview={{ ...shownReship, earlier: [], reason: null, shown: '', lines: shownReship.lines.map((line) => ({ ...line, chosen: 0 })), rights: { ...shownReship.rights, may: false } }} isWithin={false} {...again} />)}
      </BlockStack>
    </Card>
  ),
  'refund of what went again': () => (
    <Card>
      <RefundFields preview={{ ...shownRefund, sentAgain: shownReship.earlier, most: 500, fits: false }} chosen={chosen} isAmount onChange={nothing} />
    </Card>
  ),
  return: () => (
    <Card>
      <ReturnFields preview={shownReturn} typed={typedReturn} onType={nothing} onWay={nothing} />
    </Card>
  ),
  'no return': () => (
    <Card>
      <ReturnFields preview={{ ...shownReturn, mayBegin: false, lines: shownReturn.lines.filter(({ why }) => why !== null), ways: [], means: null }} typed={{}} onType={nothing} onWay={nothing} />
    </Card>
  ),
  amount: () => (
    <Card>
      <RefundFields preview={{ ...shownRefund, fits: false, hasCustomer: false, rights: { ...shownRefund.rights, may: false } }} chosen={{ ...chosen, of: 'amount', typed: 'x' }} isAmount={false} onChange={nothing} />
    </Card>
  ),
};

it('begins with the orders, and says where each goes', () => {
  const html = render({ path: '/app/inbox/17', children: <Beside view={shownBeside} parts={besideParts} /> });
  expect(html.indexOf('>Orders<')).toBeGreaterThan(-1);
  expect(html.indexOf('>Orders<')).toBeLessThan(html.indexOf('>Customer<'));
  expect(html).toContain('Boulder, Colorado 80302');
  expect(html).toContain('United States');
});

it.each(
  Object.keys(screens).flatMap((screen) => (['en', 'zh-CN'] as const).flatMap((locale) => ([['phone', phone], ['desktop', desktop]] as const).map(([device, size]) => [screen, locale, device, size] as const))),
)('what stands and is done beside a ticket (%s, in %s) is open to everybody and fits a %s', async (screen, locale, device, size) => {
  const context = await visitor(browser, size);
  const page = await context.newPage();
  const titles = screen === 'known' || screen === 'stranger' ? (locale === 'en' ? ['Customer', 'Orders', 'Other conversations'] : ['客户', '订单', '其他会话']) : [];
  // On a desk the panel has a third of the page.
  const html = render({ locale, path: '/app/inbox/17', children: <div style={{ maxWidth: 380 }}>{screens[screen]?.()}</div> });
  await page.setContent(`<!doctype html><html lang="${locale}"><head><title>Aftercare</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main><h1>#17</h1>${titles.length === 0 ? `<h2>${screen}</h2>` : ''}${html}</main></body></html>`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `beside-${screen}-${device}-${locale}.png`), fullPage: true });
  }
  await expectNoSideScroll(page);
  await expectNothingFromAxe(page);
  for (const title of titles) expect(await page.getByRole('heading', { level: 2, name: title, exact: true }).count()).toBe(1);
  await context.close();
}, 60_000);
