import { useFetcher } from '@remix-run/react';
import { Text } from '@shopify/polaris';
import { useEffect, useRef } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { MailPreview } from '#app/ui/mail-preview.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { BrandSettings } from '../brand-setting.ts';
import type { BrandView } from '../brand-view.server.ts';
import { ColoursCard } from './colours-card.tsx';
import { FooterCard } from './footer-card.tsx';
import { LogoCard } from './logo-card.tsx';
import { useBrandWords } from './words.ts';

const shape = { intent: 'save-brand', toDraft: (value: BrandSettings) => value, toValue: (value: BrandSettings) => value };

/** How the shop's mail looks, and what it is made of. */
export function BrandPage({ brand, shopUrl, sample }: BrandView) {
  const { t } = useBrandWords();
  const { locale } = useAdmin();
  const form = useSettingForm(brand, shape);
  const { value, change, dirty } = form.draft;
  const shown = useSample(dirty ? value : null, locale) ?? { html: sample };
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <LogoCard logo={value.logo} shopUrl={shopUrl} error={form.errorOf('logo') ?? form.errorOf('logo.url')} onChange={(logo) => change({ logo })} />
      <ColoursCard value={value} errorOf={form.errorOf} onChange={change} />
      <FooterCard value={value} errorOf={form.errorOf} onChange={change} />
      <TitledCard title={t('preview')}>{shown.html === null ? <Text as="p">{t('notShown')}</Text> : <MailPreview title={t('frame')} html={shown.html} height={520} />}</TitledCard>
    </SettingPage>
  );
}

/** What is being changed, drawn a moment after the last key; null while nothing is changed. */
function useSample(value: BrandSettings | null, locale: string): { html: string | null } | null {
  const { submit, data } = useFetcher<{ shown: string | null }>();
  const asked = value && JSON.stringify(value);
  const send = useRef(submit);
  useEffect(() => {
    send.current = submit;
  });
  useEffect(() => {
    if (asked === null) return undefined;
    const timer = setTimeout(() => send.current({ intent: 'show-brand', value: asked, locale }, { method: 'post' }), 400);
    return () => clearTimeout(timer);
  }, [asked, locale]);
  return asked !== null && data ? { html: data.shown } : null;
}
