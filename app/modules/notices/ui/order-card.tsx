import { useNavigate, useNavigation } from '@remix-run/react';
import { Banner, Button, Card, Form, FormLayout, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

/** About which order the preview is written, and how it is to stand. */
export function OrderCard({ notice: { kind, situation, situations, locale, order, notFound }, way }: { notice: NoticePreview; way: WordChannel }) {
  const { t } = useNoticeWords();
  const navigate = useNavigate();
  const busy = useNavigation().state === 'loading';
  const [wanted, setWanted] = useState(order ?? '');
  const show = (next: string | null) =>
    navigate(`/app/notices/${kind}?${new URLSearchParams({ language: locale, way, ...(next === null ? {} : { situation: next }), ...(wanted.trim() ? { order: wanted.trim() } : {}) }).toString()}`, { preventScrollReset: true });
  return (
    <Card>
      <Form onSubmit={() => show(situation)}>
        <FormLayout>
          {situation !== null && <Select label={t('situation.label')} options={situations.map((value) => ({ value, label: t(`situation.${value}`) }))} value={situation} onChange={show} />}
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
