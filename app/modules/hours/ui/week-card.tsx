import { BlockStack, Button, Divider, FormLayout, InlineError, InlineStack, Text, TextField } from '@shopify/polaris';
import { Fragment, type ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { BusinessHours } from '../hours-setting.ts';
import { useHoursWords } from './words.ts';

type Week = BusinessHours['week'];
type Span = Week[number][number];

interface Props {
  week: Week;
  zone: string;
  /** How it stands now. */
  children: ReactNode;
  errorOf(path: string): string | undefined;
  onChange(week: Week): void;
}

/** The hours of each weekday, in up to four spans. */
export function WeekCard({ week, zone, children, errorOf, onChange }: Props) {
  const { t } = useHoursWords();
  const { locale } = useAdmin();
  const wrong = errorOf('week');
  return (
    <TitledCard title={t('week')} text={t('zone', { zone })}>
      {children}
      {week.map((spans, at) => (
        <Fragment key={at}>
          {at > 0 && <Divider />}
          <DayHours name={dayName(at, locale)} spans={spans} errorOf={(path) => errorOf(`week.${at}${path}`)} onChange={(next) => onChange(week.map((day, place) => (place === at ? next : day)))} />
        </Fragment>
      ))}
      {wrong && <InlineError fieldID="week" message={wrong} />}
    </TitledCard>
  );
}

interface DayProps {
  name: string;
  spans: readonly Span[];
  errorOf(path: string): string | undefined;
  onChange(spans: Span[]): void;
}

function DayHours({ name, spans, errorOf, onChange }: DayProps) {
  const { t } = useHoursWords();
  const wrong = errorOf('');
  const change = (at: number, part: Partial<Span>) => onChange(spans.map((span, place) => (place === at ? { ...span, ...part } : span)));
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        {spans.length === 0 && (
          <Text as="span" tone="subdued">
            {t('closed')}
          </Text>
        )}
        {spans.length < 4 && (
          <Button variant="tertiary" accessibilityLabel={t('addSpanOf', { day: name })} onClick={() => onChange([...spans, nextSpan(spans)])}>
            {t('addSpan')}
          </Button>
        )}
      </InlineStack>
      {spans.map(({ from, to }, at) => (
        <FormLayout key={at}>
          <FormLayout.Group condensed>
            <TextField label={t('from')} labelHidden={at > 0} autoComplete="off" inputMode="numeric" maxLength={5} value={from} onChange={(typed) => change(at, { from: typed })} error={errorOf(`.${at}.from`) ?? errorOf(`.${at}`)} />
            <TextField
              label={t('to')}
              labelHidden={at > 0}
              autoComplete="off"
              inputMode="numeric"
              maxLength={5}
              value={to}
              onChange={(typed) => change(at, { to: typed })}
              error={errorOf(`.${at}.to`)}
              connectedRight={
                <Button accessibilityLabel={t('removeOf', { day: name, from, to })} onClick={() => onChange(spans.filter((_, place) => place !== at))}>
                  {t('remove')}
                </Button>
              }
            />
          </FormLayout.Group>
        </FormLayout>
      ))}
      {wrong && <InlineError fieldID={name} message={wrong} />}
    </BlockStack>
  );
}

/** What is usual, after the hours there are. */
function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  return last ? { from: last.to < '22:00' ? `${String(Number(last.to.slice(0, 2)) + 1).padStart(2, '0')}:00` : '23:00', to: '24:00' } : { from: '09:00', to: '17:00' };
}

/** The name of a weekday, 0 for Monday. */
function dayName(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day + 1)));
}
