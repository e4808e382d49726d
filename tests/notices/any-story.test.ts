import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStories, type Happening, type Told } from './stories.ts';

const { begin } = await openStories();

const order = fc.constantFrom<'1' | '2'>('1', '2');
const kind = fc.constantFrom<'shipped' | 'out_for_delivery' | 'delivered'>('shipped', 'out_for_delivery', 'delivered');
const step: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ does: fc.constant('hear' as const), news: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 }) }) },
  { weight: 7, arbitrary: fc.record({ does: fc.constant('work' as const), server: fc.constantFrom('takes', 'takes', 'refuses', 'hangs up') }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 11, 90, 300) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('edit' as const), order }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cancel' as const), order }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('opt out' as const), order, kind }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('bounce' as const), order }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('switch' as const), kind, on: fc.boolean() }) },
);

/** One person, one way, one kind, one parcel: what goes out again on another day is another occasion, and no story is so long. */
const occasions = (told: readonly Told[]) => told.flatMap(({ to, way, kind, numbers }) => numbers.map((number) => `${kind} ${number} by ${way} to ${to}`));

it('whatever happens, is heard late, twice or out of order, and whoever works at it: nobody is told a thing twice, what is false as it leaves, or what they refused; and what was not told has its reason', async () => {
  let letters = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const story = await begin();
      for (const one of steps) await story.go(one);
      await story.untilQuiet();

      const told = story.told();
      letters += told.length;
      expect(occasions(told)).toEqual([...new Set(occasions(told))]);
      expect(told.filter(({ wrong }) => wrong !== null)).toEqual([]);
      expect(await story.withoutReason()).toEqual([]);
      expect(await story.waiting()).toBe(0);
      for (const owed of await story.owed()) expect(occasions(told)).toContain(owed);
    }),
    { numRuns: 60 },
  );
  expect(letters).toBeGreaterThan(120);
}, 300_000);
