import { toChannel } from '../message.ts';
import { unwantedByEach } from '../preferences/opt-outs.server.ts';
import type { Rule } from './verdict.ts';

/** What a person said they do not want to hear of, by its kind or its whole category, is not said. */
export const optedOut: Rule = async ({ tx }, messages) => {
  const unwantedBy = await unwantedByEach(tx, messages.map(({ channel, recipient }) => ({ channel: toChannel(channel), address: recipient })));
  return ({ channel, recipient, kind, category }) => {
    const unwanted = unwantedBy({ channel: toChannel(channel), address: recipient });
    return unwanted.has(kind) || unwanted.has(category) ? { drop: 'opted_out', because: 'The customer does not want these messages.' } : 'go';
  };
};
