import { BlockStack, Combobox, InlineStack, Listbox, Tag } from '@shopify/polaris';
import { useState } from 'react';
import { useChange } from './use-change.ts';
import { fetchWhole } from './use-fetched.ts';
import { useTicketWords } from './words.ts';

const mostOffered = 8;
const patience = 5_000;

/** A ticket's tags; another is typed, or chosen among those other tickets carry. */
export function TagsField({ ticketId, tags: stored }: { ticketId: number; tags: readonly string[] }) {
  const { t } = useTicketWords();
  const { change, pending } = useChange();
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  const asked = { addTags: linesOf(pending('addTags')), removeTags: linesOf(pending('removeTags')) };
  const tags = [...stored.filter((tag) => !asked.removeTags.includes(tag)), ...asked.addTags.filter((tag) => !stored.includes(tag))];
  const wanted = typed.trim();
  const offered = known.filter((tag) => !tags.includes(tag) && tag.toLowerCase().includes(wanted.toLowerCase())).slice(0, mostOffered);
  const isNew = wanted !== '' && !tags.includes(wanted) && !offered.includes(wanted);
  /** Says what is put on and taken off, with what is on its way: colleagues may change the others meanwhile. */
  const say = (tag: string, how: keyof typeof asked) => {
    const rest = { addTags: asked.addTags.filter((each) => each !== tag), removeTags: asked.removeTags.filter((each) => each !== tag) };
    const said = { ...rest, [how]: [...rest[how], tag] };
    change({ addTags: said.addTags.join('\n'), removeTags: said.removeTags.join('\n') });
  };
  const add = (tag: string) => {
    setTyped('');
    say(tag, 'addTags');
  };
  return (
    <BlockStack gap="200">
      <Combobox activator={<Combobox.TextField label={t('properties.tags')} placeholder={t('properties.addTag')} autoComplete="off" maxLength={60} value={typed} onChange={setTyped} onFocus={() => void readTags(ticketId).then(setKnown)} />}>
        {offered.length > 0 || isNew ? (
          <Listbox onSelect={add}>
            {isNew && <Listbox.Action value={wanted}>{t('properties.newTag', { tag: wanted })}</Listbox.Action>}
            {offered.map((tag) => (
              <Listbox.Option key={tag} value={tag}>
                {tag}
              </Listbox.Option>
            ))}
          </Listbox>
        ) : null}
      </Combobox>
      {tags.length > 0 && (
        <InlineStack gap="100">
          {tags.map((tag) => (
            <Tag key={tag} onRemove={() => say(tag, 'removeTags')}>
              {tag}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}

const linesOf = (text: string | null): string[] => text?.split('\n').filter(Boolean) ?? [];

/** Tags that other tickets carry; none where they could not be asked for. */
async function readTags(ticketId: number): Promise<readonly string[]> {
  const answer = await fetchWhole(`/app/inbox/${ticketId}/writing`, AbortSignal.timeout(patience)).catch(() => null);
  return answer ? answer.json() : [];
}
