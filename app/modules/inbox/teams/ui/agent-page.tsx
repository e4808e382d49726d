import { Checkbox, FormLayout, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { AgentForm } from '../save-agent.server.ts';
import { useTeamWords } from './words.ts';

interface Props {
  id: string;
  /** What Shopify calls them. */
  name: string | null;
  agent: AgentForm;
}

const toDraft = (value: AgentForm) => ({ ...value, mostOpen: value.mostOpen ?? Number.NaN });
const toValue = (draft: ReturnType<typeof toDraft>): AgentForm => ({ ...draft, mostOpen: Number.isFinite(draft.mostOpen) ? draft.mostOpen : null });

/** How somebody answers customers: their name and signature, how much they take, and whether they are there. */
export function AgentPage({ id, name, agent }: Props) {
  const { t } = useTeamWords();
  const form = useSettingForm({ value: agent, version: 0 }, { intent: 'save-agent', toDraft, toValue });
  const { draft: { value, change }, errorOf } = form;
  const title = agent.displayName || name || t('unnamed', { id });
  return (
    <SettingPage title={title} forms={[form]} back={{ content: t('title'), url: '/app/settings/teams' }}>
      <TitledCard title={t('agent.about')}>
        <FormLayout>
          <TextField label={t('agent.name')} helpText={name === null ? t('agent.nameHelpUnknown') : t('agent.nameHelp', { name })} autoComplete="off" maxLength={70} value={value.displayName} onChange={(displayName) => change({ displayName })} error={errorOf('displayName')} />
          <TextField label={t('agent.signature')} helpText={t('agent.signatureHelp')} autoComplete="off" multiline={3} maxLength={1_000} value={value.signature} onChange={(signature) => change({ signature })} error={errorOf('signature')} />
          <NumberField label={t('agent.mostOpen')} helpText={t('agent.mostOpenHelp')} min={1} value={value.mostOpen} onChange={(mostOpen) => change({ mostOpen })} error={errorOf('mostOpen')} />
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('agent.absence')} text={t('agent.absenceText')}>
        <FormLayout>
          <Checkbox label={t('agent.isAway')} checked={value.isAway} onChange={(isAway) => change({ isAway, backOn: isAway ? value.backOn : '' })} />
          {value.isAway && <TextField label={t('agent.backOn')} helpText={t('agent.backOnHelp')} type="date" autoComplete="off" value={value.backOn} onChange={(backOn) => change({ backOn })} error={errorOf('backOn')} />}
        </FormLayout>
      </TitledCard>
    </SettingPage>
  );
}
