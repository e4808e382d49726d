import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainLine } from '#app/main/explain-line.ts';

const script = new URL('../../app/main/explain-tracking.ts', import.meta.url).pathname;
const uspsAnswer = { trackingNumber: '9400', trackingEvents: [{ eventType: 'Delivered, Front Door/Porch', eventTimestamp: '2026-11-20T14:10:00', eventCode: '01', eventCity: 'SEATTLE', eventState: 'WA', eventZIP: '98101' }] };

function ask(question: unknown): unknown {
  return explainLine(JSON.stringify(question));
}

describe('a line of tracking:explain', () => {
  it('with a number is answered with its carriers, the likeliest first', () => {
    expect(ask({ number: '1Z999AA10123456784' })).toMatchObject({ candidates: [{ carrier: 'ups', valid: true }] });
  });

  it('with a carrier’s event is answered with its meaning', () => {
    expect(ask({ carrier: 'UPS', code: 'X', text: 'The receiver refused the delivery' })).toEqual({ status: 'exception', cause: 'refused', checkpoints: [] });
    expect(ask({ carrier: 'DHL Express', code: 'OK' })).toEqual({ status: 'delivered', cause: null, checkpoints: [] });
    expect(ask({ text: 'Annahme verweigert' })).toEqual({ status: 'exception', cause: 'refused', checkpoints: [] });
  });

  it('with a raw answer is answered with how the parcel stands, whether the body is text or an object', () => {
    const place = { city: 'SEATTLE', province: 'WA', country: 'US', zip: '98101' };
    const checkpoint = { at: '2026-11-20T22:10:00.000Z', status: 'delivered', cause: null, code: '01', text: 'Delivered, Front Door/Porch', place };
    const answer = { status: 'delivered', cause: null, checkpoints: [checkpoint] };
    expect(ask({ provider: 'usps', body: uspsAnswer })).toEqual(answer);
    expect(ask({ provider: 'USPS', body: JSON.stringify(uspsAnswer) })).toEqual(answer);
  });

  it('with an old answer is answered as it was meant then, not as a parcel silent since', () => {
    const old = { trackingNumber: '9400', trackingEvents: [{ eventType: 'Out for Delivery', eventTimestamp: '2019-11-20T07:10:00', eventCode: 'OF', eventState: 'WA' }] };
    expect(ask({ provider: 'usps', body: old })).toMatchObject({ status: 'out_for_delivery' });
  });

  it('with an aggregator’s answer is read under any spelling of its name', () => {
    const body = { data: { tracking: { tracking_number: '123', tag: 'InTransit', checkpoints: [{ checkpoint_time: '2026-11-20T10:00:00', tag: 'InTransit', subtag: 'InTransit_003', message: 'Arrived', country_region: 'DEU', city: 'Leipzig' }] } } };
    for (const provider of ['aftership', 'AfterShip', 'AfterShip Tracking']) expect(ask({ provider, body })).toMatchObject({ status: 'in_transit', checkpoints: [{ place: { city: 'Leipzig', country: 'DE' } }] });
  });

  it('that asks nothing, or of nobody we know, says so', () => {
    for (const line of ['nonsense', '', '[]', 'null', '{}', '{"number":{}}', '{"provider":"acme","body":{}}', '{"provider":"usps","body":"{"}', '{"provider":"ups"}']) {
      expect(explainLine(line), line).toEqual({ error: expect.any(String) });
    }
  });

  it('is answered whatever stands in it', () => {
    const question = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ provider: fc.constantFrom('17track', 'aftership', 'easypost', 'karrio', 'shopify', 'ups', 'dhl'), body: fc.jsonValue() }).map((value) => JSON.stringify(value)),
      fc.record({ number: fc.jsonValue() }).map((value) => JSON.stringify(value)),
    );
    fc.assert(fc.property(question, (line) => void expect(explainLine(line)).toBeInstanceOf(Object)), { numRuns: 500 });
  });
});

describe('tracking:explain', () => {
  it('answers each line as it comes, in order, past lines that are broken', async () => {
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await answers.next()).value ?? 'null');
    child.stdin.write('{"carrier":"usps","code":"OF"}\n');
    expect(await next()).toMatchObject({ status: 'out_for_delivery' });
    child.stdin.write('broken\n{"carrier":"usps","code":"01"}\n');
    expect(await next()).toEqual({ error: expect.any(String) });
    expect(await next()).toMatchObject({ status: 'delivered' });
    child.stdin.end(`${'{"text":"Zugestellt"}\n'.repeat(2_000)}`);
    let count = 0;
    for await (const line of { [Symbol.asyncIterator]: () => answers }) count += JSON.parse(line).status === 'delivered' ? 1 : 0;
    expect(count).toBe(2_000);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });
});
