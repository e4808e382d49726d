import { Banner, BlockStack, Page } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { SaveBar } from '#app/ui/save-bar.tsx';
import type { useKeptForm } from './use-kept-form.ts';
import { useMacroWords } from './words.ts';

interface Props {
  title: string;
  form: ReturnType<typeof useKeptForm<object>>;
  /** What is asked before it is removed; null: there is nothing to remove. */
  removal: { title: string; text: string } | null;
  children: ReactNode;
}

/** The page of one macro or one text. */
export function KeptPage({ title, form, removal, children }: Props) {
  const { t } = useMacroWords();
  const [asks, ask] = useState(false);
  const { draft, dirty, saving, save, remove, trouble, problems } = form;
  return (
    <Page
      title={title}
      narrowWidth
      backAction={{ content: t('title'), url: '/app/settings/macros' }}
      {...(removal ? { secondaryActions: [{ content: t('edit.remove'), destructive: true, onAction: () => ask(true) }] } : {})}
    >
      <SaveBar open={dirty} saving={saving} onSave={save} onDiscard={draft.discard} />
      <BlockStack gap="400">
        {trouble && (
          <Banner tone="critical" title={trouble}>
            {problems.map(({ locale, line, problem, detail }) => (
              <p key={`${locale}${line}${problem}`}>{t(`wrong.${problem}`, { language: t(`language.${locale}`), line, detail })}</p>
            ))}
          </Banner>
        )}
        {children}
      </BlockStack>
      {removal && <RemoveDialog open={asks} busy={saving} title={removal.title} text={removal.text} onRemove={remove} onClose={() => ask(false)} />}
    </Page>
  );
}
