/** What a country asks for before it lets a shop's text message about an order through. */
export interface SmsTerms {
  /** Carriers let through only what the person agreed to be sent; elsewhere a number given with an order may be written to about that order. */
  asksConsent: boolean;
  /** Only a sender that was registered there beforehand is let through. */
  asksSender: boolean;
}

const consent = new Set(['CA', 'PR', 'US']);
const sender = new Set(['AE', 'BY', 'CN', 'EG', 'ID', 'IN', 'JO', 'KW', 'KZ', 'LK', 'OM', 'PH', 'QA', 'RU', 'SA', 'SG', 'TH', 'TR', 'VN']);

/** The terms of the country a number belongs to. */
export function smsTerms(country: string): SmsTerms {
  return { asksConsent: consent.has(country), asksSender: sender.has(country) };
}
