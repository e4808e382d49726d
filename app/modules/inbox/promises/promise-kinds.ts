/** What a customer is promised: a first word, a next word whenever they wait again, and that their matter is settled. */
export const promiseKinds = ['first_reply', 'next_reply', 'resolution'] as const;
export type PromiseKind = (typeof promiseKinds)[number];
/** What can be warned of, kept and broken: a call too, which is promised by hand to somebody who complained. */
export type KeptOrBroken = PromiseKind | 'call';
