import { describe, expect, it } from 'vitest';
import { AttentionPage } from '#app/modules/returns/ui/processing/attention-page.tsx';
import { complaintsOf, foundOtherwise, foundUnits, goodUnits } from '#app/modules/returns/ui/processing/found-row.ts';
import { InspectionsCard } from '#app/modules/returns/ui/processing/inspections-card.tsx';
import { ReceivePage } from '#app/modules/returns/ui/processing/receive-page.tsx';
import { RefundPage } from '#app/modules/returns/ui/processing/refund-page.tsx';
import { HomePage } from '#app/modules/home/ui/home-page.tsx';
import { render, textOf } from '../../admin-ui/stage.tsx';
import { homeOverview } from '../../admin-ui/fixtures.ts';
import { returnView } from '../fixtures.ts';
import { inspection, receiveView, refundView, trouble } from './screens.ts';

const attention = (troubles = [trouble()], locale?: 'zh-CN') => render({ locale, path: '/app/returns/attention', children: <AttentionPage troubles={troubles} /> });
const receive = (part: Partial<typeof receiveView> = {}, locale?: 'zh-CN') => render({ locale, path: '/app/returns/81/receive', children: <ReceivePage {...receiveView} {...part} actKey="k" /> });
const refund = (part: Partial<typeof refundView> = {}, locale?: 'zh-CN') => render({ locale, path: '/app/returns/81/refund', children: <RefundPage {...refundView} {...part} actKey="k" /> });

describe('receiving', () => {
  it('asks of each line that is to be looked at what was found, with what is usual filled in', () => {
    const text = textOf(receive());
    for (const words of ['Receive #1001-R1', 'Stoneware mug', '2 units to look at', 'What you found', 'Restocked', 'Berlin', 'Give what was agreed for these', 'Receive items']) expect(text).toContain(words);
    expect(textOf(receive({}, 'zh-CN'))).toContain('接收商品');
  });

  it('says before the click what it gives by itself: the sum where all comes back, and none where some does', () => {
    const gives = (part: Partial<typeof receiveView>) => textOf(receive(part));
    const open = returnView({ status: 'open' });
    const byItself = receiveView.byItself && { ...receiveView.byItself };
    expect(gives({})).toContain('Once you save, $32.40 goes back to the customer by itself, as agreed.');
    expect(gives({ byItself: byItself && { ...byItself, to: 'store_credit' } })).toContain('is given $32.40 as store credit by itself');
    const some = gives({ left: [{ lineId: '1', units: 1 }] });
    expect(some).toContain('what was agreed for the items you accept goes to the customer by itself');
    expect(some).not.toContain('$32.40');
    const goods = { view: { ...open, exchangeLines: [{ id: '9', title: 'Pot', variantTitle: null, sku: null, quantity: 1, processed: 0 }] } };
    expect(gives(goods)).toContain('the goods of the exchange are sent by themselves');
    for (const silent of [gives({ byItself: null }), gives({ ...goods, left: [{ lineId: '1', units: 1 }] }), gives({ byItself: byItself && { ...byItself, terms: { ...byItself.terms, road: 'warranty' } } })]) expect(silent).not.toContain('Once you save');
    expect(textOf(receive({}, 'zh-CN'))).toContain('自动向客户退还 US$32.40');
  });

  it('says where nothing waits to be received', () => {
    const text = textOf(receive({ left: [] }));
    expect(text).toContain('Everything has been looked at');
  });

  it('knows what is wrong before anything is sent, and what is usual for each finding', () => {
    const row = goodUnits(0, '1', 2, '5');
    const missing = foundOtherwise(row, 'missing');
    expect([missing.disposition, missing.accepted, missing.grade]).toEqual(['MISSING', false, null]);
    const left = [{ lineId: '1', units: 2 }];
    expect([...complaintsOf([row, { ...row, key: 1 }], left).values()]).toEqual(['count', 'count']);
    expect([...complaintsOf([{ ...row, locationId: null }], left).values()]).toEqual(['place']);
    expect([...complaintsOf([missing], left).values()]).toEqual(['reason']);
    expect(complaintsOf([{ ...missing, refusal: 'The box was empty.' }], left).size).toBe(0);
    expect(foundUnits([{ ...row, quantity: 0 }, { ...missing, refusal: ' Empty. ' }])).toMatchObject([{ quantity: 2, refusal: 'Empty.', note: null }]);
  });
});

