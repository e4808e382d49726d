import { BlockStack, Text } from '@shopify/polaris';
import { placeName } from '#app/kernel/place.ts';
import type { Scan } from '#app/modules/carriers/index.server.ts';
import type { Voice } from './evidence.ts';
import { Foldable } from './foldable.tsx';

const sourceNames: Readonly<Record<string, string>> = { shopify: 'Shopify', '17track': '17TRACK', aftership: 'AfterShip', easypost: 'EasyPost', karrio: 'Karrio' };

/** Every scan, the newest first, each with who told it. */
export function Scans({ scans, voice: { words: { t, name }, formats, locale, carriers } }: { scans: readonly Scan[]; voice: Voice }) {
  return (
    <Foldable label={t('parcel.scans', { count: scans.length })}>
      <BlockStack as="ol" gap="200">
        {[...scans].reverse().map((scan) => {
          const meaning = [scan.status && name('status', scan.status), scan.cause && name('cause', scan.cause)].filter(Boolean).join(' · ');
          return (
            <li key={scan.id}>
              <Text as="p" breakWord>
                {[meaning, scan.message].filter(Boolean).join(': ')}
              </Text>
              <Text as="p" variant="bodySm" tone="subdued">
                {[formats.moment(scan.happenedAt), placeName(scan.place, locale), sourceNames[scan.source] ?? carriers[scan.source] ?? scan.source].filter(Boolean).join(' · ')}
              </Text>
            </li>
          );
        })}
      </BlockStack>
    </Foldable>
  );
}
