import { BlockStack, Card, Layout, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from '@shopify/polaris';
import { useShellWords } from './words.ts';

/** The outline of the page at that address, in the places its cards will have. */
export function LoadingPage({ path }: { path: string }) {
  const { t } = useShellWords();
  const isList = /^\/app\/(inbox|orders|parcels|returns|problems|messages)\/?$/.test(path);
  const isDetail = /^\/app\/(inbox|orders|returns|problems|messages)\/./.test(path);
  return (
    <div aria-busy="true" aria-label={t('loading')} role="status">
      <SkeletonPage fullWidth={isList} backAction={isDetail}>
        {isList ? (
          <Card>
            <SkeletonBodyText lines={12} />
          </Card>
        ) : (
          <Layout>
            <Layout.Section>
              <BlockStack gap="400">
                <OutlineCard lines={4} />
                <OutlineCard lines={6} />
              </BlockStack>
            </Layout.Section>
            {isDetail && (
              <Layout.Section variant="oneThird">
                <OutlineCard lines={5} />
              </Layout.Section>
            )}
          </Layout>
        )}
      </SkeletonPage>
    </div>
  );
}

function OutlineCard({ lines }: { lines: number }) {
  return (
    <Card>
      <BlockStack gap="400">
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={lines} />
      </BlockStack>
    </Card>
  );
}
