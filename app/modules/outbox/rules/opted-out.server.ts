import { toChannel } from '../message.ts';
import { unwantedBy } from '../preferences/opt-outs.server.ts';
import type { Rule } from './verdict.ts';

/** What a person said they do not want to hear of, by its kind or its whole category, is not said. */
export const optedOut: Rule = async ({ tx }, { channel, recipient, kind, category }) => {
  const unwanted = await unwantedBy(tx, { channel: toChannel(channel), address: recipient });
  return unwanted.has(kind) || unwanted.has(category) ? { drop: 'opted_out', because: 'The customer does not want these messages.' } : 'go';
};
