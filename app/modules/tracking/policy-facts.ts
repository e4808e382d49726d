import type { PolicyHandle } from './tracking-page-setting.ts';

/** Policies that say what a customer of the page may ask: how long a thing may be sent back, how long the way takes. */
const factual: ReadonlySet<PolicyHandle> = new Set<PolicyHandle>(['refund-policy', 'shipping-policy']);

/** True for a policy of which a fact is told beside its link. */
export function tellsFact(handle: PolicyHandle): boolean {
  return factual.has(handle);
}

/**
 * Puts into each place what the shop's own policy says there, as Liquid for the theme to render: its first sentence that names a figure, in the
 * storefront's words and language. Where the shop has no such policy, or none of its sentences is one, nothing stands there. Of returns it is
 * only asked while no return policy of ours is published.
 */
export function withPolicyFacts(html: string): string {
  return html.replace(/<span data-ac-policy="([a-z-]+)"><\/span>/g, (place, handle: string) => {
    const policy = [...factual].find((each) => each === handle);
    return policy ? factLiquid(policy) : place;
  });
}

const cut = '|#|';
const ends = ['</p>', '</li>', '</div>', '</h1>', '</h2>', '</h3>', '</h4>', '<br'];
const digits = [...'0123456789'].map((digit) => ` | remove: '${digit}'`).join('');

function factLiquid(handle: PolicyHandle): string {
  const apart = ends.map((end) => ` | replace: '${end}', '${cut}${end}'`).join('');
  const sentences = `strip_html | strip_newlines | replace: '. ', '.${cut}' | replace: '! ', '!${cut}' | replace: '。', '。${cut}' | split: '${cut}'`;
  return `{%- assign ac_said = shop.${handle.replaceAll('-', '_')}.body${apart} | ${sentences} -%}{%- for ac_part in ac_said -%}{%- assign ac_fact = ac_part | strip -%}{%- assign ac_bare = ac_fact${digits} -%}{%- if ac_bare.size < ac_fact.size and ac_fact.size <= 240 -%}<span lang="{{ request.locale.iso_code }}">{{ ac_fact | escape_once }}</span> {% break -%}{%- endif -%}{%- endfor -%}`;
}
