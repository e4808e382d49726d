import { useFetcher, useSearchParams } from '@remix-run/react';
import { Card, ChoiceList, Form, FormLayout, Page, TextField } from '@shopify/polaris';
import { useEffect, useId, useState } from 'react';
import { useRequestKey } from '#app/ui/use-request-key.ts';
import type { BeginAnswer } from '../begin-ticket.server.ts';
import { useTicketWords } from './words.ts';

/** A ticket that staff begin: somebody called, or the shop writes first. Who it is may stand in the address. */
export function BeginPage() {
  const { t } = useTicketWords();
  const fetcher = useFetcher<BeginAnswer>();
  const [kind, setKind] = useState<'call' | 'write'>('call');
  const [asked] = useSearchParams();
  const [fields, setFields] = useState({ name: asked.get('name') ?? '', contact: asked.get('contact') ?? '', subject: '', text: '', order: '' });
  const { keyOf } = useRequestKey();
  const firstField = useId();
  // Not by the attribute, which browsers refuse in a frame of another site.
  useEffect(() => document.getElementById(firstField)?.focus(), [firstField]);
  const field = (name: keyof typeof fields) => ({
    label: t(`begin.${name}`),
    autoComplete: 'off',
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
    error: fetcher.state === 'idle' && fetcher.data?.is === 'invalid' && name !== 'name' && fetcher.data.fields.includes(name) ? t(`begin.wrong.${name}`) : undefined,
  });
  const begin = () => {
    const wish = { kind, ...fields };
    fetcher.submit({ key: keyOf(wish), ...wish }, { method: 'post' });
  };
  return (
    <Page
      narrowWidth
      title={t('begin.title')}
      backAction={{ content: t('page.back'), url: '/app/inbox' }}
      primaryAction={{ content: t(`begin.do.${kind}`), loading: fetcher.state !== 'idle', onAction: begin }}
    >
      <Card>
        <Form onSubmit={() => fetcher.state === 'idle' && begin()}>
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
              <TextField {...field('name')} id={asked.has('name') ? undefined : firstField} />
              <TextField {...field('contact')} helpText={t(kind === 'call' ? 'begin.contactHelp' : 'begin.emailHelp')} />
            </FormLayout.Group>
            <FormLayout.Group>
              <TextField {...field('subject')} maxLength={500} id={asked.has('name') ? firstField : undefined} />
              <TextField {...field('order')} />
            </FormLayout.Group>
            {kind === 'call' && <TextField {...field('text')} multiline={6} />}
          </FormLayout>
        </Form>
      </Card>
    </Page>
  );
}
