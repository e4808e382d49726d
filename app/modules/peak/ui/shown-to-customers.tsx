import { Text } from '@shopify/polaris';

interface Props {
  /** What a screen reader calls it. */
  title: string;
  html: string;
  height: number;
  /** The subject above it, where it is a mail. */
  subject?: string;
  locale?: string;
}

/** What the customers see, in an empty sandbox: it runs nothing and leads nowhere. */
export function ShownToCustomers({ title, html, height, subject, locale }: Props) {
  return (
    <>
      {subject !== undefined && (
        <Text as="p" fontWeight="semibold">
          <span lang={locale}>{subject}</span>
        </Text>
      )}
      <iframe title={title} sandbox="" srcDoc={html} style={{ border: '1px solid #ccc', borderRadius: 8, width: '100%', height, background: '#fff' }} />
    </>
  );
}
