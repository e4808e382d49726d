import { suppressionsOf } from '../standing/suppressions.server.ts';
import { readLetter } from '../letter.ts';
import { toChannel } from '../message.ts';
import type { Rule } from './verdict.ts';

const words = { bounced: 'The address does not exist any more: an earlier message came back.', complained: 'The customer called an earlier message spam.', stopped: 'The customer asked for no more messages here.' };

/** An address that bounced, complained or said stop is not written to again, whatever about. Who wants no more of what nobody asked for is still answered by people. */
export const suppressed: Rule = async ({ tx }, messages) => {
  const causeOf = await suppressionsOf(tx, messages.map(({ channel, recipient }) => ({ channel: toChannel(channel), address: recipient })));
  return ({ channel, recipient, letter }) => {
    const cause = causeOf({ channel: toChannel(channel), address: recipient });
    if (cause !== 'bounced' && readLetter(letter)?.byHand) return 'go';
    return cause ? { drop: 'suppressed', because: words[cause] } : 'go';
  };
};
