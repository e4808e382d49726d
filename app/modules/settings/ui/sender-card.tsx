import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Card, FormLayout, Link, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { FormErrors } from '#app/ui/read-form.ts';
import { SaveBar } from '#app/ui/save-bar.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useDraft } from '#app/ui/use-draft.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { Current, Sender } from '../setting.ts';
import { useSettingsWords } from './words.ts';

export type SaveSenderResult = { saved: Current<Sender> } | { errors: FormErrors };

/** Who our mail says it is from. */
export function SenderCard({ sender }: { sender: Current<Sender> }) {
  const { t, name } = useSettingsWords();
  const shell = useShellWords();
  const { shop } = useAdmin();
  const fetcher = useFetcher<SaveSenderResult>();
  const draft = useDraft(sender);
  const saving = fetcher.state !== 'idle';
  const result = fetcher.data;
  const errors = result && 'errors' in result && draft.dirty ? result.errors : null;
  const errorOf = (field: keyof Sender) => errors?.fields[field] && name('errors', errors.fields[field]);

  useAnswer(result, (answer) => {
    if (!('saved' in answer)) return;
    draft.saved(answer.saved);
    showToast(shell.t('form.saved'));
  });

  return (
    <Card>
      <SaveBar
        open={draft.dirty}
        saving={saving}
        onSave={() => fetcher.submit({ intent: 'save-sender', version: draft.version, ...draft.value }, { method: 'post' })}
        onDiscard={draft.discard}
      />
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('sender.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('sender.text')}
          </Text>
          <Link url="/app/settings/sending">{t('sender.sending')}</Link>
        </BlockStack>
        {errors?.form && (
          <Banner tone="critical">
            <p>{name('errors', errors.form)}</p>
          </Banner>
        )}
        <FormLayout>
          <TextField
            label={t('sender.name')}
            helpText={t('sender.nameHelp', { shop: shop.name })}
            autoComplete="organization"
            value={draft.value.displayName}
            onChange={(displayName) => draft.change({ displayName })}
            error={errorOf('displayName')}
          />
          <TextField
            label={t('sender.replyTo')}
            helpText={t('sender.replyToHelp')}
            type="email"
            autoComplete="email"
            value={draft.value.replyTo}
            onChange={(replyTo) => draft.change({ replyTo })}
            error={errorOf('replyTo')}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
