import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, FormLayout, InlineStack, Select, TextField } from '@shopify/polaris';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useCountries } from '#app/ui/use-countries.ts';
import type { SuggestedLastOrders } from '../suggest-last-orders.server.ts';
import type { ProfilePart } from './profile-draft.ts';
import { usePeakWords } from './words.ts';

/** The last day to order for each country: worked out from what is promised, and the merchant's to change. */
export function LastOrders({ profile, errorOf, onChange, countries }: ProfilePart & { countries: readonly string[] }) {
  const { t } = usePeakWords();
  const { locale } = useAdmin();
  const named = useCountries(countries);
  const fetcher = useFetcher<SuggestedLastOrders>();
  const { id, from, to, endedAt, extraDays, arriveBy, lastOrders } = profile;
  const workOut = () => {
    const asked = { id, from, to, endedAt, extraDays, arriveBy, countries: lastOrders.map(({ country }) => country) };
    fetcher.submit({ intent: 'suggest', value: JSON.stringify(asked) }, { method: 'post' });
  };
  useAnswer(fetcher.data, (answer) => onChange({ lastOrders: answer.lastOrders }));
  const tooLate = fetcher.data?.tooLate ?? [];
  const free = named.filter(({ value }) => lastOrders.every(({ country }) => country !== value));
  return (
    <BlockStack gap="300">
      <FormLayout>
        <TextField label={t('lastOrders.arriveBy')} helpText={t('lastOrders.arriveByHelp')} type="date" autoComplete="off" value={arriveBy} onChange={(day) => onChange({ arriveBy: day })} error={errorOf('arriveBy')} />
      </FormLayout>
      {arriveBy !== '' && (
        <>
          <InlineStack>
            <Button onClick={workOut} loading={fetcher.state !== 'idle'}>
              {t(lastOrders.length > 0 ? 'lastOrders.again' : 'lastOrders.workOut')}
            </Button>
          </InlineStack>
          {tooLate.length > 0 && (
            <Banner tone="warning">
              <p>{t('lastOrders.tooLate', { countries: tooLate.map((country) => countryName(country, locale)).join(', ') })}</p>
            </Banner>
          )}
          {lastOrders.map(({ country, day }, at) => (
            <InlineStack key={country} gap="300" blockAlign="end" wrap={false}>
              <div style={{ flex: 1 }}>
                <TextField
                  label={countryName(country, locale)}
                  type="date"
                  autoComplete="off"
                  value={day}
                  onChange={(changed) => onChange({ lastOrders: lastOrders.map((one, index) => (index === at ? { country, day: changed } : one)) })}
                  error={errorOf(`lastOrders.${at}.day`)}
                />
              </div>
              <Button onClick={() => onChange({ lastOrders: lastOrders.filter((_, index) => index !== at) })} accessibilityLabel={t('removeOne', { name: countryName(country, locale) })}>
                {t('remove')}
              </Button>
            </InlineStack>
          ))}
          <Select
            label={t('lastOrders.add')}
            options={[{ value: '', label: t('lastOrders.choose') }, ...free]}
            value=""
            onChange={(country) => country !== '' && onChange({ lastOrders: [...lastOrders, { country, day: arriveBy }] })}
          />
        </>
      )}
    </BlockStack>
  );
}
