import { Badge, BlockStack, Box, InlineStack, Link, Text } from '@shopify/polaris';
import { languageName } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FetchedPhoto } from '#app/ui/fetched-photo.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { RequestCardLine, RequestCardView } from '../request-card.server.ts';
import { useRequestWords } from './words.ts';

/** What a customer asked for: outcome by outcome with their words, answers and photos, the terms they were given and what they were shown. */
export function RequestCard({ view }: { view: RequestCardView | null }) {
  const { t, name } = useRequestWords();
  const { formats, locale } = useAdmin();
  if (!view) return null;
  const { lines, shown, others, createdAt, withdrawnAt } = view;
  const facts: [string, string | null][] = [
    [t('card.by'), view.gift ? t('card.gift') : null],
    [t('card.shown'), amounts(view, t, formats)],
    [t('card.wayBack'), name('wayBack', view.wayBack)],
    [t('card.refundOn'), shown.refund > 0 ? name('refundOn', view.refundOn) : null],
    [t('card.language'), languageName(view.locale, locale)],
  ];
  return (
    <TitledCard title={t('card.title')} text={withdrawnAt ? t('card.withdrawn', { at: formats.moment(withdrawnAt) }) : t('card.text', { at: formats.moment(createdAt) })}>
      {lines.map((line) => (
        <WishedLine key={line.id} line={line} view={view} />
      ))}
      <Facts facts={facts} />
      {others.length > 0 && (
        <BlockStack>
          <Text as="span" variant="bodySm" tone="subdued">
            {t(view.isReplaced ? 'card.replacedBy' : 'card.others')}
          </Text>
          {others.map(({ id, name: called }) => (
            <Link key={id} url={`/app/returns/${id}`}>
              {called}
            </Link>
          ))}
        </BlockStack>
      )}
    </TitledCard>
  );
}

function amounts({ shown: { refund, bonus, owed, currency } }: RequestCardView, t: ReturnType<typeof useRequestWords>['t'], formats: ReturnType<typeof useAdmin>['formats']): string {
  const said = (key: 'card.bonus' | 'card.owed' | 'card.refund', minor: number) => (minor > 0 ? [t(key, { amount: formats.money({ minor, currency }) })] : []);
  return [...said('card.refund', refund), ...said('card.bonus', bonus), ...said('card.owed', owed)].join('\n') || t('card.nothing');
}

function WishedLine({ line, view }: { line: RequestCardLine; view: RequestCardView }) {
  const { t, name } = useRequestWords();
  const { formats } = useAdmin();
  const { exchange, terms, exception, photos } = line;
  const facts: [string, string | null][] = [
    [t('card.outcome'), [name('outcome', line.outcome), exchange && t('card.exchange', { item: exchange.title, price: formats.money({ minor: exchange.price, currency: view.shown.currency }) })].filter(Boolean).join('\n')],
    [t('card.reason'), line.reason],
    ...line.answers.map(({ question, answer }): [string, string] => [question, answer]),
  ];
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t('card.units', { units: formats.number(line.units), item: [line.title, line.variantTitle].filter(Boolean).join(' · ') })}
        </Text>
        {exception !== null && <Badge tone="attention">{t('card.exception')}</Badge>}
      </InlineStack>
      {exception !== null && <Said words={exception || t('card.exceptionGone')} locale={exception ? view.locale : null} />}
      {terms.refusal && <Text as="p">{terms.refusal}</Text>}
      <Facts facts={facts} />
      {line.note !== '' && (
        <BlockStack>
          <Text as="span" variant="bodySm" tone="subdued">
            {t('card.note')}
          </Text>
          <Said words={line.note} locale={view.locale} />
        </BlockStack>
      )}
      {photos.length > 0 && (
        <InlineStack gap="200">
          {photos.map((photo, at) => (
            <FetchedPhoto key={photo} address={`/app/returns/${view.returnId}/photos/${photo}`} size={null} shownWidth={120} words={photoWords(t, at + 1, photos.length)} />
          ))}
        </InlineStack>
      )}
      {terms.sentences.length > 0 && <TermsOf terms={terms} />}
    </BlockStack>
  );
}

function photoWords(t: ReturnType<typeof useRequestWords>['t'], number: number, count: number) {
  return { alt: t('card.photo', { number, count }), loading: t('card.photoLoading', { number }), failed: t('card.photoFailed'), retry: t('card.photoRetry'), open: t('card.photoOpen') };
}

/** A customer's own words, as they were written. */
function Said({ words, locale }: { words: string; locale: string | null }) {
  return (
    <Box borderInlineStartWidth="025" borderColor="border" paddingInlineStart="200">
      <div lang={locale ?? undefined} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {words}
      </div>
    </Box>
  );
}

/** The policy's own sentences, for whoever wants to know. */
function TermsOf({ terms: { version, deadline, better, sentences } }: { terms: RequestCardLine['terms'] }) {
  const { t } = useRequestWords();
  return (
    <details>
      <summary>{t('card.terms', { version })}</summary>
      <Box paddingBlockStart="200">
        <BlockStack gap="100">
          {[deadline, better, ...sentences].map(
            (sentence) =>
              sentence && (
                <Text key={sentence} as="p">
                  {sentence}
                </Text>
              ),
          )}
        </BlockStack>
      </Box>
    </details>
  );
}