describe('refunding', () => {
  it('shows each amount before the click, where it goes and when it is there', () => {
    const text = textOf(refund());
    for (const words of ['Give back $32.40', 'Price · 2 × Stoneware mug', '$36.00', 'Restocking fee · Stoneware mug', '-$3.60', '$32.40 to Visa', 'within 5 to 10 working days', 'Waive fees ($3.60)', 'Also give back shipping of the order ($4.00)', '1 unit was not looked at yet']) expect(text).toContain(words);
    expect(textOf(refund({}, 'zh-CN'))).toContain('退还 US$32.40');
  });

  it('lets nobody send what Shopify counts otherwise, and says so', () => {
    const html = refund({ preview: refundView.preview && { ...refundView.preview, equal: false } });
    expect(textOf(html)).toContain('Shopify counts otherwise');
  });

  it('is called sending where goods go out', () => {
    const sends = { exchanges: [{ id: '9', left: 1 }], asked: { ...refundView.asked, exchanges: [{ id: '9', quantity: 1 }] } };
    const text = textOf(refund({ ...sends, preview: refundView.preview && { ...refundView.preview, refund: 0, fees: 0, owed: 600 } }));
    for (const words of ['Send the exchange of #1001-R1', 'Send now', 'What is exchanged']) expect(text).toContain(words);
    for (const words of ['Refund #1001-R1', 'Process without a refund']) expect(text).not.toContain(words);
    expect(textOf(refund(sends))).toContain('Send now, give back $32.40');
  });

  it('says what was sent again and counts as given', () => {
    const text = textOf(refund({ sentAgain: [{ title: 'Stoneware mug', units: 1, amount: 1_800, name: '#1009' }, { title: null, units: 2, amount: 500, name: null }] }));
    for (const words of ['sent again, free of charge', '1 × Stoneware mug, worth $18.00, as #1009', '2 × ']) expect(text).toContain(words);
  });

  it('says who may not, what is owed, and where nothing is left', () => {
    expect(textOf(refund({ limits: { ...refundView.limits, may: false } }))).toContain('You may not refund');
    expect(textOf(refund({ preview: refundView.preview && { ...refundView.preview, refund: 0, owed: 600 } }))).toContain('The customer owes');
    expect(textOf(refund({ units: [], exchanges: [], preview: null }))).toContain('Nothing is left to refund');
    expect(textOf(refund({ hasCustomer: false }))).toContain('no customer');
  });
});

describe('what was found', () => {
  it('is told with why nothing is given, and not where nobody looked', () => {
    const card = (inspections: readonly (typeof inspection)[]) => textOf(render({ path: '/app/returns/81', children: <InspectionsCard inspections={inspections} /> }));
    for (const words of ['1 × Stoneware mug · Damaged · Cannot be sold', 'Nothing is given for these: It was used.', 'Note: Third time.']) expect(card([inspection])).toContain(words);
    expect(card([])).not.toContain('What was found');
  });
});

describe('what needs attention', () => {
  it('says what happened, what is set aside and what each decision means', () => {
    const text = textOf(attention());
    for (const words of ['Refund or exchange of a return', 'Order #1001', 'Shopify did not answer several times', 'Set aside for it: $32.40', 'Try again', 'It is done', 'It is not done']) expect(text).toContain(words);
    expect(text).not.toContain('Give it up');
    expect(textOf(attention([trouble({ problem: 'refused', decisions: ['again', 'drop'] })]))).toContain('Give it up');
    expect(textOf(attention([]))).toContain('Nothing waits for you');
    expect(textOf(attention([trouble()], 'zh-CN'))).toContain('已为其预留');
  });

  it('is told on the front page, with the way there', () => {
    const html = render({ children: <HomePage overview={{ ...homeOverview, stopped: 2 }} places={{ trackingPage: 'https://example.com/track', themeEditor: 'shopify:admin/themes' }} /> });
    expect(textOf(html)).toContain('2 refunds or returns stopped half way');
    expect(html).toContain('/app/returns/attention');
  });
});
