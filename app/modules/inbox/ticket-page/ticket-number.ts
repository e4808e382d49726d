import { notFound } from '#app/kernel/errors.ts';

/** A ticket's number as an address has it; what is none is a ticket that is not there. */
export function ticketNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound('ticket');
  return Number(text);
}
