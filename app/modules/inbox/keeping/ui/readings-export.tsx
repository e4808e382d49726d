import { Banner, Box, Button } from '@shopify/polaris';
import { useExport } from '#app/ui/use-export.ts';
import { useKeepingWords } from './words.ts';

/** Saves who read what as a file. */
export function ReadingsExport() {
  const { t } = useKeepingWords();
  const exporting = useExport('/app/settings/keeping/readings.csv', 'inbox-readings.csv');
  return (
    <>
      {exporting.failed && (
        <Banner tone="critical" onDismiss={exporting.dismiss}>
          {t('exportFailed')}
        </Banner>
      )}
      <Box>
        <Button onClick={exporting.start} loading={exporting.busy}>
          {t('readings.export')}
        </Button>
      </Box>
    </>
  );
}
