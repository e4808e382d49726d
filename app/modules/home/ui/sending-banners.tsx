import { Banner, BlockStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { HomeOverview } from '../views.ts';
import { useHomeWords } from './words.ts';

/** Messages that do not leave, and a domain that fell out of DNS, each with the way to mend it. */
export function SendingBanners({ sending: { stuck, domain } }: Pick<HomeOverview, 'sending'>) {
  const { t, name } = useHomeWords();
  const { formats } = useAdmin();
  const mend = { content: t('sending.mend'), url: '/app/settings/sending' };
  return (
    <>
      {stuck.map(({ channel, messages, since, said }) => (
        <Banner key={channel} tone="critical" title={t('sending.stuck', { way: name('way', channel) })} action={mend} secondaryAction={{ content: t('sending.messages'), url: '/app/messages' }}>
          <BlockStack gap="100">
            <Text as="p">{t('sending.stuckText', { count: messages, since: formats.moment(since) })}</Text>
            <Text as="p" breakWord>
              {t('sending.said', { said })}
            </Text>
          </BlockStack>
        </Banner>
      ))}
      {domain && (
        <Banner tone="warning" title={t('sending.domain', { domain: domain.name })} action={mend}>
          <p>
            {t(`sending.key.${domain.key}`)} {t('sending.domainText')}
          </p>
        </Banner>
      )}
    </>
  );
}
