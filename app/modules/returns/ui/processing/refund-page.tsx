import { useFetcher, useNavigate, useNavigation } from '@remix-run/react';
import { Banner, BlockStack, Card, ChoiceList, Layout, List, Page, Text, TextField } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { typedAmount } from '#app/ui/typed-amount.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { WorkAnswer } from '../../processing/answers.ts';
import { refundPath, type RefundAsked } from '../../processing/refund-asked.ts';
import type { RefundView } from '../../processing/refund-view.server.ts';
import { useReturnWords } from '../words.ts';
import { AmountRows } from './amount-rows.tsx';
import { PromisedCard } from './promised-card.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { RefundExtras } from './refund-extras.tsx';
import { UnitsFields } from './units-fields.tsx';
import { WorkAnswerBanner } from './work-answer.tsx';

interface Props extends RefundView {
  /** Names this form as it was shown, so that a second click is no second refund. */
  actKey: string;
}

/** What is refunded and exchanged, with each amount before the click, exactly as Shopify will do it. */
export function RefundPage({ view, currency, hasCustomer, units, exchanges, asked, preview, promised, limits, sentAgain, actKey }: Props) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const navigate = useNavigate();
  const { state } = useNavigation();
  const fetcher = useFetcher<WorkAnswer>();
  const [isAsked, setAsked] = useState(false);
  const [waive, setWaive] = useState(false);
  const [notify, setNotify] = useState(false);
  const [typed, setTyped] = useState('');
  const money = (minor: number) => formats.money({ minor, currency });
  const back = `/app/returns/${view.id}`;
  const show = (changes: Partial<RefundAsked>) => navigate(refundPath(view.id, { ...asked, ...changes }), { replace: true, preventScrollReset: true });
  const put = (rows: RefundAsked['units'], id: string, quantity: number) => [...rows.filter((row) => row.id !== id), { id, quantity }];
  const extra = typedAmount(typed, currency);
  const fees = waive && preview && preview.refund > 0 ? preview.fees : 0;
  useAnswer(fetcher.data, ({ is }) => {
    if (is !== 'done' && is !== 'running') return;
    showToast(t(is === 'done' ? 'refund.done' : 'refund.underway'));
    navigate(back);
  });
  const send = () => {
    setAsked(false);
    if (!preview || extra === null) return;
    const list = (rows: RefundAsked['units']) => rows.map(({ id, quantity }) => `${id}.${quantity}`).join(',');
    const yes = (said: boolean) => (said ? 'yes' : 'no');
    fetcher.submit(
      { key: actKey, units: list(asked.units), exchanges: list(asked.exchanges), to: asked.to, shipping: yes(asked.shipping), waive: yes(fees > 0), notify: yes(notify), extra: String(extra), refund: String(preview.refund), owed: String(preview.owed) },
      { method: 'post' },
    );
  };
  const nothing = units.length + exchanges.length === 0;
  const given = (preview?.refund ?? 0) + (preview?.bonus ?? 0) + fees + (extra ?? 0);
  const sends = asked.exchanges.length > 0;
  const confirm = sends ? t(given > 0 ? 'refund.sendAndGive' : 'refund.send', { amount: money(given) }) : given > 0 ? t('refund.confirm', { amount: money(given) }) : t('refund.confirmNothing');
  return (
    <Page
      title={t(sends ? 'refund.titleSend' : 'refund.title', { name: view.name })}
      backAction={{ content: view.name, url: back }}
      primaryAction={
        nothing
          ? undefined
          : { content: confirm, onAction: given > 0 ? () => setAsked(true) : send, loading: fetcher.state !== 'idle' || state !== 'idle', disabled: !preview?.equal || extra === null || !limits.may }
      }
    >
      {isAsked && <RefundDialog amount={money(given)} onConfirm={send} onClose={() => setAsked(false)} />}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {fetcher.state === 'idle' && fetcher.data && <WorkAnswerBanner answer={fetcher.data} currency={currency} />}
            {!limits.may && <Banner tone="info">{t('work.forbidden')}</Banner>}
            {sentAgain.length > 0 && (
              <Banner tone="warning" title={t('refund.sentAgain')}>
                <List>
                  {sentAgain.map(({ title, units: sent, amount, name }, at) => (
                    // Nothing names these rows, and none of them moves.
                    <List.Item key={at}>{t(name === null ? 'refund.sentAgainLine' : 'refund.sentAgainAs', { title: title ?? t('unknownItem'), units: sent, amount: money(amount), name: name ?? '' })}</List.Item>
                  ))}
                </List>
              </Banner>
            )}
            {preview && !preview.equal && <Banner tone="critical">{t('work.different')}</Banner>}
            {nothing ? (
              <Card>
                <Empty icon={CheckCircleIcon} title={t('refund.nothing')} text={t('refund.nothingText')} />
              </Card>
            ) : (
              <>
                <TitledCard title={t(sends ? 'refund.unitsSend' : 'refund.units')}>
                  <UnitsFields
                    rows={units.map(({ lineId, left, accepted }) => ({
                      id: lineId,
                      label: view.lines.find(({ id }) => id === lineId)?.title ?? t('unknownItem'),
                      help: accepted < left ? t('refund.notLookedAt', { count: left - accepted }) : null,
                      left,
                      chosen: asked.units.find(({ id }) => id === lineId)?.quantity ?? 0,
                    }))}
                    onChange={(id, quantity) => show({ units: put(asked.units, id, quantity) })}
                  />
                  {exchanges.length > 0 && (
                    <>
                      <Text as="h3" variant="headingSm">
                        {t('exchangeLines.title')}
                      </Text>
                      <UnitsFields
                        rows={exchanges.map(({ id, left }) => ({ id, label: view.exchangeLines.find((line) => line.id === id)?.title ?? t('unknownItem'), help: null, left, chosen: asked.exchanges.find((row) => row.id === id)?.quantity ?? 0 }))}
                        onChange={(id, quantity) => show({ exchanges: put(asked.exchanges, id, quantity) })}
                      />
                    </>
                  )}
                </TitledCard>
                <TitledCard title={t('refund.how')}>
                  <ChoiceList
                    title={t('refund.to')}
                    choices={[
                      { value: 'original', label: t('refund.original') },
                      ...(hasCustomer ? [{ value: 'store_credit', label: t('refund.storeCredit') }] : []),
                    ]}
                    selected={[asked.to]}
                    onChange={([to]) => show({ to: to === 'store_credit' ? to : 'original' })}
                  />
                  {!hasCustomer && (
                    <Text as="p" tone="subdued">
                      {t('refund.noCustomer')}
                    </Text>
                  )}
                  <RefundExtras
                    preview={preview}
                    currency={currency}
                    shipping={asked.shipping}
                    onShipping={(shipping) => show({ shipping })}
                    waive={waive}
                    onWaive={setWaive}
                    notify={notify}
                    onNotify={setNotify}
                  />
                  {hasCustomer && limits.goodwill > 0 && (
                    <TextField
                      label={t('refund.extra')}
                      helpText={t('refund.extraHelp', { limit: money(limits.goodwill) })}
                      autoComplete="off"
                      inputMode="decimal"
                      suffix={currency}
                      value={typed}
                      onChange={setTyped}
                      error={extra === null ? t('refund.extraWrong') : undefined}
                    />
                  )}
                </TitledCard>
              </>
            )}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {preview && (
              <TitledCard title={t('refund.means')} text={t('refund.meansText')}>
                <AmountRows
                  preview={preview}
                  currency={currency}
                  beside={[
                    { label: t('refund.bonusRow'), amount: preview.bonus },
                    { label: t('refund.feesBack'), amount: fees },
                    { label: t('refund.extraRow'), amount: extra ?? 0 },
                  ].filter(({ amount }) => amount > 0)}
                />
              </TitledCard>
            )}
            {!preview && !nothing && (
              <TitledCard title={t('refund.means')}>
                <Text as="p">{t(asked.units.length + asked.exchanges.length === 0 ? 'refund.nothingChosen' : 'work.moved')}</Text>
              </TitledCard>
            )}
            <PromisedCard promised={promised} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
