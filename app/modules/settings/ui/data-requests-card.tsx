import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, ButtonGroup, Card, Divider, InlineError, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { downloadDocument } from '#app/ui/download-document.ts';
import { useSettingsWords } from './words.ts';

/** A customer's request for their data, without the data. */
export interface DataRequest {
  id: string;
  customerId: string | null;
  receivedAt: Date;
  dueAt: Date;
  deliveredAt: Date | null;
}

/** Customers' requests for their data: the document of each, and whether it was handed over. */
export function DataRequestsCard({ requests }: { requests: readonly DataRequest[] }) {
  const { t } = useSettingsWords();
  return (
    <div id="data-requests">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('dataRequests.title')}
            </Text>
            <Text as="p" tone="subdued">
              {t('dataRequests.text')}
            </Text>
          </BlockStack>
          {requests.length === 0 && <Text as="p">{t('dataRequests.none')}</Text>}
          {requests.map((request) => (
            <BlockStack key={request.id} gap="400">
              <Divider />
              <Request request={request} />
            </BlockStack>
          ))}
        </BlockStack>
      </Card>
    </div>
  );
}

function Request({ request }: { request: DataRequest }) {
  const { t } = useSettingsWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<null>();
  useAnswer(fetcher.data, () => showToast(t('dataRequests.marked')));
  const [download, setDownload] = useState<'idle' | 'running' | 'failed'>('idle');
  const overdue = request.deliveredAt === null && formats.isPast(request.dueAt);

  const save = () => {
    setDownload('running');
    downloadDocument(`/app/data-requests/${encodeURIComponent(request.id)}`, `data-request-${request.id}.json`).then(
      () => setDownload('idle'),
      () => setDownload('failed'),
    );
  };
  return (
    <BlockStack gap="200">
      {request.customerId ? (
        <Link url={`shopify:admin/customers/${request.customerId}`}>
          {t('dataRequests.customer', { id: request.customerId })}
        </Link>
      ) : (
        <Text as="p">{t('dataRequests.noCustomer')}</Text>
      )}
      <Text as="p" tone={overdue ? 'critical' : 'subdued'}>
        {t('dataRequests.received', { day: formats.day(request.receivedAt) })} ·{' '}
        {request.deliveredAt
          ? t('dataRequests.delivered', { day: formats.day(request.deliveredAt) })
          : t(overdue ? 'dataRequests.overdue' : 'dataRequests.due', { day: formats.day(request.dueAt) })}
      </Text>
      <ButtonGroup>
        <Button onClick={save} loading={download === 'running'}>
          {t('dataRequests.download')}
        </Button>
        {request.deliveredAt === null && (
          <Button
            loading={fetcher.state !== 'idle'}
            onClick={() => fetcher.submit({ intent: 'mark-delivered', id: request.id }, { method: 'post' })}
          >
            {t('dataRequests.markDelivered')}
          </Button>
        )}
      </ButtonGroup>
      {download === 'failed' && <InlineError fieldID={`data-request-${request.id}`} message={t('dataRequests.downloadFailed')} />}
    </BlockStack>
  );
}
