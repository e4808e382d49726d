import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';

/** The number in E.164; what is none cannot be sent to. */
export function phoneNumber(to: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new DeliveryFailure('permanent', 'The recipient is not a phone number.');
  return to;
}
