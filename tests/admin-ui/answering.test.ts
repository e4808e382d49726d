import { describe, expect, it, vi } from 'vitest';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { pageErrorOf, shopifyPage } from '#app/ui/page-error.ts';

const request = () => new Request('https://app.example/app/orders/1?shop=a', { headers: { 'x-request-id': 'req-77' } });
const log = () => ({ error: vi.fn() });

/** What the router makes of a thrown answer. */
async function thrownBy(work: () => Promise<unknown>, to = log()) {
  const answer = await answering(request(), to, work).then(
    () => null,
    (thrown: { init: { status: number }; data: unknown }) => thrown,
  );
  return { status: answer?.init.status, data: answer?.data };
}

describe('a door', () => {
  it('gives back what its work gives', async () => {
    await expect(answering(request(), log(), async () => 5)).resolves.toBe(5);
  });

  it('answers 404 for what is not there, without a line in the log', async () => {
    const to = log();
    expect(await thrownBy(() => Promise.reject(notFound('order')), to)).toEqual({ status: 404, data: { code: 'not_found' } });
    expect(to.error).not.toHaveBeenCalled();
  });

  it('keeps the status of every expected failure and shows its code only', async () => {
    const failure = new ExpectedError('too_soon', 429, 'inner words', { retryAfter: 3 });
    expect(await thrownBy(() => Promise.reject(failure))).toEqual({ status: 429, data: { code: 'too_soon' } });
  });

  it('logs an unexpected failure under the reference that the reader sees, and shows nothing else of it', async () => {
    const to = log();
    expect(await thrownBy(() => Promise.reject(new Error('password=1')), to)).toEqual({ status: 500, data: { reference: 'req-77' } });
    expect(to.error).toHaveBeenCalledWith(expect.objectContaining({ reference: 'req-77', path: '/app/orders/1' }), expect.any(String));
  });

  it('lets answers of Shopify pass untouched', async () => {
    const answer = new Response(null, { status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' } });
    await expect(answering(request(), log(), () => Promise.reject(answer))).rejects.toBe(answer);
  });

  it('takes a body that is no form for the sender’s mistake', async () => {
    const posted = new Request('https://app.example/app', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    await expect(submittedForm(posted)).rejects.toMatchObject({ code: 'bad_form', status: 400 });
  });

  it('reads lines as they were typed, as browsers end each in two signs on its way', async () => {
    const fields = new FormData();
    fields.set('text', 'Dear Ada,\n\nit left today.\n');
    const read = await submittedForm(new Request('https://app.example/app', { method: 'POST', body: fields }));
    expect(read.get('text')).toBe('Dear Ada,\n\nit left today.\n');
  });

  it('leaves out of what was pasted the sign that no database takes, and of files nothing', async () => {
    const fields = new FormData();
    fields.append('tag', 'a\0b');
    fields.append('tag', '👋');
    fields.append('file', new File(['a\0b'], 'a.txt'));
    const read = await submittedForm(new Request('https://app.example/app', { method: 'POST', body: fields }));
    const file = read.get('file');
    expect([read.getAll('tag'), file instanceof File && (await file.text())]).toEqual([['ab', '👋'], 'a\0b']);
  });
});

describe('what a page could not show', () => {
  const route = (status: number, data: unknown) => ({ status, statusText: '', internal: false, data });

  it.each([
    [route(404, null), 'notFound'],
    [route(401, null), 'access'],
    [route(403, null), 'access'],
    [route(500, null), 'unexpected'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new TypeError('x is not a function'), 'unexpected'],
    ['anything', 'unexpected'],
  ])('is told apart: %o is %s', (error, kind) => expect(pageErrorOf(error).kind).toBe(kind));

  it('is never taken for a page of Shopify’s, whatever it contains', () => {
    expect(shopifyPage(route(200, '<script src="https://cdn.shopify.com"></script>'))).toContain('<script');
    expect(shopifyPage(route(404, 'No route matches URL "/<script>"'))).toBeNull();
    expect(shopifyPage(new Error('<script>'))).toBeNull();
  });
});
