import { bestLocale } from '#app/kernel/locales.ts';

const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i;

/**
 * Liquid of ours that leads whoever came by a link in a language (`?locale=zh-CN`) on to the storefront's own pages in it, so that the theme around ours speaks it too. The storefront
 * says itself under which path it has a language, and whether it has it here: none is guessed. Nothing where none is asked for, the shop has not published it, or it is spoken already.
 */
export function leadToLanguage(asked: string | null, published: readonly string[]): string {
  const [first, ...more] = published;
  if (asked === null || first === undefined) return '';
  const wanted = bestLocale([asked], [first, ...more]);
  const isMeant = wanted.split('-')[0] === asked.split('-')[0];
  if (!tag.test(asked) || !tag.test(wanted) || !isMeant) return '';
  return `{%- if request.locale.iso_code != '${wanted}' -%}{%- for language in localization.available_languages -%}{%- if language.iso_code == '${wanted}' -%}<script>${move}</script>{%- endif -%}{%- endfor -%}{%- endif -%}`;
}

// What was asked for goes out of the address, so that nobody is led round in a circle.
const move = `(()=>{
const bare=(root)=>root.replace(/[/]$/,''),from=bare({{ routes.root_url | json }}),to=bare({{ language.root_url | json }});
const query=new URLSearchParams(location.search);
query.delete('locale');
document.documentElement.dataset.acLeaves='';
location.replace(to+location.pathname.slice(from.length)+(query.size?'?'+query:'')+location.hash);
})()`;
