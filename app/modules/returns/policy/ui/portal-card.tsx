import { Badge, BlockStack, Button, InlineStack, Link, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useShellWords } from '#app/ui/words.ts';
import type { PortalView } from '../desk/views.ts';
import { SaidList } from './said-list.tsx';
import type { PolicyAct } from './use-policy-act.ts';
import { usePolicyWords } from './words.ts';

/** Whether customers may begin returns by themselves, what that takes, and what they are promised once they may. */
export function PortalCard({ portal: { open, needs, page, promise, version }, mailsOff, acting }: { portal: PortalView; mailsOff: number; acting: PolicyAct }) {
  const { t } = usePolicyWords();
  const shell = useShellWords();
  const [asking, setAsking] = useState(false);
  const intent = open ? 'close-portal' : 'open-portal';
  const turn = () => {
    acting.act({ intent, version });
    setAsking(false);
  };
  return (
    <TitledCard title={t('portal.title')} text={t(open ? 'portal.openText' : 'portal.closedText')} gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={open ? 'success' : undefined}>{t(open ? 'portal.open' : 'portal.closed')}</Badge>
        {open && (
          <Link url={page} target="_blank">
            {t('portal.page')}
          </Link>
        )}
      </InlineStack>
      {!open && needs && <Text as="p">{t(`portal.needs.${needs}`)}</Text>}
      {open && mailsOff > 0 && (
        <Text as="p" tone="subdued">
          {t('portal.mailsOff', { count: mailsOff })} <Link url="/app/notices">{t('portal.notices')}</Link>
        </Text>
      )}
      <InlineStack>
        <Button disabled={!open && needs !== null} loading={acting.busy === intent} onClick={() => setAsking(true)}>
          {t(open ? 'portal.doClose' : 'portal.doOpen')}
        </Button>
      </InlineStack>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t(open ? 'portal.closeTitle' : 'portal.openTitle')}
        primaryAction={{ content: t(open ? 'portal.doClose' : 'portal.doOpen'), destructive: open, onAction: turn }}
        secondaryActions={[{ content: shell.t('form.cancel'), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          {open ? (
            <Text as="p">{t('portal.closeText')}</Text>
          ) : (
            <BlockStack gap="300">
              <Text as="p">{t('portal.promise')}</Text>
              <SaidList said={promise} />
              <Text as="p" tone="subdued">
                {t('portal.promiseText')}
              </Text>
              <Text as="p">
                {t('portal.mails')}{' '}
                <Link url="/app/notices" target="_blank">
                  {t('portal.notices')}
                </Link>
              </Text>
            </BlockStack>
          )}
        </Modal.Section>
      </Modal>
    </TitledCard>
  );
}
