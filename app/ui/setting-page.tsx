import { Banner, BlockStack, Page } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { SaveBar } from './save-bar.tsx';
import type { SettingForm } from './use-setting-form.ts';
import { useShellWords } from './words.ts';

interface Props {
  title: string;
  intro?: string;
  /** The forms of the page; one bar saves all that are changed. */
  forms: readonly SettingForm<object>[];
  /** The page it belongs to, where that is not the settings. */
  back?: { content: string; url: string };
  children: ReactNode;
}

/** A page of settings: the way back, the bar for unsaved changes, and what is wrong with all of it. */
export function SettingPage({ title, intro, forms, back, children }: Props) {
  const { t } = useShellWords();
  const changed = forms.filter(({ draft }) => draft.dirty);
  return (
    <Page title={title} subtitle={intro} narrowWidth backAction={back ?? { content: t('nav.settings'), url: '/app/settings' }}>
      <SaveBar
        open={changed.length > 0}
        saving={forms.some(({ saving }) => saving)}
        onSave={() => changed.forEach(({ save }) => save())}
        onDiscard={() => changed.forEach(({ draft }) => draft.discard())}
      />
      <BlockStack gap="400">
        {forms.map(
          ({ formError }, at) =>
            formError && (
              <Banner key={at} tone="critical">
                <p>{formError}</p>
              </Banner>
            ),
        )}
        {children}
      </BlockStack>
    </Page>
  );
}
