import { TextField } from '@shopify/polaris';
import { decimals } from '#app/kernel/money.ts';
import { useAdmin } from '#app/ui/admin.tsx';

interface Props {
  label: string;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

/** An amount in the shop's currency, as it is typed. */
export function MoneyField(props: Props) {
  const { shop: { currency } } = useAdmin();
  return <TextField {...props} type="number" inputMode="decimal" min={0} step={10 ** -decimals(currency)} suffix={currency} autoComplete="off" />;
}
