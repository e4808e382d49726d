import { useFetcher } from '@remix-run/react';
import { Combobox, Icon, Listbox, Modal, Text } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { fold } from '#app/kernel/text.ts';
import type { ChangeAnswer } from '../../ticket-page/change-from-page.server.ts';
import { useWishes } from '../../ticket-page/ui/wish-face.ts';
import { useSaidChange } from '../../ticket-page/ui/use-change.ts';
import type { DeedWish } from '../../deeds/deed.ts';
import type { WritingAids } from '../writing-aids.server.ts';
import { useMacroWords } from './words.ts';

interface Props {
  ticketId: number;
  /** Puts words where the agent writes. */
  onInsert(text: string): void;
}

const mostShown = 12;

/** Finds macros and help texts by their words and puts one into the reply; internal notes are shown and stay here. */
export function MacroPicker({ ticketId, onInsert }: Props) {
  const { t } = useMacroWords();
  const fetcher = useFetcher<WritingAids>();
  const using = useFetcher<ChangeAnswer | null>();
  const { want } = useWishes();
  const [typed, type] = useState('');
  const [note, showNote] = useState<{ title: string; body: string } | null>(null);
  const address = `/app/inbox/${ticketId}/macros`;
  // What it did to the ticket is said at once, with the way back: the words may never be sent.
  useSaidChange(using.data ?? undefined, { onUndo: (undo) => using.submit({ intent: 'change', ...undo }, { method: 'post', action: `/app/inbox/${ticketId}` }) });
  const entries = fetcher.data ? entriesOf(fetcher.data, t).filter(({ found }) => fold(typed).split(/\s+/).every((word) => found.includes(word))) : [];
  const groups = (['suggested', 'all', 'articles'] as const).map((group) => ({ group, rows: entries.filter((entry) => entry.group === group).slice(0, mostShown) })).filter(({ rows }) => rows.length > 0);
  const pick = (key: string) => {
    const entry = entries.find((one) => one.key === key);
    type('');
    if (!entry) return;
    if (entry.isNote) return showNote({ title: entry.title, body: entry.text });
    onInsert(entry.text);
    if (entry.store) want(entry.store);
    if (entry.group !== 'articles') using.submit({ key }, { method: 'post', action: address });
  };
  return (
    <>
      <Combobox
        activator={
          <Combobox.TextField
            label={t('pick.label')}
            labelHidden
            placeholder={t('pick.placeholder')}
            prefix={<Icon source={SearchIcon} />}
            autoComplete="off"
            value={typed}
            onChange={type}
            onFocus={() => fetcher.load(address)}
          />
        }
      >
        <Listbox onSelect={pick}>
          {groups.map(({ group, rows }) => (
            <Listbox.Section key={group} divider={false} title={<Listbox.Header>{t(`pick.${group}`)}</Listbox.Header>}>
              {rows.map(({ key, title, aside }) => (
                <Listbox.Option key={key} value={key} accessibilityLabel={[title, aside].filter(Boolean).join(', ')}>
                  <Listbox.TextOption>
                    <span>
                      {title} {aside && <Text as="span" tone="subdued">{aside}</Text>}
                    </span>
                  </Listbox.TextOption>
                </Listbox.Option>
              ))}
            </Listbox.Section>
          ))}
          {groups.length === 0 && (fetcher.data ? <Listbox.Action value="">{t('pick.nothing')}</Listbox.Action> : <Listbox.Loading accessibilityLabel={t('pick.loading')} />)}
        </Listbox>
      </Combobox>
      {note && (
        <Modal open onClose={() => showNote(null)} title={note.title}>
          <Modal.Section>
            {note.body.split('\n').map((line, at) => (
              <Text key={at} as="p">
                {line || '\u00a0'}
              </Text>
            ))}
          </Modal.Section>
        </Modal>
      )}
    </>
  );
}

interface Entry {
  key: string;
  group: 'suggested' | 'all' | 'articles';
  title: string;
  /** What is to be known before it is taken. */
  aside: string | null;
  text: string;
  isNote: boolean;
  /** What it leads to beside the conversation. */
  store: DeedWish | null;
  /** What it is found by. */
  found: string;
}

function entriesOf({ locale, macros, articles }: WritingAids, t: ReturnType<typeof useMacroWords>['t']): Entry[] {
  const spoken = (other: WritingAids['locale']) => (other === locale ? null : t('pick.otherLanguage', { language: t(`language.${other}`) }));
  return [
    ...macros.map((macro): Entry => {
      const title = macro.name || (macro.situation ? t(`situation.${macro.situation}`) : '');
      const { store } = macro.actions;
      const aside = [spoken(macro.locale), store && t('pick.opens', { deed: t(`store.${store.deed}`) })].filter(Boolean).join(' · ');
      return { key: macro.key, group: macro.suggested ? 'suggested' : 'all', title, aside: aside || null, text: macro.text, isNote: false, store, found: fold(`${title} ${macro.text}`) };
    }),
    ...articles.map(({ id, kind, title, body, url, locale: other }): Entry => {
      const text = url === '' ? body : `${body}\n\n${url}`;
      return { key: id, group: 'articles', title, aside: kind === 'internal' ? t('articles.internal') : spoken(other), text, isNote: kind === 'internal', store: null, found: fold(`${title} ${body}`) };
    }),
  ];
}
