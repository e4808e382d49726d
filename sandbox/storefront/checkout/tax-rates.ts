/** A sales tax or VAT the shop collects. */
export interface TaxRate {
  title: string;
  rate: number;
}

const byCountry: Record<string, TaxRate> = {
  AT: { title: 'USt', rate: 0.2 },
  AU: { title: 'GST', rate: 0.1 },
  CA: { title: 'GST', rate: 0.05 },
  CH: { title: 'MWST', rate: 0.081 },
  DE: { title: 'MwSt', rate: 0.19 },
  ES: { title: 'IVA', rate: 0.21 },
  FR: { title: 'TVA', rate: 0.2 },
  GB: { title: 'VAT', rate: 0.2 },
  JP: { title: '消費税', rate: 0.1 },
  NL: { title: 'BTW', rate: 0.21 },
  PT: { title: 'IVA', rate: 0.23 },
  SE: { title: 'Moms', rate: 0.25 },
};

const byState: Record<string, TaxRate> = {
  CA: { title: 'California State Tax', rate: 0.0725 },
  CO: { title: 'Colorado State Tax', rate: 0.029 },
  IL: { title: 'Illinois State Tax', rate: 0.0625 },
  NY: { title: 'New York State Tax', rate: 0.04 },
  TX: { title: 'Texas State Tax', rate: 0.0625 },
  WA: { title: 'Washington State Tax', rate: 0.065 },
};

/** The tax at the destination, or null where the shop collects none. */
export function taxRate(country: string, province: string): TaxRate | null {
  return (country === 'US' ? byState[province] : byCountry[country]) ?? null;
}
