import { useFetcher, useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Button, Card, InlineStack, Layout, Page } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useReturnWords } from '../words.ts';
import type { WorkAnswer } from '../../processing/answers.ts';
import { givenByReceiving } from '../../processing/given-by-receiving.ts';
import type { ReceiveView } from '../../processing/receive-view.server.ts';
import { FoundFields } from './found-fields.tsx';
import { complaintsOf, foundUnits, goodUnits } from './found-row.ts';
import { WorkAnswerBanner } from './work-answer.tsx';

interface Props extends ReceiveView {
  /** Names this form as it was shown, so that a second click is no second receipt. */
  actKey: string;
}

/** What came back, line by line: how many units, how they are, where they go, and for which something is given. */
export function ReceivePage({ view, left, places, byItself, actKey }: Props) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const navigate = useNavigate();
  const fetcher = useFetcher<WorkAnswer>();
  const place = places[0]?.id ?? null;
  const [rows, setRows] = useState(() => left.map(({ lineId, units }, key) => goodUnits(key, lineId, units, place)));
  const [wasAsked, setAsked] = useState(false);
  const found = foundUnits(rows);
  const complaints = complaintsOf(rows, left);
  const given = byItself ? givenByReceiving(view, byItself, found) : 'nothing';
  const money = byItself && byItself.amount.minor > 0 ? t(given === 'part' ? 'receive.byItself.part' : `receive.byItself.${byItself.to}`, { amount: formats.money(byItself.amount) }) : null;
  const goods = view.exchangeLines.some(({ quantity, processed }) => processed < quantity) ? t('receive.byItself.goods') : null;
  const gives = given === 'nothing' ? [] : [money, goods].filter((words) => words !== null);
  const back = `/app/returns/${view.id}`;
  useAnswer(fetcher.data, ({ is }) => {
    if (is !== 'done' && is !== 'running') return;
    showToast(t(is === 'done' ? 'receive.done' : 'receive.underway'));
    navigate(back);
  });
  const receive = () => {
    setAsked(true);
    if (complaints.size === 0) fetcher.submit({ key: actKey, rows: JSON.stringify(found) }, { method: 'post' });
  };
  return (
    <Page
      title={t('receive.title', { name: view.name })}
      backAction={{ content: view.name, url: back }}
      primaryAction={left.length === 0 ? undefined : { content: t('receive.confirm'), onAction: receive, loading: fetcher.state !== 'idle', disabled: found.length === 0 }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {fetcher.state === 'idle' && fetcher.data && <WorkAnswerBanner answer={fetcher.data} currency={null} />}
            {gives.length > 0 && (
              <Banner tone="info">
                {gives.map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </Banner>
            )}
            {left.length === 0 && (
              <Card>
                <Empty icon={CheckCircleIcon} title={t('receive.nothing')} text={t('receive.nothingText')} />
              </Card>
            )}
            {left.map(({ lineId, units }) => {
              const line = view.lines.find(({ id }) => id === lineId);
              const own = rows.filter((row) => row.lineId === lineId);
              const typed = own.reduce((sum, { quantity }) => sum + (quantity || 0), 0);
              return (
                <TitledCard key={lineId} title={line?.title ?? t('unknownItem')} text={[line?.variantTitle, line?.sku, t('receive.left', { count: units })].filter(Boolean).join(' · ')}>
                  {own.map((row) => (
                    <FoundFields
                      key={row.key}
                      row={row}
                      places={places}
                      complaint={wasAsked ? (complaints.get(row.key) ?? null) : null}
                      onChange={(changed) => setRows(rows.map((each) => (each.key === row.key ? changed : each)))}
                      onRemove={own.length > 1 ? () => setRows(rows.filter((each) => each.key !== row.key)) : null}
                    />
                  ))}
                  <InlineStack>
                    <Button onClick={() => setRows([...rows, goodUnits(Math.max(...rows.map(({ key }) => key)) + 1, lineId, Math.max(0, units - typed), place)])}>{t('receive.another')}</Button>
                  </InlineStack>
                </TitledCard>
              );
            })}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
