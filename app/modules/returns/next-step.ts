/** What has to happen next to a return; each step waits on somebody (`waitsOn`). */
export type NextStep = (typeof nextSteps)[number];
export const nextSteps = ['decide', 'send', 'inspect', 'settle', 'close', 'done'] as const;

/** Whose turn it is. */
export type WaitsOn = 'merchant' | 'customer' | 'nobody';

interface Standing {
  status: string;
  /** Units, of all lines. */
  units: { returned: number; processed: number; disposed: number };
  exchange: { wanted: number; processed: number };
}

/** The one rule that says what a return waits for. */
export function nextStep({ status, units, exchange }: Standing): NextStep {
  if (status === 'requested') return 'decide';
  if (status !== 'open') return 'done';
  if (units.processed >= units.returned && exchange.processed >= exchange.wanted) return 'close';
  if (units.disposed > units.processed || (units.disposed >= units.returned && units.returned > 0)) return 'settle';
  return units.disposed > 0 ? 'inspect' : 'send';
}

const turns: Record<NextStep, WaitsOn> = { decide: 'merchant', send: 'customer', inspect: 'merchant', settle: 'merchant', close: 'merchant', done: 'nobody' };

/** On whom a step waits. */
export function waitsOn(step: NextStep): WaitsOn {
  return turns[step];
}

/** Reads a step as a row holds it. */
export function isNextStep(value: string): value is NextStep {
  return nextSteps.some((step) => step === value);
}
