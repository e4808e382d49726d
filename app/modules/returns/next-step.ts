/** What has to happen next to a return; each step waits on somebody (`waitsOn`). */
export type NextStep = (typeof nextSteps)[number];
export const nextSteps = ['decide', 'send', 'arrive', 'inspect', 'settle', 'close', 'done'] as const;

/** Whose turn it is. */
export type WaitsOn = 'merchant' | 'customer' | 'carrier' | 'nobody';

interface Standing {
  status: string;
  /** Units, of all lines. */
  units: { returned: number; processed: number; disposed: number; /** Looked at, and nothing is given for them. */ refused: number };
  exchange: { wanted: number; processed: number };
  /** How far what is sent back has come: the furthest of its parcels. */
  parcel: 'none' | 'moving' | 'arrived';
}

/** The one rule that says what a return waits for. */
export function nextStep({ status, units, exchange, parcel }: Standing): NextStep {
  if (status === 'requested') return 'decide';
  if (status !== 'open') return 'done';
  if (units.processed + units.refused >= units.returned && exchange.processed >= exchange.wanted) {
    // What went out in exchange is owed for until what comes back was received or written off.
    if (exchange.wanted > 0 && units.disposed < units.returned) return parcel === 'arrived' ? 'inspect' : parcel === 'moving' ? 'arrive' : 'send';
    // Refunded before it came: it is still to be received.
    return parcel === 'moving' && units.disposed < units.returned ? 'arrive' : 'close';
  }
  if (units.disposed - units.refused > units.processed || (units.disposed >= units.returned && units.returned > 0)) return 'settle';
  if (parcel === 'arrived' || units.disposed > 0) return 'inspect';
  return parcel === 'moving' ? 'arrive' : 'send';
}

const turns: Record<NextStep, WaitsOn> = { decide: 'merchant', send: 'customer', arrive: 'carrier', inspect: 'merchant', settle: 'merchant', close: 'merchant', done: 'nobody' };

/** On whom a step waits. */
export function waitsOn(step: NextStep): WaitsOn {
  return turns[step];
}

/** Reads a step as a row holds it. */
export function isNextStep(value: string): value is NextStep {
  return nextSteps.some((step) => step === value);
}
