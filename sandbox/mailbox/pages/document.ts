import { html, type Html } from './html.ts';

const style: Html = {
  html: `<style>
:root{--ink:#1d2327;--muted:#5b646b;--line:#dfe3e6;--bg:#f4f5f6;--card:#fff;--accent:#1f5f8b;--soft:#e8f1f7;color-scheme:light}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC','Hiragino Sans',sans-serif;overflow-wrap:anywhere}
a{color:inherit}h1,h2,p{margin:0}:focus-visible{outline:3px solid #d98a1b;outline-offset:2px;border-radius:4px}
.top{display:flex;align-items:center;gap:.25rem 1rem;flex-wrap:wrap;padding:.5rem 1.25rem;background:var(--ink);color:#fff}.top strong{margin-inline-end:auto;font-size:1rem}
.top nav{display:flex;gap:1.25rem}.top a{text-decoration:none;padding:.6rem .2rem}.top a[aria-current]{box-shadow:inset 0 -3px #f0b14a}
.panes{display:grid;grid-template-columns:minmax(0,1fr);min-height:calc(100vh - 3.4rem)}.list{background:var(--card);border-inline-end:1px solid var(--line)}.detail{padding:1.25rem;min-width:0}
.panes.open .list{display:none}@media(min-width:56rem){.panes{grid-template-columns:24rem minmax(0,1fr)}.panes.open .list{display:block}.detail{padding:2rem}.back{display:none!important}}@media(max-width:55.99rem){.panes:not(.open) .detail{display:none}}
.list h1{font-size:1.1rem;padding:1rem 1.25rem .6rem}.list ul{list-style:none;margin:0;padding:0}.item{display:block;padding:.9rem 1.25rem;border-bottom:1px solid var(--line);text-decoration:none}.item:hover,.item[aria-current]{background:var(--soft)}
.row{display:flex;gap:.75rem;justify-content:space-between}.row>*:first-child{min-width:0}.item b{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.muted{color:var(--muted);font-size:.9rem}.clip{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.nothing{padding:2rem 1.25rem;color:var(--muted)}.back{display:inline-block;padding:.5rem 0 1rem;color:var(--accent)}
.mail h1{font-size:1.5rem;line-height:1.25}.who{display:grid;grid-template-columns:auto 1fr;gap:.2rem .9rem;margin:1rem 0 1.25rem;font-size:.95rem}.who dt{color:var(--muted)}.who dd{margin:0}
.mail iframe{display:block;width:100%;height:44rem;border:1px solid var(--line);border-radius:8px;background:#fff}
details{margin-top:1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}summary{padding:.7rem 1rem;cursor:pointer}pre{margin:0;padding:0 1rem 1rem;white-space:pre-wrap;font:.85rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.files{display:flex;gap:.5rem;flex-wrap:wrap;margin-top:1rem}.files a{padding:.5rem .9rem;background:var(--card);border:1px solid var(--line);border-radius:999px;text-decoration:none;font-size:.9rem}
.phone{width:min(100%,25rem);margin:0 auto;background:#10151a;border-radius:2.75rem;padding:.8rem;box-shadow:0 20px 50px -20px #0008}.screen{background:#fff;border-radius:2.1rem;overflow:hidden;min-height:40rem;display:flex;flex-direction:column}
.notch{width:6rem;height:.4rem;margin:.9rem auto .3rem;border-radius:1rem;background:#c9ced2}.screen h1{font-size:1.1rem;text-align:center;padding:.6rem 1rem .8rem;border-bottom:1px solid var(--line)}.screen h1 small{display:block;font-weight:400;color:var(--muted);font-size:.8rem}
.thread{list-style:none;margin:0;padding:1rem;display:flex;flex-direction:column;gap:.4rem}.thread time{align-self:center;color:var(--muted);font-size:.78rem;padding:.6rem 0 .1rem}.bubble{align-self:flex-start;max-width:85%;background:#e9ebee;border-radius:1.2rem 1.2rem 1.2rem .35rem;padding:.6rem .9rem;white-space:pre-wrap}
.bubble a{color:var(--accent)}.phones{padding:1.25rem}.home{flex:1;background:linear-gradient(160deg,#2b5347,#9cb9b1)}
</style>`,
};

/** A whole page of the mailbox or the phone. */
export function documentOf(title: string, current: 'mail' | 'phone', body: Html): string {
  const tab = (name: typeof current, href: string, label: string): Html =>
    name === current ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`;
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${style}</head>
<body><header class="top"><strong>What left the shop</strong><nav aria-label="Views">${tab('mail', '/mailbox', 'Mail')} ${tab('phone', '/phone', 'Phone')}</nav></header><main>${body}</main></body></html>`.html;
}

/** A moment as the pages show it, in UTC. */
export function moment(at: string): Html {
  const shown = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at));
  return html`<time datetime="${at}">${shown} UTC</time>`;
}
