import { withoutLiquid } from '#app/kernel/without-liquid.ts';

/**
 * Four products of a collection, as Liquid for the theme to render: title, picture and price are the storefront's own, in its currency.
 * Nothing where the collection is empty or not there. The handle holds letters, digits, `-` and `_` only; the heading is made safe here.
 */
export function recommendedLiquid(handle: string, heading: string): string {
  if (handle === '' || !/^[\p{L}\p{N}_-]+$/u.test(handle)) return '';
  const title = withoutLiquid(heading.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
  return `{%- assign ac_goods = collections['${handle}'].products -%}{%- if ac_goods.size > 0 -%}<section class="ac-goods"><h2>${title}</h2><ul>{%- for product in ac_goods limit: 4 -%}<li><a href="{{ product.url }}">{%- if product.featured_image -%}<img src="{{ product.featured_image | image_url: width: 360 }}" alt="" width="180" height="180" loading="lazy">{%- endif -%}<span>{{ product.title | escape }}</span></a><span>{{ product.price | money }}</span></li>{%- endfor -%}</ul></section>{%- endif -%}`;
}
