/** The ways for which a merchant words a notice, and the parts each has. */
export const wordParts = { email: ['subject', 'heading', 'body'], sms: ['text'] } as const;
export type WordChannel = keyof typeof wordParts;
export type WordPart = (typeof wordParts)[WordChannel][number];
