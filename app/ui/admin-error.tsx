import { useRevalidator, useRouteError } from '@remix-run/react';
import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { pageErrorOf, shopifyPage } from './page-error.ts';
import { useShellWords } from './words.ts';

/** What a page of the admin shows in its place when it cannot be shown; the navigation stays. */
export function AdminError() {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const { t } = useShellWords();
  const answer = shopifyPage(error);
  if (answer !== null) return <div dangerouslySetInnerHTML={{ __html: answer }} />;

  const { kind, reference } = pageErrorOf(error);
  const action =
    kind === 'notFound'
      ? { content: t('error.toHome'), url: '/app' }
      : kind === 'access'
        ? undefined
        : { content: t('error.retry'), onAction: revalidate };
  return (
    <Page title={t(`error.${kind}Title`)} narrowWidth primaryAction={action}>
      <Card>
        <BlockStack gap="200">
          <Text as="p">{t(`error.${kind}`)}</Text>
          {reference && (
            <Text as="p" tone="subdued">
              {t('error.reference', { id: reference })}
            </Text>
          )}
        </BlockStack>
      </Card>
    </Page>
  );
}
