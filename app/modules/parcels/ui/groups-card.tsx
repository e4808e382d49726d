import { useNavigate } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { TroubleGroup } from '../trouble/views.ts';
import { causeBeside } from './cause-beside.ts';
import { wayText, type Voice } from './evidence.ts';
import { groupings, groupPath, parcelsPath, type ParcelsQuery } from './parcels-query.ts';

const shownAtFirst = 5;

/** Troubles that share something, the largest first; each opens its list. */
export function GroupsCard({ groups, query, voice }: { groups: readonly TroubleGroup[]; query: ParcelsQuery; voice: Voice }) {
  const { t, name } = voice.words;
  const { formats } = voice;
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('groups.title')}
          </Text>
          <ButtonGroup variant="segmented">
            {groupings.map((by) => (
              <Button key={by} pressed={query.by === by} onClick={() => navigate(parcelsPath({ ...query, by, after: null }), { replace: true })}>
                {t(`groups.by.${by}`)}
              </Button>
            ))}
          </ButtonGroup>
        </InlineStack>
        {groups.length === 0 && (
          <Text as="p" tone="subdued">
            {t('groups.none')}
          </Text>
        )}
        <BlockStack as="ul" gap="200">
          {shown.map((group, at) => (
            <li key={at}>
              <InlineStack align="space-between" gap="200" blockAlign="center">
                <Link url={groupPath(group, query)}>{groupText(group, query, voice, name)}</Link>
                <Text as="span" tone="subdued">
                  {[group.unmarked === 0 ? t('groups.looked') : t('groups.unmarked', { count: group.unmarked }), t('groups.since', { day: formats.inSentence.day(group.since) })].join(' · ')}
                </Text>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        {groups.length > shownAtFirst && (
          <InlineStack>
            <Button variant="plain" ariaExpanded={all} onClick={() => setAll(!all)}>
              {t(all ? 'groups.fewer' : 'groups.more')}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

/** "143 parcels silent since Leipzig": what the members of a group share. */
function groupText(group: TroubleGroup, { by }: Pick<ParcelsQuery, 'by'>, voice: Voice, name: Voice['words']['name']): string {
  const { t } = voice.words;
  const { count, kind, cause, carrier, hub } = group;
  const trouble = kind ? name('trouble', kind) : '';
  const who = (carrier && (voice.carriers[carrier] ?? carrier)) ?? t('groups.unknownCarrier');
  switch (by) {
    case 'cause': {
      const beside = causeBeside(kind, cause);
      return t('groups.parcels', { count, what: beside ? `${trouble} · ${name('cause', beside)}` : trouble });
    }
    case 'carrier':
      return t('groups.parcels', { count, what: who });
    case 'lane':
      return t('groups.parcels', { count, what: [who, wayText(group, voice) ?? t('groups.unknownLane')].join(' · ') });
    case 'hub': {
      const place = hub ?? t('groups.unknownPlace');
      return kind === 'silent' ? t('groups.silentSince', { count, place }) : t('groups.parcels', { count, what: t('groups.placed', { what: trouble, place }) });
    }
  }
}
