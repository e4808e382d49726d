import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { HomeOverview } from '../views.ts';
import { useHomeWords } from './words.ts';

const settings = '/app/settings/sending';

/** Messages that do not leave on a way, with what is answered and the way to mend it. */
export function StuckBanner({ stuck: { channel, messages, since, said } }: { stuck: HomeOverview['sending']['stuck'][number] }) {
  const { t, name } = useHomeWords();
  const { formats } = useAdmin();
  return (
    <Banner tone="critical" title={t('sending.stuck', { way: name('way', channel) })} action={{ content: t('sending.mend'), url: settings }} secondaryAction={{ content: t('sending.messages'), url: '/app/messages' }}>
      <BlockStack gap="100">
        <Text as="p">{t('sending.stuckText', { count: messages, since: formats.moment(since) })}</Text>
        <Text as="p" breakWord>
          {t('sending.said', { said })}
        </Text>
      </BlockStack>
    </Banner>
  );
}

/** A domain whose key is not in DNS, with the way to put it there. */
export function DomainBanner({ domain: { name, key } }: { domain: NonNullable<HomeOverview['sending']['domain']> }) {
  const { t } = useHomeWords();
  return (
    <Banner tone="warning" title={t('sending.domain', { domain: name })} action={{ content: t('sending.mend'), url: settings }}>
      <p>
        {t(`sending.key.${key}`)} {t('sending.domainText')}
      </p>
    </Banner>
  );
}
