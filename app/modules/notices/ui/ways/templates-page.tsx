import { Banner, ChoiceList } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { TemplatesView } from '../../ways/templates-view.server.ts';
import { TemplatesCard } from './templates-card.tsx';
import { toDraft, toSetting } from './templates-draft.ts';
import { TrialCard } from './trial-card.tsx';
import { useTemplateWords } from './words.ts';

/** Which of the merchant's approved templates stands for which notice, and who gets them. */
export function TemplatesPage({ view: { templates, connected } }: { view: TemplatesView }) {
  const { t } = useTemplateWords();
  const form = useSettingForm(templates, { intent: 'save-templates', toDraft, toValue: toSetting });
  const { draft: { value, change }, errorOf } = form;
  const { templates: saved } = templates.value;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]} back={{ content: t('back'), url: '/app/settings/sending' }}>
      {!connected && <Banner tone="warning"><p>{t('notConnected')}</p></Banner>}
      <TitledCard title={t('agreed.title')} text={t('agreed.text')}>
        <ChoiceList
          title={t('agreed.title')}
          titleHidden
          choices={[{ value: 'shopify', label: t('agreed.shopify') }, { value: 'checkout', label: t('agreed.checkout') }]}
          selected={[value.agreed]}
          onChange={([chosen]) => change({ agreed: chosen === 'checkout' ? 'checkout' : 'shopify' })}
        />
      </TitledCard>
      <TemplatesCard templates={value.templates} errorOf={errorOf} onChange={(changed) => change({ templates: changed })} />
      {connected && saved.length > 0 && <TrialCard templates={saved} />}
    </SettingPage>
  );
}
