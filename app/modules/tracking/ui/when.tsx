import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { whenWords } from '../when-words.ts';
import type { Visit } from './visit.ts';

/** When a parcel comes, came, or should have come. */
export function When({ visit, story }: { visit: Visit; story: ParcelStory }) {
  const { main, notes } = whenWords(visit, story);
  return (
    <>
      {main ? <p className="ac-when">{main}</p> : null}
      {notes.length > 0 ? <p className="ac-hint">{notes.join(' ')}</p> : null}
    </>
  );
}
