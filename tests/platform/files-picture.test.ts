import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureLimits } from '#app/platform/files/picture-limits.ts';
import { readPicture } from '#app/platform/files/read-picture.server.ts';

const canvas = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 40, b: 40, alpha: 0.5 } } });
const refused = (bytes: Uint8Array) => readPicture(bytes).then(() => 'taken', (error: { problem?: string }) => error.problem);

/** A picture of the size named in its header, whose pixels are a few kilobytes of zeros. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('as %s is taken and becomes a JPEG', async (format) => {
    const taken = await readPicture(await canvas(60, 40).toFormat(format).toBuffer());
    expect(taken).toMatchObject({ contentType: 'image/jpeg', width: 60, height: 40 });
    expect(await sharp(taken.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
  });

  it('that is see-through becomes a WebP', async () => {
    const taken = await readPicture(await canvas(60, 40, 4).png().toBuffer());
    expect(taken.contentType).toBe('image/webp');
    expect(await sharp(taken.bytes).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });
  });

  it('is made 2000 pixels or less at its longest side, and never larger', async () => {
    expect(await readPicture(await canvas(4_000, 1_000).jpeg().toBuffer())).toMatchObject({ width: 2_000, height: 500 });
    expect(await readPicture(await canvas(30, 20).jpeg().toBuffer())).toMatchObject({ width: 30, height: 20 });
  });

  it('loses where and with what it was taken, and stands upright', async () => {
    const withPlace = await canvas(80, 40)
      .withExif({ IFD0: { Make: 'Zqx Camera', Artist: 'Ada' }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(withPlace).metadata()).exif?.toString('latin1')).toContain('Zqx Camera');
    const taken = await readPicture(withPlace);
    expect(taken).toMatchObject({ width: 40, height: 80 });
    const { exif, xmp, iptc, orientation } = await sharp(taken.bytes).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(taken.bytes).toString('latin1')).not.toContain('Zqx Camera');
  });

  it('loses what was hidden behind its end', async () => {
    const polyglot = Buffer.concat([await canvas(20, 20).jpeg().toBuffer(), Buffer.from('<script>steal()</script>')]);
    expect(Buffer.from((await readPicture(polyglot)).bytes).toString('latin1')).not.toContain('steal');
  });
});

describe('what is refused', () => {
  it.each([
    ['a program under a picture’s name', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5_000, 7)])],
    ['a drawing that could load and run things', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>steal()</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>steal()</script>')],
    ['a document', Buffer.from('%PDF-1.7\n%%EOF')],
    ['a picture’s first bytes and then something else', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 65)])],
    ['nothing at all', Buffer.alloc(0)],
  ])('%s', async (_, bytes) => {
    expect(await refused(bytes)).toBe('not_a_picture');
  });

  it('kinds of pictures that are not taken, by content', async () => {
    expect(await refused(Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;', 'latin1'))).toBe('not_a_picture');
    expect(await refused(Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(200)]))).toBe('not_a_picture');
  });

  it('a picture cut off half way', async () => {
    const whole = await canvas(600, 600).composite([{ input: await canvas(100, 100).png().toBuffer() }]).png().toBuffer();
    expect(await refused(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('not_a_picture');
  });

  it('a file larger than ten megabytes, unread', async () => {
    expect(await refused(Buffer.alloc(pictureLimits.bytes + 1, 1))).toBe('picture_too_big');
  });

  it('a small file that would unfold into thousands of millions of pixels, in no time and memory', async () => {
    const bomb = pngOf(50_000, 50_000);
    expect(bomb.length).toBeLessThan(20_000);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    expect(await refused(bomb)).toBe('too_many_pixels');
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('one that is narrow and endless', async () => {
    expect(await refused(pngOf(8, 9_000_000))).toBe('too_many_pixels');
  });
});
