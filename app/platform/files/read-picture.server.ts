import type Sharp from 'sharp';
import { pictureLimits } from './picture-limits.ts';
import { PictureRefused } from './picture-refused.ts';

let loading: Promise<typeof Sharp> | null = null;

/** Loaded with the first picture: the decoders cost memory, and most processes never see one. */
async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // Only these ever read what strangers send: no SVG, no PDF, nothing that loads further files.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.cache(false);
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'] });
  return sharp;
}

const longestSide = 2_000;
const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif']);

/** A picture as we keep it: newly encoded, upright, without where and when it was taken. */
export interface Picture {
  bytes: Uint8Array;
  contentType: 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
}

/**
 * Reads a picture by its content, whatever its name said, and encodes it anew at 2000 pixels or less: JPEG, or WebP where it is
 * see-through. Nothing of the sent file is kept. Anything else is a PictureRefused; size in pixels is known before one is decoded.
 */
export async function readPicture(sent: Uint8Array): Promise<Picture> {
  if (sent.length > pictureLimits.bytes) throw new PictureRefused('picture_too_big');
  if (sent.length === 0) throw new PictureRefused('not_a_picture');
  const sharp = await (loading ??= loadSharp());
  const image = sharp(sent, { limitInputPixels: pictureLimits.pixels, failOn: 'error', sequentialRead: true });
  const { format, width, height, hasAlpha } = await refusing(image.metadata());
  if (!formats.has(format)) throw new PictureRefused('not_a_picture');
  if (width * height > pictureLimits.pixels) throw new PictureRefused('too_many_pixels');
  const upright = image.autoOrient().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }).timeout({ seconds: 20 });
  const encoded = hasAlpha ? upright.webp({ quality: 82 }) : upright.jpeg({ quality: 82 });
  const { data, info } = await refusing(encoded.toBuffer({ resolveWithObject: true }));
  return { bytes: data, contentType: hasAlpha ? 'image/webp' : 'image/jpeg', width: info.width, height: info.height };
}

async function refusing<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    throw new PictureRefused(/pixel limit|dimensions|timeout/i.test(String(error)) ? 'too_many_pixels' : 'not_a_picture');
  }
}
