// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { cleanPage } from '#app/modules/inbox/intake/clean-page.ts';
import { threadTime } from '#tests/harness/thread-time.ts';

const harm: [string, string][] = [
  ['a script', '<script>phone()</script>'],
  ['a script in a picture', '<svg><script>phone()</script></svg>'],
  ['a script by an event', '<img src="x" onerror="phone()"><body onload=phone()>'],
  ['a script by a link', '<a href="javascript:phone()">x</a><a href="java\tscript:phone()">x</a><a href="&#106;avascript:phone()">x</a>'],
  ['a page by a link', '<a href="data:text/html,<script>phone()</script>">x</a>'],
  ['foreign elements that change how the rest is read', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=phone()&gt;">'],
  ['a comment that ends early', '<!--><img src=x onerror=phone()>-->'],
  ['a form', '<form action="https://evil.example"><input name=a><button>send</button></form>'],
  ['a frame', '<iframe src="https://evil.example"></iframe><iframe srcdoc="<script>phone()</script>"></iframe>'],
  ['an object', '<object data="https://evil.example"></object><embed src="https://evil.example"><applet code=x></applet>'],
  ['a way elsewhere', '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/">'],
  ['a style sheet', '<link rel=stylesheet href="https://evil.example/a.css"><style>@import url(https://evil.example/a.css); body{background:url(https://evil.example)}</style>'],
  ['a style that fetches', '<p style="background-image:url(https://evil.example/p.gif);color:red">x</p><p style="background:\\75rl(https://evil.example)">y</p>'],
  ['a style that covers the page', '<div style="position:fixed;top:0;left:0;width:100%;height:100%;z-index:99;margin-left:-50px">x</div>'],
  ['a background', '<table background="https://evil.example/p.gif"><tr><td background="//evil.example">x</td></tr></table>'],
  ['sound and film', '<video src="https://evil.example" poster="https://evil.example"></video><audio src="https://evil.example"></audio><picture><source srcset="https://evil.example/a"></picture>'],
  ['pictures of many sizes', '<img srcset="https://evil.example/1 1x, https://evil.example/2 2x" src="x">'],
  ['a picture that is a drawing', '<img src="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=">'],
];

/** What a browser would run or fetch of a page, as it reads it. */
function doneBy(html: string): string[] {
  const done: string[] = [];
  for (const element of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('body *')) {
    for (const { name, value } of element.attributes) {
      if (/^(?:on|srcdoc|srcset|action|formaction|background|poster|data$)/.test(name)) done.push(`${element.tagName} ${name}`);
      if (name === 'src' && !/^data:image\/(?:png|jpe?g|gif|webp);/.test(value)) done.push(`${element.tagName} ${value}`);
      if (name === 'href' && !/^(?:https?:|mailto:|tel:)/.test(value)) done.push(`link to ${value}`);
      if (name === 'style' && /url|position|z-index|\\|-\d/.test(value)) done.push(`style ${value}`);
    }
    if (/^(?:SCRIPT|STYLE|LINK|META|BASE|FORM|INPUT|BUTTON|IFRAME|OBJECT|EMBED|SVG|MATH|VIDEO|AUDIO|SOURCE)$/i.test(element.tagName)) done.push(element.tagName);
  }
  return done;
}

describe('a page that is kept runs nothing and fetches nothing', () => {
  test.each(harm)('of %s', (_, html) => {
    const page = cleanPage(`<p>before</p>${html}<p>after</p>`);
    expect(page?.html).toContain('before');
    expect(doneBy(page?.html ?? '')).toEqual([]);
  });

  test('its text, links, tables and looks stay', () => {
    const html = '<table width="600"><tr><td style="color:#333;padding:4px 8px">Total <b>12 €</b> <a href="https://shop.example/?a=1&amp;b=2">see</a></td></tr></table>';
    expect(cleanPage(html)).toEqual({
      html: '<table width="600"><tr><td style="color:#333;padding:4px 8px">Total <b>12 €</b> <a href="https://shop.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">see</a></td></tr></table>',
      hasRemote: false,
    });
  });

  test('a link that names no place of its own leads nowhere, least of all into ours', () => {
    for (const href of ['/app/inbox/1', 'settings', '?a=1', '#end', '//evil.example', 'javascript:x']) expect(cleanPage(`<a href="${href}">see</a>`)?.html).toBe('<a rel="noopener noreferrer nofollow" target="_blank">see</a>');
  });

  test('pictures elsewhere wait to be asked for, those of the mail name its file', () => {
    expect(cleanPage('<img src="https://a.example/p.gif" width="1"><img src="//b.example/q.gif"><img src="cid:logo@x" alt="Logo">')).toEqual({
      html: '<img width="1" data-remote="https://a.example/p.gif" /><img data-remote="https://b.example/q.gif" /><img alt="Logo" data-cid="logo@x" />',
      hasRemote: true,
    });
  });

  test('an escaped address names its file as well', () => {
    expect(cleanPage('<img src="cid:lid%40x"><img src="cid:100%">')?.html).toBe('<img data-cid="lid@x" /><img data-cid="100%" />');
  });

  test.each([
    ['nested without end', '<div><blockquote>'.repeat(200_000)],
    ['of drawings in drawings', '<svg>'.repeat(40_000)],
    ['of tags that never close', '<a "'.repeat(300_000)],
    ['of ampersands', '&'.repeat(1_000_000)],
    ['of attributes', `<p ${Array.from({ length: 50_000 }, (_unused, at) => `a${at}=1`).join(' ')}>`],
    ['of styles', `<p style="${'color:red;'.repeat(300)}">`.repeat(500)],
    ['of links', '<a href="https://x.example/?a=b&amp;c=d">link</a> '.repeat(20_000)],
  ])('a page %s is over in a moment', (_, html) => {
    const begun = threadTime();
    cleanPage(html);
    expect(threadTime() - begun).toBeLessThan(3_000);
  });
});
