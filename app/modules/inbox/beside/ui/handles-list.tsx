import { Badge, BlockStack, Button, InlineError, InlineStack, Link, Text } from '@shopify/polaris';
import { XIcon } from '@shopify/polaris-icons';
import type { BesidePerson } from '../beside-view.ts';
import { TypedLink } from './typed-link.tsx';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

interface Props {
  ticketId: number;
  handles: BesidePerson['handles'];
}

/** All that a person is known by, each with why, and the way to link more or undo it. */
export function HandlesList({ ticketId, handles }: Props) {
  const { t, name } = useBesideWords();
  const form = useBesideForm(ticketId);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('handles.title')}
      </Text>
      <BlockStack as="ul" gap="150">
        {handles.map((handle) => (
          <li key={handle.id}>
            <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
              <BlockStack gap="0">
                <Text as="span" breakWord>
                  {handle.kind === 'customer' ? <Link url={`shopify:admin/customers/${handle.value}`}>{name('kind', 'customer')}</Link> : handle.value}
                </Text>
                <InlineStack gap="200" align="start" blockAlign="center">
                  <Text as="span" variant="bodySm" tone="subdued">
                    {handle.evidence.orderId ? <Link url={`/app/orders/${handle.evidence.orderId}`}>{name('reason', handle.reason)}</Link> : name('reason', handle.reason)}
                  </Text>
                  {handle.confidence === 'likely' && <Badge tone="warning">{t('handles.likely')}</Badge>}
                </InlineStack>
              </BlockStack>
              {handles.length > 1 && (
                <Button
                  icon={XIcon}
                  variant="tertiary"
                  disabled={form.isBusy}
                  accessibilityLabel={t('handles.unlink', { value: handle.kind === 'customer' ? name('kind', 'customer') : handle.value })}
                  onClick={() => form.send({ intent: 'unlink', handle: handle.id })}
                />
              )}
            </InlineStack>
          </li>
        ))}
      </BlockStack>
      {form.problem && <InlineError fieldID="handles" message={form.problem} />}
      <TypedLink ticketId={ticketId} open={t('handles.add')} label={t('handles.value')} helpText={t('handles.valueHelp')} confirm={t('handles.link')} fieldsOf={(typed) => ({ intent: 'link', value: typed })} />
    </BlockStack>
  );
}
