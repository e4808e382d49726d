import { describe, expect, it } from 'vitest';
import { ArticlePage } from '#app/modules/inbox/macros/ui/article-page.tsx';
import { DraftFindings } from '#app/modules/inbox/macros/ui/draft-findings.tsx';
import { MacroPage } from '#app/modules/inbox/macros/ui/macro-page.tsx';
import { MacrosPage } from '#app/modules/inbox/macros/ui/macros-page.tsx';
import { builtIn } from '#app/modules/inbox/macros/macro-store.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';

const updatedAt = new Date('2026-11-20T10:00:00Z');
const row = { name: '', uses: 0, updatedAt: null, isMine: false, locales: ['en'] };

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  it('the list names what comes with the app and what is the shop’s own', () => {
    const text = textOf(render({ locale, children: (
      <MacrosPage
        macros={[{ ...row, key: 'late', situation: 'late', builtIn: true }, { ...row, key: 'x', name: 'Winter greeting', situation: null, builtIn: false, isMine: true, uses: 3, updatedAt }]}
        articles={[{ id: 'y', kind: 'internal', title: 'Whom to call at the depot', locale: 'de', updatedAt }]}
        phrases={{ value: { phrases: ['no idea'] }, version: 1 }}
      />
    ) }));
    for (const said of ['Winter greeting', 'Whom to call at the depot', 'no idea', { en: 'Changed yesterday', 'zh-CN': '昨天更改' }[locale]]) expect(text).toContain(said);
  });

  it('a macro and a text can be changed', () => {
    const macro = textOf(render({ locale, children: <MacroPage macro={builtIn('late')} brought={builtIn('late')} /> }));
    expect(macro).toContain('{{ agent_name }}');
    const article = textOf(render({ locale, children: <ArticlePage article={{ id: 'y', kind: 'help', title: 'Care', body: 'Wash by hand.', locale: 'en', url: '', version: 1, updatedAt }} /> }));
    expect(article).toContain('Wash by hand.');
  });

  it('a new macro shows how a condition is written, and says at its text alone that some is needed', () => {
    const none = { ...builtIn('late'), key: 'new', situation: null, words: {} };
    const html = render({ locale, children: <MacroPage macro={none} brought={null} /> });
    expect(textOf(html)).toContain("{% if parcel_is == 'late' %}");
    const said = { en: ['Write it in one language at least.', 'Needed.'], 'zh-CN': ['请至少用一种语言填写。', '必填。'] }[locale];
    const help = /<textarea[^>]*aria-describedby="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(html.slice(html.indexOf(`id="${help}"`))).toContain(said[0]);
    expect(textOf(html)).not.toContain(said[1]);
  });

  it('what is wrong in a draft is said with what would be right', () => {
    const draft = 'It arrives on Friday.';
    const html = textOf(render({ locale, children: <DraftFindings draft={draft} findings={[{ kind: 'date', claim: 'delivery_day', from: 14, to: 20, instead: 'Monday' }]} onChange={() => undefined} /> }));
    expect(html).toContain('Friday');
    expect(html).toContain('Monday');
  });
});
