import sharp from 'sharp';
import { readPicture } from './read-picture.server.ts';

/** A logo as we keep it: PNG, which every mail program shows and which can be see-through. */
export interface Logo {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Twice as large as it is shown, for screens that show two points for one. */
const largest = { width: 600, height: 200 } as const;

/** Reads a logo under the terms of any picture; a PictureRefused where it is none. */
export async function readLogo(sent: Uint8Array): Promise<Logo> {
  const { bytes } = await readPicture(sent);
  const { data, info } = await sharp(bytes).resize({ ...largest, fit: 'inside', withoutEnlargement: true }).png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
