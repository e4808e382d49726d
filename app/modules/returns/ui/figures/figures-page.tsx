import { useNavigate, useNavigation } from '@remix-run/react';
import { Banner, BlockStack, Box, Card, InlineGrid, Page, Select } from '@shopify/polaris';
import { ReturnIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { TermsCard } from '#app/ui/terms-card.tsx';
import { useExport } from '#app/ui/use-export.ts';
import { figureMonths, type FigureMonths } from '../../figures/figures-period.ts';
import type { ReturnFigures } from '../../figures/views.ts';
import { CostCard } from './cost-card.tsx';
import { FiguresSummary } from './figures-summary.tsx';
import { FindingsCard } from './findings-card.tsx';
import { figuresPath, readFiguresQuery } from './figures-query.ts';
import { MoneyCard } from './money-card.tsx';
import { ProductsCard } from './products-card.tsx';
import { RateCard } from './rate-card.tsx';
import { ReasonsCard } from './reasons-card.tsx';
import { TimesCard } from './times-card.tsx';
import { useFiguresVoice, type FiguresVoice } from './use-figures-voice.ts';

const terms = ['rate', 'findings', 'kept', 'time'] as const;

/** What a shop's returns of some months come to: how much and why, what is kept, how soon the money comes. */
export function FiguresPage({ figures }: { figures: ReturnFigures }) {
  const voice = useFiguresVoice(figures.currency);
  const { t } = voice;
  const navigate = useNavigate();
  const { location } = useNavigation();
  const asked = location?.pathname === figuresPath(6) ? readFiguresQuery(new URLSearchParams(location.search)) : figures.months;
  const show = (months: FigureMonths) => navigate(figuresPath(months), { replace: true, preventScrollReset: true });
  const exporting = useExport(figuresPath(figures.months, '/app/returns/figures.csv'), `return-figures-${figures.months}-months.csv`);
  const isEmpty = figures.rate.unitsBack === 0 && figures.money.returns === 0 && figures.times.refunded === 0;
  return (
    <Page
      title={t('title')}
      backAction={{ content: t('back'), url: '/app/returns' }}
      secondaryActions={[{ content: t('export'), onAction: exporting.start, loading: exporting.busy, disabled: isEmpty }]}
    >
      <BlockStack gap="400">
        {exporting.failed && (
          <Banner tone="critical" onDismiss={exporting.dismiss}>
            {t('exportFailed')}
          </Banner>
        )}
        <Card padding="300">
          <Box maxWidth="320px">
            <Select
              label={t('period')}
              options={figureMonths.map((months) => ({ value: String(months), label: t(`last.${months}`) }))}
              value={String(asked)}
              onChange={(value) => show(figureMonths.find((months) => String(months) === value) ?? figures.months)}
            />
          </Box>
        </Card>
        {isEmpty ? (
          <Card>
            <Empty icon={ReturnIcon} title={t('emptyTitle')} text={t('emptyText')} action={figures.months === 12 ? undefined : { content: t('longer'), onAction: () => show(12) }} />
          </Card>
        ) : (
          <Figures figures={figures} voice={voice} />
        )}
        <TermsCard title={t('counted.title')} terms={terms.map((term) => ({ term: t(`counted.${term}`), text: t(`counted.${term}Text`) }))} />
      </BlockStack>
    </Page>
  );
}

function Figures({ figures, voice }: { figures: ReturnFigures; voice: FiguresVoice }) {
  return (
    <>
      <FiguresSummary figures={figures} voice={voice} />
      <FindingsCard findings={figures.findings} voice={voice} />
      <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400" alignItems="start">
        <RateCard months={figures.rateByMonth} voice={voice} />
        <ReasonsCard reasons={figures.reasons} voice={voice} />
        <MoneyCard money={figures.money} months={figures.moneyByMonth} voice={voice} />
        <TimesCard times={figures.times} months={figures.timesByMonth} voice={voice} />
        <CostCard figures={figures} voice={voice} />
      </InlineGrid>
      <ProductsCard products={figures.products} voice={voice} />
    </>
  );
}
