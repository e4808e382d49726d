/** Who can hand a shop's mail on instead of us. */
export const mailProviders = ['postmark', 'sendgrid', 'ses', 'mailgun'] as const;
export type MailProvider = (typeof mailProviders)[number];

export function isMailProvider(text: string): text is MailProvider {
  return mailProviders.some((one) => one === text);
}

/** As people call them, and what else they ask for beside a key: the id of Amazon's access key, Mailgun's domain. */
export const mailProviderFacts: Readonly<Record<MailProvider, { name: string; account: boolean; regions: readonly string[]; signs: boolean }>> = {
  postmark: { name: 'Postmark', account: false, regions: [], signs: false },
  sendgrid: { name: 'SendGrid', account: false, regions: [], signs: true },
  ses: {
    name: 'Amazon SES',
    account: true,
    regions: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
    signs: true,
  },
  mailgun: { name: 'Mailgun', account: true, regions: ['us', 'eu'], signs: true },
};
