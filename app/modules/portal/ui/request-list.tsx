import { StepForm } from '#app/modules/tracking/index.pure.ts';
import type { RequestSummary } from '#app/modules/returns/index.pure.ts';
import type { PortalVisit } from './portal-visit.ts';

/** What was begun for the order before, each to be followed. */
export function RequestList({ visit, proof, requests }: { visit: PortalVisit; proof: string; requests: readonly RequestSummary[] }) {
  const { say, dates } = visit;
  if (requests.length === 0) return null;
  return (
    <section className="ac-card ac-main">
      <h2 className="ac-eyebrow">{say('items.begun')}</h2>
      <ul className="ac-items">
        {requests.map(({ id, state, units, createdAt }) => (
          <li key={id}>
            <p className="ac-line-title">{say(`state.${state}`)}</p>
            <p className="ac-hint">{say('items.begunOn', { count: units, date: dates.fullDay(createdAt) })}</p>
            <StepForm visit={visit} fields={{ key: proof, do: 'follow', request: id }} label={say('items.see')} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
