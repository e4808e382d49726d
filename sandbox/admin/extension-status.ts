import type { BlockPlacement } from '../storefront/index.ts';
import { loadAppBlocks } from '../storefront/theme-extensions.ts';

const THEME = 'gid://shopify/OnlineStoreTheme/1';

/** What `shopify.app.extensions()` answers: each theme extension with its blocks and where the merchant put them. */
export function extensionStatus(extensionsDir: string, placements: BlockPlacement[]) {
  const blocks = [...loadAppBlocks(extensionsDir).values()];
  return [...new Set(blocks.map(({ extension }) => extension))].map((extension) => ({
    handle: extension,
    type: 'theme_app_extension',
    activations: blocks
      .filter((block) => block.extension === extension)
      .map((block) => {
        const placed = placements.filter((placement) => placement.block === block.id);
        const handle = block.id.slice(extension.length + 1);
        return {
          target: block.target,
          handle,
          name: handle.replaceAll('-', ' '),
          status: placed.length ? 'active' : 'available',
          activations: placed.map(({ template }) => ({ target: `template--${template}/main/${handle}`, themeId: THEME })),
        };
      }),
  }));
}
