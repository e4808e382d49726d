import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, DropZone, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { BrandSettings } from '../brand-setting.ts';
import type { KeptLogo } from '../keep-logo.server.ts';
import { logoUrl } from '../logo-file.ts';
import { useBrandWords } from './words.ts';

type Logo = BrandSettings['logo'];

interface Props {
  logo: Logo;
  shopUrl: string;
  error: string | undefined;
  onChange(logo: Logo): void;
}

/** What the form may carry in all is a megabyte. */
const largest = 900_000;

/** The picture above every mail: sent to us, or named by its address. */
export function LogoCard({ logo, shopUrl, error, onChange }: Props) {
  const { t } = useBrandWords();
  const fetcher = useFetcher<KeptLogo>();
  const [tooBig, setTooBig] = useState(false);
  const sending = fetcher.state !== 'idle';
  const answer = sending ? undefined : fetcher.data;
  const refused = tooBig ? t('logo.picture_too_big') : answer && 'refused' in answer ? t(`logo.${answer.refused}`) : undefined;
  useAnswer(fetcher.data, (kept) => {
    if ('logo' in kept) onChange(kept.logo);
  });
  const send = ([file]: File[]) => {
    if (!file) return;
    setTooBig(file.size > largest);
    if (file.size > largest) return;
    const form = new FormData();
    form.set('intent', 'keep-logo');
    form.set('logo', file);
    fetcher.submit(form, { method: 'post', encType: 'multipart/form-data' });
  };
  const address = logo && ('url' in logo ? logo.url : logoUrl({ primaryUrl: shopUrl }, logo.file));
  return (
    <TitledCard title={t('logo.title')} text={t('logo.text')}>
      <BlockStack gap="400">
        {address && (
          <InlineStack gap="400" blockAlign="center">
            <img src={address} alt={t('logo.shown')} style={{ maxWidth: 220, maxHeight: 56 }} />
            <Button onClick={() => onChange(null)}>{t('logo.remove')}</Button>
          </InlineStack>
        )}
        <DropZone label={t('logo.drop')} labelHidden allowMultiple={false} accept="image/png,image/jpeg,image/webp" type="image" variableHeight disabled={sending} onDrop={(_all, accepted) => send(accepted)}>
          <DropZone.FileUpload actionTitle={t('logo.drop')} actionHint={t('logo.dropHint')} />
        </DropZone>
        <div role="alert">{refused}</div>
        <TextField
          label={t('logo.url')}
          helpText={t('logo.urlHelp')}
          type="url"
          autoComplete="off"
          value={logo && 'url' in logo ? logo.url : ''}
          onChange={(url) => onChange(url.trim() === '' ? null : { url: url.trim() })}
          error={error}
        />
      </BlockStack>
    </TitledCard>
  );
}
