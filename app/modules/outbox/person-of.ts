import { createHash } from 'node:crypto';
import { toChannel, type Channel } from './message.ts';

/** An address as it is remembered where it may not be read: the same address gives the same mark. */
export function addressMark(channel: Channel, address: string): string {
  return createHash('sha256').update(`${channel}:${address.trim().toLowerCase()}`).digest('base64url');
}

/** Whose ear a message goes to: the customer, or the address where none is known. */
export function personOf(message: { customerId?: string | null; channel: Channel }, address: string): string {
  return message.customerId ? `customer:${message.customerId}` : addressMark(toChannel(message.channel), address);
}
