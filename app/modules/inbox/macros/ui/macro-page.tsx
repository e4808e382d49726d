import { Button, Checkbox, ChoiceList, InlineStack, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { priorities, ticketCategories, ticketChannels } from '../../tickets/ticket.ts';
import { macroVariables } from '../macro-variables.ts';
import type { MacroDraft } from '../macro.ts';
import type { MacroView } from '../macros-view.server.ts';
import { StoreFields } from './store-fields.tsx';
import { KeptPage } from './kept-page.tsx';
import { MacroReading } from './macro-reading.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { useMacroWords } from './words.ts';

/** A condition as it is written in Liquid, in no language. */
const condition = "{% if parcel_is == 'late' %} … {% endif %}";

/** One macro: its words in each language, when it is offered first, and what it does. */
export function MacroPage({ macro, brought }: MacroView) {
  const { t } = useMacroWords();
  const situation = macro.situation;
  const title = macro.name || (situation ? t(`situation.${situation}`) : t('edit.newTitle'));
  const stored: MacroDraft = { name: macro.name || (situation ? t(`situation.${situation}`) : ''), situation, personal: macro.ownerId !== null, words: macro.words, conditions: macro.conditions, actions: macro.actions };
  const form = useKeptForm<MacroDraft>({ value: stored, version: macro.version });
  const { value, change } = form.draft;
  return (
    <KeptPage
      title={title}
      form={form}
      removal={macro.key === 'new' || macro.builtIn ? null : { title: t('edit.removeTitle'), text: t(situation ? 'edit.removeBroughtText' : 'edit.removeText') }}
    >
      <TitledCard title={t('edit.words')}>
        <TextField label={t('edit.name')} helpText={t('edit.nameHelp')} autoComplete="off" value={value.name} onChange={(name) => change({ name })} error={form.errorOf('name')} />
        {situation === null && <Checkbox label={t('edit.personal')} checked={value.personal} onChange={(personal) => change({ personal })} />}
        <WordsFields words={value.words} brought={brought?.words ?? null} error={form.errorOf('words')} onChange={(words) => change({ words })} />
      </TitledCard>
      <TitledCard title={t('edit.offered')} text={t('edit.offeredHelp')}>
        <ChoiceList
          title={t('edit.categories')}
          allowMultiple
          choices={ticketCategories.map((category) => ({ value: category, label: t(`category.${category}`) }))}
          selected={[...value.conditions.categories]}
          onChange={(chosen) => change({ conditions: { ...value.conditions, categories: ticketCategories.filter((category) => chosen.includes(category)) } })}
        />
        <ChoiceList
          title={t('edit.channels')}
          allowMultiple
          choices={ticketChannels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          selected={[...value.conditions.channels]}
          onChange={(chosen) => change({ conditions: { ...value.conditions, channels: ticketChannels.filter((channel) => chosen.includes(channel)) } })}
        />
        <LinesField label={t('edit.customerWords')} lines={value.conditions.words} separator={'\n'} error={form.errorOf('conditions.words')} onChange={(words) => change({ conditions: { ...value.conditions, words } })} />
      </TitledCard>
      <TitledCard title={t('edit.does')}>
        <LinesField label={t('edit.addTags')} lines={value.actions.addTags} separator=", " onChange={(addTags) => change({ actions: { ...value.actions, addTags } })} />
        <Select
          label={t('edit.category')}
          options={[{ value: '', label: t('edit.unchanged') }, ...ticketCategories.map((category) => ({ value: category, label: t(`category.${category}`) }))]}
          value={value.actions.category ?? ''}
          onChange={(chosen) => change({ actions: { ...value.actions, category: ticketCategories.find((category) => category === chosen) ?? null } })}
        />
        <Select
          label={t('edit.priority')}
          options={[{ value: '', label: t('edit.unchanged') }, ...priorities.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))]}
          value={value.actions.priority ?? ''}
          onChange={(chosen) => change({ actions: { ...value.actions, priority: priorities.find((priority) => priority === chosen) ?? null } })}
        />
        <StoreFields wish={value.actions.store} error={form.errorOf('actions.store.tag') ?? form.errorOf('actions.store.percent')} onChange={(store) => change({ actions: { ...value.actions, store } })} />
      </TitledCard>
    </KeptPage>
  );
}

interface WordsProps {
  words: MacroDraft['words'];
  brought: MacroDraft['words'] | null;
  error: string | undefined;
  onChange(words: MacroDraft['words']): void;
}

function WordsFields({ words, brought, error, onChange }: WordsProps) {
  const { t } = useMacroWords();
  const [locale, speak] = useState<CustomerLocale>('en');
  const missing = customerLocales.filter((each) => (words[each] ?? '').trim() === '');
  const text = words[locale] ?? '';
  const language = t(`language.${locale}`);
  return (
    <>
      <Select
        label={t('edit.language')}
        options={customerLocales.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        value={locale}
        onChange={(chosen) => speak(customerLocales.find((each) => each === chosen) ?? 'en')}
        helpText={missing.length > 0 ? t('edit.missing', { languages: missing.map((each) => t(`language.${each}`)).join(', ') }) : t('edit.complete')}
      />
      <TextField label={t('edit.text', { language })} helpText={missing.length === customerLocales.length ? t('edit.textHelp') : undefined} autoComplete="off" multiline={12} value={text} onChange={(next) => onChange({ ...words, [locale]: next })} error={error} />
      <InlineStack gap="200" blockAlign="end">
        <Select
          label={t('edit.variables')}
          helpText={t('edit.variablesHelp', { example: condition })}
          options={[{ value: '', label: '' }, ...macroVariables.map((variable) => ({ value: variable, label: t(`variable.${variable}`) }))]}
          value=""
          onChange={(variable) => variable !== '' && onChange({ ...words, [locale]: `${text}{{ ${variable} }}` })}
        />
      </InlineStack>
      {brought && brought[locale] !== text && (
        <InlineStack>
          <Button onClick={() => onChange({ ...words, [locale]: brought[locale] ?? '' })}>{t('edit.restore')}</Button>
        </InlineStack>
      )}
      <MacroReading locale={locale} text={text} />
    </>
  );
}

interface LinesProps {
  label: string;
  lines: readonly string[];
  separator: string;
  error?: string | undefined;
  onChange(lines: string[]): void;
}

/** Several short texts in one field; what is being typed stays as it is typed. */
function LinesField({ label, lines, separator, error, onChange }: LinesProps) {
  const [typed, type] = useState(lines.join(separator));
  const read = (text: string) => text.split(separator.trim() || '\n').map((line) => line.trim()).filter(Boolean);
  // Changed from outside: discarded, or saved.
  const shown = JSON.stringify(read(typed)) === JSON.stringify(lines) ? typed : lines.join(separator);
  return (
    <TextField
      label={label}
      autoComplete="off"
      {...(separator === '\n' ? { multiline: 3 } : {})}
      value={shown}
      error={error}
      onChange={(text) => {
        type(text);
        onChange(read(text));
      }}
    />
  );
}
