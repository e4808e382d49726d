import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { brandOf } from './brand.ts';
import { brandSetting, type BrandSettings } from './brand-setting.ts';
import { keepLogo, type KeptLogo } from './keep-logo.server.ts';
import { sampleMail } from './sample-mail.server.tsx';

interface Needs {
  files: FileStore;
  by: string | null;
  /** What the merchant reads. */
  locale: string;
}

/** What a merchant does on the page of the brand: save it, look at it before, or send a logo. */
export async function changeBrand(ctx: ShopContext, form: FormData, { files, by, locale }: Needs): Promise<SavedSetting<BrandSettings> | { shown: string | null } | KeptLogo> {
  switch (form.get('intent')) {
    case 'save-brand':
      return saveSetting(ctx, brandSetting, form, { by });
    case 'show-brand': {
      const read = brandSetting.schema.safeParse(readJson(String(form.get('value'))));
      return { shown: read.success ? sampleMail(brandOf(ctx.shop, read.data), locale) : null };
    }
    case 'keep-logo': {
      const sent = form.get('logo');
      if (!(sent instanceof Blob)) throw new ExpectedError('bad_form', 400, 'There is no file in the form.');
      return keepLogo(ctx, files, new Uint8Array(await sent.arrayBuffer()));
    }
    default:
      throw unknownIntent();
  }
}
