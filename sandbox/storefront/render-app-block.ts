import { createHash } from 'node:crypto';
import { attachThemeContext } from './liquid/theme-context.ts';
import type { AppBlock } from './theme-extensions.ts';
import type { Visit } from './types.ts';

/** Renders one app block with the merchant's settings over the schema's defaults, in the extension's own words and assets. */
export async function renderAppBlock(
  block: AppBlock,
  settings: Record<string, string | number | boolean>,
  visit: Visit,
  objects: Record<string, unknown>,
): Promise<string> {
  const id = createHash('sha256').update(block.id).digest('hex').slice(0, 16);
  const globals = {
    ...objects,
    block: {
      id,
      type: `shopify://apps/${block.extension}/blocks/${block.id.split('/')[1]}`,
      settings: { ...block.defaults, ...settings },
      shopify_attributes: '',
    },
  };
  attachThemeContext(globals, {
    locale: visit.locale,
    currency: visit.currency,
    translate: block.translate,
    assetUrl: (file) => `/cdn/extensions/${block.extension}/assets/${file}`,
    renderBlocks: () => Promise.resolve(''),
    useLayout: true,
  });
  const html = String(await block.engine.render(block.template, {}, { globals }));
  return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${html}</div>`;
}
