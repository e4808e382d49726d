import { browser, visitApp } from '../machine/open-app.ts';

interface Shop {
  base: string;
  handle: string;
  appHandle: string;
  /** Where the app answers. */
  app: string;
}

/** What this shop promises of returns: money, credit with a bonus or an exchange within thirty days, and small things may be kept. */
const promised = {
  base: {
    period: { kind: 'days', days: 30, until: null },
    refund: { offered: true },
    store_credit: { offered: true, bonus: 10 },
    exchange: { offered: true },
    other_product: { offered: true },
    keep: { offered: true, below: 1_500 },
    warranty: { offered: true, days: 730 },
    fee: { percent: 0, waived: [] },
    way_back: { payer: 'customer', amount: 495, waived: ['store_credit', 'exchange', 'other_product'] },
    evidence: { photos: 0, questions: [] },
    approval: { by: 'nobody' },
    location: { to: null },
    refund_on: { step: 'receipt' },
  },
  transitDays: 7,
};

/** What came broken goes back free of charge, is shown in a photo and looked at by a person. */
const broken = {
  when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'damaged-or-defective', name: 'Damaged or defective' }] }],
  settles: { way_back: { payer: 'shop' }, evidence: { photos: 1, questions: [] }, approval: { by: 'person' } },
};

/** What a merchant does on the page of the return policy: writes it, publishes it, and lets customers begin returns. */
export async function openReturns(shop: Shop): Promise<void> {
  const token = new URL(await visitApp(shop)).searchParams.get('id_token') ?? '';
  const click = async (page: string, fields: Record<string, string>) => {
    const answer = await fetch(`${shop.app}/app/settings/${page}.data`, { method: 'POST', headers: { ...browser, authorization: `Bearer ${token}` }, body: new URLSearchParams(fields) });
    const said = await answer.text();
    if (!answer.ok || !said.includes('"done"')) throw new Error(`${page} was answered ${answer.status}: ${said.slice(0, 300)}`);
  };
  // Drafts are numbered from one.
  await click('returns/rules/base', { after: '0', value: JSON.stringify(promised) });
  await click('returns/rules/new', { after: '1', value: JSON.stringify({ ...broken, place: 1 }) });
  await click('returns', { intent: 'publish', after: '2' });
  await click('returns', { intent: 'open-portal', version: '0' });
}
