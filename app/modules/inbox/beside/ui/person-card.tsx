import { Badge, Banner, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { languageName } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { BesideView } from '../beside-view.ts';
import { HandlesList } from './handles-list.tsx';
import { PerhapsTheSame } from './perhaps-the-same.tsx';
import { useBesideWords } from './words.ts';

/** Who writes: what they are worth, whether it is surely them, and all they are known by. */
export function PersonCard({ view: { person, verified, ticketId } }: { view: BesideView }) {
  const { t } = useBesideWords();
  const { formats, locale } = useAdmin();
  const { customer } = person;
  const by = customer?.valuedBy ?? null;
  const known = [
    customer && t('person.orders', { count: customer.orders }),
    customer?.spent && t('person.spent', { amount: formats.money(customer.spent) }),
    person.locale && t('person.writes', { language: languageName(person.locale, locale) }),
    t('person.since', { day: formats.inSentence.day(person.since) }),
  ];
  return (
    <TitledCard title={t('person.title')} gap="300">
      {verified === 'no' && (
        <Banner tone="critical" title={t('person.unverified')}>
          <p>{t('person.unverifiedText')}</p>
        </Banner>
      )}
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          {customer ? (
            <Link url={`shopify:admin/customers/${customer.id}`}>{person.name ?? t('person.unnamed')}</Link>
          ) : (
            <Text as="span" fontWeight="semibold" breakWord>
              {person.name ?? t('person.unnamed')}
            </Text>
          )}
          {customer && <Badge tone={customer.tier === 'valued' ? 'success' : undefined}>{t(`tier.${customer.tier}`)}</Badge>}
        </InlineStack>
        <Text as="p" tone="subdued">
          {known.filter(Boolean).join(' · ')}
        </Text>
        {by && (
          <Text as="p" tone="subdued" breakWord>
            {by.by === 'orders' ? t('valuedBy.orders', { count: by.orders }) : by.by === 'spent' ? t('valuedBy.spent', { amount: formats.money(by.spent) }) : t('valuedBy.tag', { tag: by.tag })}
          </Text>
        )}
        {!customer && (
          <Text as="p" tone="subdued">
            {t('person.noCustomer')}
          </Text>
        )}
        {(verified === 'unknown' || verified === 'typed') && (
          <BlockStack gap="100" inlineAlign="start">
            <Badge tone="attention">{t('person.unvouched')}</Badge>
            <Text as="p">{t(`person.${verified}`)}</Text>
          </BlockStack>
        )}
      </BlockStack>
      <PerhapsTheSame ticketId={ticketId} perhaps={person.perhaps} />
      <HandlesList ticketId={ticketId} handles={person.handles} />
    </TitledCard>
  );
}
