import { ChoiceList, Select, TextField } from '@shopify/polaris';
import { customerLocales } from '#app/kernel/locales.ts';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { articleKinds, type Article, type ArticleDraft } from '../../articles/article.ts';
import { KeptPage } from './kept-page.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { useMacroWords } from './words.ts';

/** One help text or internal note. */
export function ArticlePage({ article: { id, version, kind, title, body, locale, url } }: { article: Article }) {
  const { t } = useMacroWords();
  const form = useKeptForm<ArticleDraft>({ value: { kind, title, body, locale, url }, version });
  const { value, change } = form.draft;
  return (
    <KeptPage title={title || t('article.newTitle')} form={form} removal={id === 'new' ? null : { title: t('article.removeTitle'), text: t('article.removeText') }}>
      <TitledCard title={t('article.body')}>
        <ChoiceList
          title={t('article.kind')}
          choices={articleKinds.map((each) => ({ value: each, label: t(`article.kinds.${each}`) }))}
          selected={[value.kind]}
          onChange={([chosen]) => change({ kind: articleKinds.find((each) => each === chosen) ?? 'help' })}
        />
        <TextField label={t('article.title')} autoComplete="off" value={value.title} onChange={(next) => change({ title: next })} error={form.errorOf('title')} />
        <Select
          label={t('edit.language')}
          options={customerLocales.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={value.locale}
          onChange={(chosen) => change({ locale: customerLocales.find((each) => each === chosen) ?? 'en' })}
        />
        <TextField label={t('article.body')} autoComplete="off" multiline={10} value={value.body} onChange={(next) => change({ body: next })} error={form.errorOf('body')} />
        {value.kind === 'help' && <TextField label={t('article.url')} helpText={t('article.urlHelp')} type="url" autoComplete="off" value={value.url} onChange={(next) => change({ url: next })} error={form.errorOf('url')} />}
      </TitledCard>
    </KeptPage>
  );
}
