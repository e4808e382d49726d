import { Text } from '@shopify/polaris';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { AddressView } from '../views.ts';

/** Where an order goes, line by line, with its country in the reader's language. */
export function AddressLines({ address }: { address: AddressView }) {
  const { locale } = useAdmin();
  const country = address.countryCode && countryName(address.countryCode, locale);
  const place = placeLine(address);
  const rows = [address.name, address.address1, address.address2, place, country, address.phone].filter(Boolean);
  return (
    <Text as="p" breakWord>
      {rows.map((row, at) => (
        <span key={at}>
          {at > 0 && <br />}
          {row}
        </span>
      ))}
    </Text>
  );
}

/** Where there are provinces the code follows them; elsewhere it leads. */
function placeLine({ city, province, zip }: AddressView): string {
  if (!province) return [zip, city].filter(Boolean).join(' ');
  return [city, [province, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
