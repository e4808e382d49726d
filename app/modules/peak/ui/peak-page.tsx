import { useFetcher } from '@remix-run/react';
import { Badge, BlockStack, Button, ButtonGroup, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { Stage } from '../in-force.ts';
import type { PeakProfile } from '../profile.ts';
import { newProfile } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';
import { usePeakWords } from './words.ts';

export interface PeakPageProps {
  peak: { value: PeakProfile[]; version: number };
  stages: Record<string, Stage>;
  /** How many customers agreed to be sent announcements. */
  subscribers: number;
  countries: readonly string[];
  carriers: readonly { key: string; name: string }[];
  /** Kinds of notices. */
  kinds: readonly string[];
  /** The shop's day. */
  today: string;
}

const wrapped = { intent: 'save-peak', toDraft: (profiles: PeakProfile[]) => ({ profiles }), toValue: ({ profiles }: { profiles: PeakProfile[] }) => profiles };
const tones = { planned: 'info', running: 'success', over: undefined } as const;

/** Busy times that are planned, in force and past, and what is different in each. */
export function PeakPage({ peak, stages, subscribers, countries, carriers, kinds, today }: PeakPageProps) {
  const { t } = usePeakWords();
  const form = useSettingForm(peak, wrapped);
  const { profiles } = form.draft.value;
  const [open, setOpen] = useState<string | null>(null);
  const change = (next: PeakProfile[]) => form.draft.change({ profiles: next });
  const add = () => {
    const made = newProfile(today);
    change([made, ...profiles]);
    setOpen(made.id);
  };
  return (
    <SettingPage title={t('title')} forms={[form]}>
      <TitledCard title={t('heading')} text={t('text')}>
        <InlineStack>
          <Button onClick={add} disabled={profiles.length >= 50}>
            {t('add')}
          </Button>
        </InlineStack>
        {profiles.length === 0 && <Text as="p">{t('none')}</Text>}
      </TitledCard>
      {profiles.map((profile, at) => {
        const stage = stages[profile.id] ?? 'planned';
        const errorOf = (field: string) => form.errorOf(`${at}.${field}`);
        const shown = open === profile.id || ['name', 'from', 'to', 'arriveBy', 'lastOrders', 'carriers', 'extraDays', 'announcement.day'].some((field) => errorOf(field) !== undefined);
        return (
          <Card key={profile.id}>
            <BlockStack gap="400">
              <Head profile={profile} stage={stage} />
              <ButtonGroup>
                <Button onClick={() => setOpen(open === profile.id ? null : profile.id)} ariaExpanded={shown}>
                  {t(open === profile.id ? 'close' : 'edit')}
                </Button>
                {stage === 'running' && <EndButton profile={profile} disabled={form.draft.dirty} />}
                <Button tone="critical" onClick={() => change(profiles.filter((other) => other !== profile))} accessibilityLabel={t('removeOne', { name: profile.name || t('unnamed') })}>
                  {t('remove')}
                </Button>
              </ButtonGroup>
              {shown && (
                <>
                  <Divider />
                  <ProfileFields profile={profile} errorOf={errorOf} onChange={(part) => change(profiles.map((other) => (other === profile ? { ...other, ...part } : other)))} countries={countries} carriers={carriers} kinds={kinds} subscribers={subscribers} />
                </>
              )}
            </BlockStack>
          </Card>
        );
      })}
    </SettingPage>
  );
}

function Head({ profile: { name, from, to, endedAt, banner, lastOrders, extraDays, notes, reviewsOff, announcement }, stage }: { profile: PeakProfile; stage: Stage }) {
  const { t } = usePeakWords();
  const { formats } = useAdmin();
  const span = from && to ? t('span', { from: formats.calendarDay(from), to: formats.calendarDay(to) }) : null;
  const does = [banner.on && t('does.banner'), lastOrders.length > 0 && t('does.lastOrders', { count: lastOrders.length }), extraDays > 0 && t('does.extraDays', { count: extraDays }), Object.keys(notes).length > 0 && t('does.notes', { count: Object.keys(notes).length }), reviewsOff && t('does.reviewsOff'), announcement.on && t('does.announcement')];
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd" breakWord>
          {name || t('unnamed')}
        </Text>
        <Badge tone={tones[stage]}>{t(`stage.${stage}`)}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued">
        {[span, endedAt !== null && t('endedAt', { at: formats.moment(new Date(endedAt)) })].filter(Boolean).join(' · ')}
      </Text>
      <Text as="p" tone="subdued">
        {does.filter(Boolean).join(' · ')}
      </Text>
    </BlockStack>
  );
}

/** Ends a profile at once; what is written and not saved comes first. */
function EndButton({ profile: { id, name }, disabled }: { profile: PeakProfile; disabled: boolean }) {
  const { t } = usePeakWords();
  const fetcher = useFetcher<{ ended: string }>();
  useAnswer(fetcher.data, () => showToast(t('ended', { name })));
  return (
    <Button disabled={disabled} loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ intent: 'end', id }, { method: 'post' })}>
      {t('end')}
    </Button>
  );
}
