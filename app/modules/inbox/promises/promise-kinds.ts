/** What a customer is promised: a first word, a next word whenever they wait again, and that their matter is settled. */
export const promiseKinds = ['first_reply', 'next_reply', 'resolution'] as const;
export type PromiseKind = (typeof promiseKinds)[number];
