/**
 * What became of a message that was not accepted.
 * `temporary`: it did not leave and may be tried again. `permanent`: it was refused for good.
 * `unknown`: it was on its way when the line broke; it may have arrived, so it must not be sent again by itself.
 */
export type Fate = 'temporary' | 'permanent' | 'unknown';

/** A message was handed to a provider and not accepted. */
export class DeliveryFailure extends Error {
  readonly fate: Fate;
  /** It was refused as there is no such address, not for what it says or who sends it. */
  readonly deadAddress: boolean;
  /** Its copies were taken: whoever got one would get another were it sent again. */
  readonly leftForCopies: boolean;

  constructor(fate: Fate, message: string, { deadAddress = false, leftForCopies = false, ...options }: ErrorOptions & { deadAddress?: boolean; leftForCopies?: boolean } = {}) {
    super(message, options);
    this.name = 'DeliveryFailure';
    this.fate = fate;
    this.deadAddress = deadAddress;
    this.leftForCopies = leftForCopies;
  }
}
