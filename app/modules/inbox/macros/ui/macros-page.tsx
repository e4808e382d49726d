import { Badge, BlockStack, Button, InlineStack, Link, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { MacroRow, MacrosView } from '../macros-view.server.ts';
import { useMacroWords } from './words.ts';

/** Everything agents write with. */
export function MacrosPage({ macros, articles, phrases }: MacrosView) {
  const { t } = useMacroWords();
  const { formats } = useAdmin();
  const form = useSettingForm(phrases, {
    intent: 'phrases',
    toDraft: (value) => ({ lines: value.phrases.join('\n') }),
    toValue: ({ lines }) => ({ phrases: lines.split('\n').map((line) => line.trim()).filter(Boolean) }),
  });
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <TitledCard title={t('macros.title')} text={t('macros.text')}>
        <BlockStack as="ul" gap="300">
          {macros.map((macro) => (
            <MacroLine key={macro.key} macro={macro} />
          ))}
        </BlockStack>
        <InlineStack>
          <Button url="/app/settings/macros/new">{t('macros.add')}</Button>
        </InlineStack>
      </TitledCard>
      <TitledCard title={t('articles.title')} text={t('articles.text')}>
        {articles.length === 0 && <Text as="p" tone="subdued">{t('articles.none')}</Text>}
        <BlockStack as="ul" gap="300">
          {articles.map(({ id, kind, title, locale, updatedAt }) => (
            <li key={id}>
              <InlineStack gap="200" blockAlign="center">
                <Link url={`/app/settings/articles/${id}`}>{title}</Link>
                <Badge {...(kind === 'internal' ? { tone: 'info' as const } : {})}>{t(kind === 'internal' ? 'articles.internal' : 'articles.help')}</Badge>
                <Text as="span" tone="subdued">
                  {t(`language.${locale}`)} · {t('macros.changed', { when: formats.inSentence.day(updatedAt) })}
                </Text>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        <InlineStack>
          <Button url="/app/settings/articles/new">{t('articles.add')}</Button>
        </InlineStack>
      </TitledCard>
      <TitledCard title={t('phrases.title')} text={t('phrases.text')}>
        <TextField label={t('phrases.label')} autoComplete="off" multiline={3} value={form.draft.value.lines} onChange={(lines) => form.draft.change({ lines })} error={form.errorOf('phrases')} />
      </TitledCard>
    </SettingPage>
  );
}

function MacroLine({ macro: { key, name, situation, builtIn, isMine, uses, updatedAt } }: { macro: MacroRow }) {
  const { t } = useMacroWords();
  const { formats } = useAdmin();
  const known = [uses > 0 ? t('macros.uses', { count: uses }) : null, updatedAt ? t('macros.changed', { when: formats.inSentence.day(updatedAt) }) : null].filter(Boolean).join(' · ');
  return (
    <li>
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/settings/macros/${key}`}>{name || (situation ? t(`situation.${situation}`) : key)}</Link>
        {builtIn && <Badge>{t('macros.brought')}</Badge>}
        {isMine && <Badge tone="info">{t('macros.mine')}</Badge>}
        {known && <Text as="span" tone="subdued">{known}</Text>}
      </InlineStack>
    </li>
  );
}
