import { useFetcher } from '@remix-run/react';
import { Badge, Banner, BlockStack, Button, ButtonGroup, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { LabelAnswer } from '../acts/act-on-label.server.ts';
import type { LabelCardView } from '../label-card.server.ts';
import { BuyDialog, GiveBackDialog, NumberDialog, UploadDialog } from './label-dialogs.tsx';
import { useLabelWords } from './words.ts';

type Shown = LabelCardView['labels'][number];
type Asked = 'buy' | 'giveBack' | 'number' | 'upload';

interface Props {
  view: LabelCardView;
  /** False where nothing of the return is to come any more, or the reader may only look. */
  mayAct: boolean;
}

/** How a return comes back: its label, what it cost, where it stands, and what may be done about it. */
export function LabelCard({ view, mayAct }: Props) {
  const { t } = useLabelWords();
  const [asked, ask] = useState<Asked | null>(null);
  const current = view.labels.find((label) => label.current) ?? null;
  const earlier = view.labels.filter((label) => label !== current);
  const close = () => ask(null);
  const buttons = mayAct ? actsOn(current, view.services.length > 0) : [];
  return (
    <TitledCard title={t('card.title')}>
      {current ? <Current label={current} view={view} mayAct={mayAct} /> : <Text as="p" tone="subdued">{t('card.none')}</Text>}
      {buttons.length > 0 && (
        <InlineStack gap="200">
          {buttons.map((act) => (
            <Button key={act} onClick={() => ask(act)}>
              {t(act === 'buy' ? (current?.file ? 'card.buyAnother' : 'card.buy') : act === 'number' ? 'card.enterNumber' : `card.${act}`)}
            </Button>
          ))}
        </InlineStack>
      )}
      {earlier.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">{t('card.earlier')}</Text>
          {earlier.map((label) => (
            <Earlier key={label.id} label={label} />
          ))}
        </BlockStack>
      )}
      {asked === 'buy' && <BuyDialog view={view} replaces={current?.cost != null} onClose={close} />}
      {asked === 'upload' && <UploadDialog view={view} onClose={close} />}
      {asked === 'number' && <NumberDialog view={view} label={current} onClose={close} />}
      {asked === 'giveBack' && <GiveBackDialog view={view} onClose={close} />}
    </TitledCard>
  );
}

/** What makes sense as it stands. */
function actsOn(label: Shown | null, mayBuy: boolean): Asked[] {
  // One that is being bought is decided first: another would be the second.
  if (label?.state === 'making') return [];
  const isBought = label !== null && (label.maker === 'easypost' || label.maker === 'shippo') && (label.state === 'ready' || label.state === 'bought');
  const takesNumber = label !== null && label.state !== 'ended' && (label.maker === 'customer' || label.maker === 'nobody' || label.maker === 'hand') && label.kind !== 'none';
  return [...(mayBuy ? (['buy'] as const) : []), 'upload', ...(takesNumber ? (['number'] as const) : []), ...(isBought && label.work === null && (label.refund === null || label.refund === 'rejected') ? (['giveBack'] as const) : [])];
}

