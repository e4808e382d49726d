import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Box, Checkbox, Link, Modal, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ApprovedMany } from '../../processing/approve-many.server.ts';
import type { ReturnRow } from '../../views.ts';
import { useReturnWords } from '../words.ts';

interface Props {
  /** The chosen rows; none while nobody asked to approve them. */
  asked: readonly ReturnRow[];
  onClose(): void;
  /** Nothing is chosen any more. */
  onDone(): void;
}

/** Asks once before chosen requests are approved, and tells what came of each. */
export function BulkApproval({ asked, onClose, onDone }: Props) {
  const { t } = useReturnWords();
  const fetcher = useFetcher<ApprovedMany>();
  const [notify, setNotify] = useState(true);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [isPutAway, putAway] = useState(false);
  useAnswer(fetcher.data, () => {
    putAway(false);
    onDone();
  });
  const approve = () => {
    setNames(new Map(asked.map(({ id, name }) => [id, name])));
    const chosen = asked.map(({ id }) => ({ id, key: crypto.randomUUID() }));
    fetcher.submit({ chosen: JSON.stringify(chosen), notify: notify ? 'yes' : 'no' }, { method: 'post' });
  };
  return (
    <>
      {fetcher.data && fetcher.state === 'idle' && !isPutAway && <Told answer={fetcher.data} names={names} onPutAway={() => putAway(true)} />}
      {asked.length > 0 && (
        <Modal
          open
          onClose={onClose}
          title={t('bulk.title', { count: asked.length })}
          primaryAction={{ content: t('acts.approve.confirm'), loading: fetcher.state !== 'idle', onAction: approve }}
          secondaryActions={[{ content: t('acts.back'), onAction: onClose }]}
        >
          <Modal.Section>
            <BlockStack gap="400">
              <Text as="p" breakWord>
                {asked.map(({ name }) => name).join(', ')}
              </Text>
              <Text as="p">{t('acts.approve.text')}</Text>
              <Checkbox label={t('acts.notify')} helpText={t('acts.notifyHelp')} checked={notify} onChange={setNotify} />
            </BlockStack>
          </Modal.Section>
        </Modal>
      )}
    </>
  );
}

function Told({ answer, names, onPutAway }: { answer: ApprovedMany; names: ReadonlyMap<string, string>; onPutAway(): void }) {
  const { t } = useReturnWords();
  if (answer.is === 'invalid') return <Banner tone="critical">{t('answer.invalid')}</Banner>;
  const done = answer.each.filter((each) => each.answer.is === 'done' || each.answer.is === 'already');
  const others = answer.each.filter((each) => !done.includes(each));
  return (
    <Box paddingBlockEnd="400">
      <Banner tone={others.length === 0 ? 'success' : 'warning'} title={t('bulk.done', { count: done.length })} onDismiss={onPutAway}>
        <BlockStack gap="100">
          {others.map(({ id, answer: each }) => (
            <Text key={id} as="p" breakWord>
              <Link url={`/app/returns/${id}`}>{names.get(id) ?? id}</Link>: {each.is === 'refused' ? t('answer.refused', { message: each.message }) : each.is === 'done' ? '' : t(`answer.${each.is}`)}
            </Text>
          ))}
        </BlockStack>
      </Banner>
    </Box>
  );
}
