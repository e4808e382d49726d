import { Liquid } from 'liquidjs';
import { shopifyFilters } from './filters.ts';
import { registerShopifyTags } from './tags.ts';

/** A Liquid engine as strict as a theme needs: Shopify's tags and filters, an unknown filter is an error, no file outside `root`. */
export function createLiquidEngine(root: string, partials: string): Liquid {
  const liquid = new Liquid({ root, partials, extname: '.liquid', cache: true, strictFilters: true, dynamicPartials: true, relativeReference: false });
  for (const [name, filter] of Object.entries(shopifyFilters)) liquid.registerFilter(name, filter);
  registerShopifyTags(liquid);
  return liquid;
}
