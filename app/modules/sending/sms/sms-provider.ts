/** Who can carry a shop's SMS. */
export const smsProviders = ['twilio', 'vonage'] as const;
export type SmsProvider = (typeof smsProviders)[number];

export function isSmsProvider(text: string): text is SmsProvider {
  return smsProviders.some((one) => one === text);
}

/** As people call them; Twilio answers STOP and HELP itself, and signs with the same token that opens its door. */
export const smsProviderFacts: Readonly<Record<SmsProvider, { name: string; answersHelp: boolean; signsWithKey: boolean }>> = {
  twilio: { name: 'Twilio', answersHelp: true, signsWithKey: true },
  vonage: { name: 'Vonage', answersHelp: false, signsWithKey: false },
};
