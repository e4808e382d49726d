import { loadAppBlocks } from '../storefront/theme-extensions.ts';
import type { World } from '../world/index.ts';
import type { AdminDeps } from './deps.ts';
import type { Act, Page } from './page.ts';
import type { AdminPreferences } from './preferences.ts';
import { z } from 'zod';

const templates = ['index', 'product', 'page', 'cart'] as const;
const places = { index: 'Home page', product: 'Product pages', page: 'Pages', cart: 'Cart' };

/** The theme as the merchant arranges it: which app block stands on which template. */
export function themePage(world: World, deps: AdminDeps, preferences: AdminPreferences): Page {
  const placed = preferences.blocks(world.domain);
  const blocks = [...loadAppBlocks(deps.extensionsDir).values()].map((block) => ({
    id: block.id,
    templates: (block.target === 'section' ? templates : (['index'] as const)).map((template) => ({
      template,
      label: block.target === 'section' ? places[template] : 'On every page',
      placed: placed.some((one) => one.block === block.id && one.template === template),
    })),
  }));
  return { template: 'theme', title: 'Online store', section: 'onlineStore', data: { blocks } };
}

const place = z.object({ block: z.string().min(1), template: z.enum(templates) });

/** Putting app blocks on templates and taking them away. */
export function themeActions(preferences: AdminPreferences): Record<string, Act> {
  const others = (domain: string, { block, template }: z.infer<typeof place>) =>
    preferences.blocks(domain).filter((one) => one.block !== block || one.template !== template);
  return {
    place: async ({ domain }, form) => {
      const wanted = place.parse(form);
      preferences.setBlocks(domain, [...others(domain, wanted), { ...wanted, settings: {} }]);
      return { done: 'Block added' };
    },
    remove: async ({ domain }, form) => {
      preferences.setBlocks(domain, others(domain, place.parse(form)));
      return { done: 'Block removed' };
    },
  };
}
