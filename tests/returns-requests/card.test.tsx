import { describe, expect, it } from 'vitest';
import type { RequestCardView } from '#app/modules/returns/requests/request-card.server.ts';
import { RequestCard } from '#app/modules/returns/requests/ui/request-card.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';

const view: RequestCardView = {
  returnId: '7001',
  createdAt: new Date('2026-11-21T11:00:00Z'),
  withdrawnAt: null,
  gift: false,
  locale: 'de',
  lines: [
    {
      id: 'a',
      title: 'Stoneware mug',
      variantTitle: 'Moss',
      units: 2,
      outcome: 'exchange',
      exchange: { title: 'Stoneware mug - Ash', price: 1_500 },
      reason: 'Too small',
      note: 'Bitte in <b>Grau</b>.',
      exception: null,
      answers: [{ question: 'Was it used?', answer: 'Once' }],
      photos: ['p.jpg'],
      terms: { version: 3, refusal: null, deadline: 'Until December 20.', better: null, sentences: ['Returns within 30 days.'] },
    },
    {
      id: 'b',
      title: 'Candle',
      variantTitle: null,
      units: 1,
      outcome: 'refund',
      exchange: null,
      reason: 'Changed my mind',
      note: '',
      exception: 'It was a gift.',
      answers: [],
      photos: [],
      terms: { version: 3, refusal: 'It is a final sale: candles are not taken back.', deadline: null, better: null, sentences: [] },
    },
  ],
  wayBack: 'label',
  refundOn: 'receipt',
  shown: { refund: 900, owed: 0, bonus: 90, currency: 'EUR' },
  isReplaced: false,
  others: [{ id: '7002', name: '#1001-R2' }],
};

describe('what a customer asked for', () => {
  const html = render({ children: <RequestCard view={view} /> });
  const text = textOf(html);

  it('says so where the recipient of a gift asked, and nothing of it otherwise', () => {
    expect(text).not.toContain('recipient of a gift');
    expect(textOf(render({ children: <RequestCard view={{ ...view, gift: true }} /> }))).toContain('Asked by The recipient of a gift. They see no prices; emails go to the customer.');
  });

  it('is shown with their words as they were written, their answers and what they were shown', () => {
    expect(text).toContain('2 × Stoneware mug · Moss');
    expect(text).toContain('Stoneware mug - Ash at €15.00 each');
    expect(html).toContain('lang="de"');
    expect(html).toContain('Bitte in &lt;b&gt;Grau&lt;/b&gt;.');
    expect(text).toContain('Was it used?');
    expect(text).toContain('Back to the customer: €9.00');
    expect(text).toContain('Extra as store credit: €0.90');
    expect(text).toContain('Terms they were given (policy version 3)');
    expect(html).toContain('/app/returns/7002');
  });

  it('names an exception, why it is one, and why they ask', () => {
    expect(text).toContain('Asks for an exception');
    expect(text).toContain('It was a gift.');
    expect(text).toContain('It is a final sale: candles are not taken back.');
  });

  it('leads on from a return whose place another took', () => {
    expect(textOf(render({ children: <RequestCard view={{ ...view, isReplaced: true }} /> }))).toContain('Approved with an exchange: goes on as');
  });

  it('is nothing for a return that was begun elsewhere', () => {
    expect(render({ children: <RequestCard view={null} /> })).toBe(render({ children: null }));
  });
});
