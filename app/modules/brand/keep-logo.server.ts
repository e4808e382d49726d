import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { PictureRefused, type PictureProblem } from '#app/platform/files/picture-refused.ts';
import { readLogo } from '#app/platform/files/read-logo.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, readSetting, type Setting } from '#app/modules/settings/index.server.ts';
import { logoFilePattern, logoKey } from './logo-file.ts';

/** Which logos are kept, the newest last: mails that left still show theirs. */
const logosSetting: Setting<string[]> = { name: 'brand-logos', schema: z.array(z.string().regex(logoFilePattern)), initial: [] };
const most = 12;

/** What the form takes from a logo that was sent, or the name of a text that says why not. */
export type KeptLogo = { logo: { file: string; width: number; height: number } } | { refused: PictureProblem };

/** Keeps a logo. It is written down before it is put away, so nothing is ever kept that nobody knows of; the oldest of thirteen goes. */
export async function keepLogo(ctx: ShopContext, files: FileStore, sent: Uint8Array): Promise<KeptLogo> {
  try {
    const { bytes, width, height } = await readLogo(sent);
    const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.png`;
    const { value: kept, version } = await ctx.tx((tx) => readSetting(tx, logosSetting));
    const all = [...kept.filter((one) => one !== file), file];
    await changeSetting(ctx, logosSetting, { value: all.slice(-most), version, by: null });
    await files.put(logoKey(ctx.shop.id, file), bytes, 'image/png');
    await files.remove(all.slice(0, -most).map((one) => logoKey(ctx.shop.id, one)));
    return { logo: { file, width, height } };
  } catch (error) {
    if (error instanceof PictureRefused) return { refused: error.problem };
    throw error;
  }
}
