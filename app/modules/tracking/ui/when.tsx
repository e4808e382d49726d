import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import { whenWords } from '../when-words.ts';
import type { Visit } from './visit.ts';

/** When a parcel comes, came, or should have come. */
export function When({ visit, story, today }: { visit: Visit; story: ParcelStory; today: Day }) {
  const { main, notes } = whenWords(visit, story, today);
  return (
    <>
      {main ? <p className="ac-when">{main}</p> : null}
      {notes.length > 0 ? <p className="ac-hint">{notes.join(' ')}</p> : null}
    </>
  );
}
