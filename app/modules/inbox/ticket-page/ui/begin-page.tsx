import { useFetcher } from '@remix-run/react';
import { Card, ChoiceList, FormLayout, Page, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { BeginAnswer } from '../begin-ticket.server.ts';
import { useTicketWords } from './words.ts';

/** A ticket that staff begin: somebody called, or the shop writes first. */
export function BeginPage() {
  const { t } = useTicketWords();
  const fetcher = useFetcher<BeginAnswer>();
  const [kind, setKind] = useState<'call' | 'write'>('call');
  const [fields, setFields] = useState({ name: '', contact: '', subject: '', text: '', order: '' });
  const field = (name: keyof typeof fields) => ({
    label: t(`begin.${name}`),
    autoComplete: 'off',
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
    error: fetcher.state === 'idle' && fetcher.data?.is === 'invalid' && name !== 'name' && fetcher.data.fields.includes(name) ? t(`begin.wrong.${name}`) : undefined,
  });
  return (
    <Page
      narrowWidth
      title={t('begin.title')}
      backAction={{ content: t('page.back'), url: '/app/inbox' }}
      primaryAction={{ content: t(`begin.do.${kind}`), loading: fetcher.state !== 'idle', onAction: () => fetcher.submit({ kind, ...fields }, { method: 'post' }) }}
    >
      <Card>
        <FormLayout>
          <ChoiceList
            title={t('begin.kind')}
            choices={[
              { label: t('begin.call'), value: 'call', helpText: t('begin.callHelp') },
              { label: t('begin.write'), value: 'write', helpText: t('begin.writeHelp') },
            ]}
            selected={[kind]}
            onChange={([chosen]) => setKind(chosen === 'write' ? 'write' : 'call')}
          />
          <FormLayout.Group>
            <TextField {...field('name')} />
            <TextField {...field('contact')} helpText={t(kind === 'call' ? 'begin.contactHelp' : 'begin.emailHelp')} />
          </FormLayout.Group>
          <FormLayout.Group>
            <TextField {...field('subject')} maxLength={500} />
            <TextField {...field('order')} />
          </FormLayout.Group>
          {kind === 'call' && <TextField {...field('text')} multiline={6} />}
        </FormLayout>
      </Card>
    </Page>
  );
}
