import { ticketChannels } from '../../tickets/ticket.ts';
import { spanSteps, type SpanStep } from '../figures-period.ts';
import type { FiguresFilter } from '../views.ts';

/** What figures are asked for, exactly as the address says it. */
export interface FiguresQuery extends FiguresFilter {
  step: SpanStep;
}

const usual: SpanStep = 'week';

/** Reads the address of the figures; what it does not know is left out. */
export function readFiguresQuery(params: URLSearchParams): FiguresQuery {
  const matching = (name: string, form: RegExp) => form.exec(params.get(name) ?? '')?.[0] ?? null;
  return {
    step: spanSteps.find((step) => step === params.get('by')) ?? usual,
    channel: ticketChannels.find((channel) => channel === params.get('channel')) ?? null,
    agent: matching('agent', /^\d{1,20}$/),
    team: matching('team', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  };
}

/** The address of these figures. */
export function figuresPath({ step, channel, agent, team }: FiguresQuery, path = '/app/inbox/figures'): string {
  const named = { by: step === usual ? null : step, channel, agent, team };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) if (value) params.set(name, value);
  return params.size === 0 ? path : `${path}?${params}`;
}
