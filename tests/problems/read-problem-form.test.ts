import { describe, expect, it } from 'vitest';
import { readProblemForm } from '#app/modules/problems/index.server.ts';

const limits = { photos: 2, photoBytes: 1_000, fieldBytes: 500 };
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('https://app.example/proxy/track', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const file = (size: number, name = 'photo.jpg') => new File([new Uint8Array(size).fill(7)], name, { type: 'image/jpeg' });
function form(parts: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  return data;
}
const refused = (request: Request) => readProblemForm(request, { limits }).then(() => 'read', (error: { code?: string; status?: number }) => `${error.status} ${error.code}`);

/** A body that says nothing about its length and goes on for ever; counts what was taken of it. */
function endless(head: string) {
  const taken = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull: (controller) => {
      taken.bytes += 1_024;
      controller.enqueue(new Uint8Array(1_024).fill(65));
    },
  });
  return { taken, request: post(body, { 'content-type': 'multipart/form-data; boundary=cut' }) };
}

describe('a form with photos', () => {
  it('is read with its fields in order and its photos byte for byte', async () => {
    const read = await readProblemForm(post(form([['kind', 'damaged'], ['line', '1'], ['line', '2'], ['words', 'Grüße 👋'], ['photos', file(900)], ['photos', file(3, 'b.png')]])), { limits });
    expect([...read.fields]).toEqual([['kind', 'damaged'], ['line', '1'], ['line', '2'], ['words', 'Grüße 👋']]);
    expect(read.photos.map((photo) => photo.length)).toEqual([900, 3]);
    expect(read.photos[0]?.every((byte) => byte === 7)).toBe(true);
  });

  it('with its file field left empty has no photo', async () => {
    expect((await readProblemForm(post(form([['photos', file(0, '')]])), { limits })).photos).toEqual([]);
  });

  it('without photos may be sent as a plain form', async () => {
    expect([...(await readProblemForm(post(new URLSearchParams({ kind: 'other', words: 'a b&c' })), { limits })).fields]).toEqual([['kind', 'other'], ['words', 'a b&c']]);
  });

  it('reads words as they were typed: lines end in one sign, and what no text may hold is left out', async () => {
    const words = 'It is torn.\n\nTwice\0.';
    for (const body of [form([['words', words]]), new URLSearchParams({ words: words.replaceAll('\n', '\r\n') })]) {
      expect((await readProblemForm(post(body), { limits })).fields.get('words')).toBe('It is torn.\n\nTwice.');
    }
  });

  it.each<[string, [string, string | File][], string]>([
    ['one photo too many', [['p', file(1)], ['p', file(1)], ['p', file(1)]], '413 too_many_pictures'],
    ['a photo too large', [['p', file(1_001)]], '413 picture_too_big'],
    ['fields too long together', [['a', 'x'.repeat(300)], ['b', 'x'.repeat(300)]], '413 form_too_large'],
  ])('with %s is refused', async (_, parts, expected) => expect(await refused(post(form(parts)))).toBe(expected));

  it('that never ends is left after its limit, though it said nothing about its length', async () => {
    const photo = endless('--cut\r\ncontent-disposition: form-data; name="p"; filename="a.jpg"\r\n\r\n');
    expect(await refused(photo.request)).toBe('413 picture_too_big');
    expect(photo.taken.bytes).toBeLessThan(10_000);
    const rubbish = endless('');
    expect(await refused(rubbish.request)).toBe('413 form_too_large');
    expect(rubbish.taken.bytes).toBeLessThan(10_000);
  });

  it.each([
    ['a form without its boundary', 'hello', { 'content-type': 'multipart/form-data' }],
    ['a form cut off', '--cut\r\ncontent-disposition: form-data; name="a"\r\n\r\nhal', { 'content-type': 'multipart/form-data; boundary=cut' }],
  ])('that is %s is the sender’s mistake', async (_, body, headers) => expect(await refused(post(body, headers))).toBe('400 bad_form'));
});
