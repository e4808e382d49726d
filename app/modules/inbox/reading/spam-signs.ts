/** What can speak for spam in a mail or, the last ones, around it; `answers` speaks against it. */
export const spamSignNames = [
  'provider', 'microsoft', 'dmarc', 'spf', 'dkim', 'other-name', 'answers-elsewhere', 'recipients-hidden', 'no-message-id', 'subject-shouts',
  'subject-tricks', 'short-links', 'numbered-links', 'asks-password', 'program', 'answers',
  'ranking', 'leads', 'inheritance', 'easy-money', 'medicine', 'blackmail', 'coins', 'verify-account', 'blocked-account', 'tax', 'invoices', 'loans',
  'singles', 'factory', 'urgency',
  'marked-before', 'hidden-field', 'too-fast',
] as const;
export type SpamSignName = (typeof spamSignNames)[number];
