import { useNavigate, useNavigation } from '@remix-run/react';
import { Banner, Button, Card, Form, FormLayout, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { WordChannel } from '../own-words/word-parts.ts';
import type { NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

/** About which order the preview is written. */
export function OrderCard({ notice: { kind, locale, order, notFound }, way }: { notice: NoticePreview; way: WordChannel }) {
  const { t } = useNoticeWords();
  const navigate = useNavigate();
  const busy = useNavigation().state === 'loading';
  const [wanted, setWanted] = useState(order ?? '');
  const show = () => navigate(`/app/notices/${kind}?${new URLSearchParams({ language: locale, way, ...(wanted.trim() ? { order: wanted.trim() } : {}) }).toString()}`);
  return (
    <Card>
      <Form onSubmit={show}>
        <FormLayout>
          <TextField label={t('detail.order')} helpText={t('detail.orderHelp')} autoComplete="off" value={wanted} onChange={setWanted} error={notFound ? t('detail.notFound') : undefined} />
          <Button submit loading={busy}>
            {t('detail.show')}
          </Button>
          {order === null && !notFound && (
            <Banner>
              <p>{t('detail.made')}</p>
            </Banner>
          )}
        </FormLayout>
      </Form>
    </Card>
  );
}