function Current({ label, view, mayAct }: { label: Shown; view: LabelCardView; mayAct: boolean }) {
  const { t, name } = useLabelWords();
  const { formats } = useAdmin();
  const { links, number, carrier, service, url, cost, refund, maker, file, attached, state } = label;
  const sent = [carrier, service].filter(Boolean).join(' ');
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">{titleOf(label, t)}</Text>
        <Badge tone={state === 'ready' ? 'success' : label.work === 'stuck' ? 'critical' : undefined}>{stateOf(label, t)}</Badge>
      </InlineStack>
      {label.place && <Text as="p" breakWord>{label.place.address}</Text>}
      {(sent !== '' || number) && (
        <Text as="p" breakWord>
          {url && number ? <Link url={url} target="_blank">{`${sent} ${number}`.trim()}</Link> : `${sent} ${number ?? ''}`.trim()}
        </Text>
      )}
      {maker !== 'nobody' && maker !== 'customer' && (
        <Text as="p" tone="subdued">
          {[(maker !== 'hand' || file !== null) && name('by', maker), cost && t('card.cost', { amount: formats.money(cost) })].filter(Boolean).join(' · ')}
        </Text>
      )}
      {refund && <Text as="p">{name('refund', refund)}</Text>}
      {links.page && (
        <InlineStack gap="300">
          {links.file && <Link url={links.file} target="_blank">{t('card.open')}</Link>}
          {links.qr && <Link url={links.qr} target="_blank">{t('card.code')}</Link>}
          <Link url={links.page} target="_blank">{t('card.page')}</Link>
        </InlineStack>
      )}
      {state === 'ready' && !attached && (file || number) && label.work === null && <Text as="p" tone="subdued">{t('card.notTold')}</Text>}
      <Trouble label={label} view={view} mayAct={mayAct} />
    </BlockStack>
  );
}

/** What stands in the way, in our words and the service's, and what can be decided. */
function Trouble({ label: { problem, problemWords, work, state }, view, mayAct }: { label: Shown; view: LabelCardView; mayAct: boolean }) {
  const { t, name } = useLabelWords();
  const fetcher = useFetcher<LabelAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if ('is' in answer && answer.is === 'forbidden') showToast(t('forbidden'));
  });
  const isMaking = state === 'making' || state === 'bought';
  if (work !== 'stuck' && !(isMaking && problem)) return null;
  const act = (intent: string) => fetcher.submit({ intent, key: view.key }, { method: 'post', action: `/app/returns/${view.returnId}/label` });
  const busy = (intent: string) => fetcher.state !== 'idle' && fetcher.formData?.get('intent') === intent;
  return (
    <Banner tone={work === 'stuck' ? 'critical' : 'warning'} title={t(!isMaking ? 'problem.stuck' : work === 'stuck' ? 'problem.title' : 'problem.waits')}>
      <BlockStack gap="200">
        <p>{isMaking && problem ? name('problem', problem) : t(state === 'ready' ? 'problem.attach' : 'problem.refused')}</p>
        {isMaking && problemWords && <p>{t('problem.words', { words: problemWords })}</p>}
        {work === 'stuck' && mayAct && (
          <ButtonGroup>
            <Button loading={busy('again')} onClick={() => act('again')}>{t('card.again')}</Button>
            <Button loading={busy('give-up')} onClick={() => act('give-up')}>{t('card.giveUp')}</Button>
          </ButtonGroup>
        )}
      </BlockStack>
    </Banner>
  );
}

function Earlier({ label }: { label: Shown }) {
  const { t, name } = useLabelWords();
  const { formats } = useAdmin();
  const { carrier, number, cost, refund, createdAt } = label;
  const facts = [titleOf(label, t), [carrier, number].filter(Boolean).join(' '), cost && t('card.cost', { amount: formats.money(cost) }), refund && name('refund', refund), formats.moment(createdAt)];
  return <Text as="p" tone="subdued" breakWord>{facts.filter(Boolean).join(' · ')}</Text>;
}

type Say = ReturnType<typeof useLabelWords>['t'];

function titleOf({ kind, place }: Shown, t: Say): string {
  return kind === 'drop_off' || kind === 'shop' ? t(`card.kind.${kind}`, { place: place?.name ?? '' }) : t(`card.kind.${kind}`);
}

function stateOf({ state, maker, work, file }: Shown, t: Say): string {
  if (work === 'stuck' && state === 'making') return t('card.state.stuck');
  if (state === 'ready' && maker === 'hand' && file === null) return t('card.state.numbered');
  if (state !== 'wanted') return t(`card.state.${state}`);
  return t(maker === 'hand' ? 'card.state.wanted' : maker === 'customer' ? 'card.state.waitsForNumber' : 'card.state.waitsForOpen');
}
