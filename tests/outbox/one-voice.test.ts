import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { hour, minute } from '../../app/kernel/time.ts';
import { deliverMessage, queueMessage, type Transports, type TruthCheck } from '../../app/modules/outbox/index.server.ts';
import { DeliveryFailure } from '../../app/platform/mail/delivery-failure.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { notice } from './stage.ts';
import { openTestShops } from './shop-context.ts';

const { database, newShop } = await openTestShops();
afterAll(() => database.close());

const parcels = 3;
const lastStage = 4;
const people = ['ada@example.com', 'bob@example.com'];

/** What happens, in whatever order it comes: the world moves, somebody writes what they saw of it, workers take messages, time passes. */
type Event =
  | { does: 'move'; parcel: number }
  | { does: 'take back'; parcel: number }
  | { does: 'write'; parcel: number; stage: number; source: number }
  | { does: 'work'; messages: number[]; company: number; sends: 'at once' | 'later' | 'never' }
  | { does: 'wait'; minutes: number };

const parcel = fc.integer({ min: 0, max: parcels - 1 });
const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('move' as const), parcel }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('take back' as const), parcel }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('write' as const), parcel, stage: fc.integer({ min: 1, max: lastStage }), source: fc.integer({ min: 0, max: 1 }) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('work' as const), messages: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }), company: fc.nat({ max: 3 }), sends: fc.constantFrom('at once', 'at once', 'later', 'never') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11, 90) }) },
);

it('whatever the order of events and workers, nobody hears one fact twice, nor what was false when it left, nor two things within the pause', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 5, maxLength: 40 }), async (story) => {
      const ctx = await newShop();
      const world = Array.from({ length: parcels }, () => 0);
      const written: string[] = [];
      const sent: { fact: string; to: string; at: number; wasTrue: boolean; urgent: boolean }[] = [];

      // What left is looked at as it leaves; `later` refuses for now, `never` dies with the message in its hands.
      const transports = (sends: 'at once' | 'later' | 'never', died: () => void): Transports => ({
        metrics: createMetrics(),
        sms: null,
        mailer: {
          close: () => undefined,
          send: ({ subject, to, id }) => {
            const [of = 0, stage = 0] = subject.split(':').map(Number);
            if (sends === 'later') return Promise.reject(new DeliveryFailure('temporary', 'later'));
            sent.push({ fact: subject, to, at: ctx.clock.now().getTime(), wasTrue: world[of] === stage, urgent: stage === lastStage });
            if (sends !== 'never') return Promise.resolve({ providerId: id });
            died();
            return new Promise<never>(() => undefined);
          },
        },
      });
      const truth: TruthCheck = {
        kinds: 'notices.',
        stillTrue: () => Promise.resolve(({ topic, rank }) => BigInt(world[Number(topic?.split(':')[1])] ?? 0) === rank || { untrue: 'The parcel is elsewhere.' }),
      };
      const work = async (id: string, company: number, sends: 'at once' | 'later' | 'never') => {
        const death = Promise.withResolvers<void>();
        // Who never comes back is waited for only as far as it got.
        await Promise.race([deliverMessage(ctx, transports(sends, death.resolve), { id, company }, [truth]), death.promise]);
      };

      for (const event of story) {
        if (event.does === 'move') world[event.parcel] = Math.min((world[event.parcel] ?? 0) + 1, lastStage);
        else if (event.does === 'take back') world[event.parcel] = Math.max((world[event.parcel] ?? 0) - 1, 0);
        else if (event.does === 'wait') ctx.clock.offset += event.minutes * minute;
        else if (event.does === 'write') {
          const { parcel: of, stage, source } = event;
          const { id } = await ctx.tx((tx) =>
            queueMessage(tx, notice({ dedupeKey: `${of}:${stage}:${source}`, subject: `${of}:${stage}`, topic: `parcel:${of}`, rank: stage, to: people[of % people.length] ?? '', urgent: stage === lastStage })),
          );
          written.push(id);
        } else await Promise.all(event.messages.flatMap((at) => written[at % Math.max(written.length, 1)] ?? []).map((id) => work(id, event.company, event.sends)));
      }
      // At the end everybody works until nothing waits.
      const waiting = () => ctx.tx((tx) => tx.outbox.count({ where: { state: { in: ['queued', 'sending'] } } }));
      for (let round = 0; round < 12 && (await waiting()) > 0; round++) {
        ctx.clock.offset += 3 * hour;
        await Promise.all([...written, ...written].map((id, at) => work(id, at % 4, 'at once')));
      }

      const told = sent.map(({ fact, to }) => `${fact} ${to}`);
      expect(told.length).toBe(new Set(told).size);
      expect(sent.filter(({ wasTrue }) => !wasTrue)).toEqual([]);
      const calm = Map.groupBy(sent.filter(({ urgent }) => !urgent), ({ to }) => to);
      for (const toOne of calm.values()) {
        for (const [at, message] of toOne.entries()) {
          const before = toOne[at - 1];
          if (before) expect(message.at - before.at).toBeGreaterThanOrEqual(10 * minute - 1_000);
        }
      }
      expect(await waiting()).toBe(0);
      const silent = await ctx.tx((tx) => tx.outbox.count({ where: { state: 'dropped', OR: [{ held_by: null }, { outcome: null }] } }));
      expect(silent).toBe(0);
    }),
    { numRuns: 60 },
  );
}, 180_000);
