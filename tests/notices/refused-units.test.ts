import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { returnFacts } from '#app/modules/notices/return-facts.ts';
import { returnCore } from '#app/modules/notices/text/return-words.ts';
import { noticeWords } from '#app/modules/notices/text/words.ts';
import { returnView } from '../returns/fixtures.ts';

const at = (hour: number, day = 20) => new Date(Date.UTC(2026, 10, day, hour));
const found = (part: object) => ({ id: 'i', lineId: '1', title: 'Stoneware mug', quantity: 1, finding: 'damaged' as const, grade: null, accepted: false, refusal: 'It was used for weeks.', note: 'Third time.', at: at(18), ...part });
const received = [{ id: 'd', title: 'Stoneware mug', disposition: 'not_restocked', quantity: 2, place: null, at: at(18) }];

describe('units for which nothing is given', () => {
  const facts = (inspections: ReturnType<typeof found>[]) => returnFacts({ gone: false, zone: 'UTC' }, [returnView({ status: 'open', received, inspections })]).filter(({ kind }) => kind === 'return_received');

  it('are told with why, on the day of the receipt, and without what is for the shop alone', () => {
    expect(facts([found({}), found({ accepted: true, refusal: null }), found({ at: at(18, 21) })])).toMatchObject([{ back: { refused: [{ title: 'Stoneware mug', quantity: 1, reason: 'It was used for weeks.' }] } }]);
    expect(JSON.stringify(facts([found({})]))).not.toContain('Third time.');
  });

  it.each(customerLocales)('are told in %s', (locale) => {
    const [fact] = facts([found({})]);
    if (!fact?.back) throw new Error('nothing is told');
    const { paragraphs } = returnCore('return_received', fact.back, { shop: 'Quill', order: '#1001' }, noticeWords([locale]));
    expect(paragraphs).toHaveLength(2);
    for (const words of ['Stoneware mug', 'It was used for weeks.']) expect(JSON.stringify(paragraphs[1])).toContain(words);
  });
});
