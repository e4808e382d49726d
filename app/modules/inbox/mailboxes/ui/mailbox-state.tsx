import { Badge, BlockStack, Button, InlineStack, Link, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import type { MailboxView } from '../mailboxes-view.server.ts';
import { useMailboxWords } from './words.ts';

/** Whether mail to it arrives, in a word. */
export function MailboxBadge({ mailbox }: { mailbox: MailboxView }) {
  const { t } = useMailboxWords();
  if (mailbox.state === 'failing') return <Badge tone="critical">{t('states.failing')}</Badge>;
  if (mailbox.verifiedAt !== null) return <Badge tone="success">{t('states.verified')}</Badge>;
  return mailbox.checkSentAt === null ? <Badge>{t('states.unverified')}</Badge> : <Badge tone="attention">{t('states.waiting')}</Badge>;
}

/** How its mail comes in, what is left to do for it at the other end, and how the last test went. */
export function MailboxState({ mailbox }: { mailbox: MailboxView }) {
  const { t } = useMailboxWords();
  const { formats: format } = useAdmin();
  const { address, wayIn, imap, readsJunk, target, lastMailAt, checkSentAt, verifiedAt } = mailbox;
  const sentAt = checkSentAt === null ? null : new Date(checkSentAt);
  return (
    <BlockStack gap="200">
      <Text as="p" breakWord>{t(`how.${wayIn}`, { address, user: imap?.user ?? '', host: imap?.host ?? '' })}</Text>
      {wayIn === 'imap' && <Text as="p" tone="subdued">{t(readsJunk ? 'junk.isRead' : 'junk.isNotRead')}</Text>}
      {target !== null && <Target value={target} isSecret={wayIn !== 'door'} />}
      {wayIn === 'door' && verifiedAt === null && <Text as="p" tone="subdued">{t('how.doorGoogle')}</Text>}
      <Text as="p" tone="subdued">{lastMailAt === null ? t('noMail') : t('lastMail', { time: format.moment(new Date(lastMailAt)) })}</Text>
      {sentAt && <Text as="p" tone={isLate(format.hoursSince(sentAt)) ? 'critical' : 'subdued'}>{isLate(format.hoursSince(sentAt)) ? t('test.late', { time: format.moment(sentAt) }) : t('test.sent', { address })}</Text>}
    </BlockStack>
  );
}

/** As whom its answers leave, where what customers write back comes, and the way to send as the address itself. */
export function AnswersLeave({ mailbox: { address, leavesAs, isDefault, verifiedAt } }: { mailbox: MailboxView }) {
  const { t } = useMailboxWords();
  const isItself = leavesAs.toLowerCase() === address.toLowerCase();
  return (
    <BlockStack gap="100">
      <Text as="p" breakWord>
        {isItself ? t('leaves.itself', { address }) : t('leaves.other', { from: leavesAs, address })} {!isItself && <Link url="/app/settings/sending">{t('leaves.setUp')}</Link>}
      </Text>
      {!isDefault && verifiedAt === null && <Text as="p" tone="subdued">{t('leaves.notProved')}</Text>}
    </BlockStack>
  );
}

/** A test mail that is not there after ten minutes will hardly come. */
const isLate = (hours: number): boolean => hours > 1 / 6;

/** What is entered at the other end, to be copied. */
function Target({ value, isSecret }: { value: string; isSecret: boolean }) {
  const { t } = useMailboxWords();
  const copy = () => void navigator.clipboard.writeText(value).then(() => showToast(t('copied')), () => undefined);
  return (
    <InlineStack gap="200" blockAlign="end" wrap={false}>
      <div style={{ flexGrow: 1 }}>
        <TextField label={t('targetLabel')} labelHidden readOnly autoComplete="off" value={value} selectTextOnFocus helpText={isSecret ? t('secretTarget') : undefined} connectedRight={<Button onClick={copy}>{t('copy')}</Button>} />
      </div>
    </InlineStack>
  );
}
