import { useFetchers, useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { useLatest } from '#app/ui/use-answer.ts';
import { draftModes, type Draft, type DraftFile, type DraftMode } from '../../replies/drafts/draft.ts';
import { keptHere } from './kept-here.ts';
import { postWriting } from './post-writing.ts';
import { restoredWords } from './restored-words.ts';

/** What stands in the composer for one way of writing. */
export interface Written {
  text: string;
  /** As typed: addresses with commas between; empty: as the conversation says. */
  to: string;
  cc: string;
  files: readonly DraftFile[];
}

interface Writing {
  ticketId: number;
  staffId: string | null;
  /** As the server has them. */
  stored: readonly Draft[];
  /** What the reader said in the conversation. */
  said: readonly string[];
}

/** Whether there is anything to send. */
export const saysSomething = ({ text, files }: Written): boolean => text.trim() !== '' || files.length > 0;

type All = Readonly<Record<DraftMode, Written>>;
/** What was written elsewhere, and is kept in place of what stands here. */
export type Elsewhere = Pick<Written, 'text' | 'to' | 'cc'>;
export type Kept = 'saved' | 'saving' | 'here';

const typingPause = 700;
const retryAfter = 5_000;
/** So many texts that were saved without an answer are remembered as this window's own. */
const mostUnheard = 5;
const nothing: Written = { text: '', to: '', cc: '', files: [] };

const writtenIn = (stored: readonly Draft[], mode: DraftMode): Written => {
  const draft = stored.find((each) => each.mode === mode);
  return draft ? { text: draft.text, to: draft.to.join(', '), cc: draft.cc.join(', '), files: draft.files } : nothing;
};
const allIn = (stored: readonly Draft[]): All => ({ reply: writtenIn(stored, 'reply'), note: writtenIn(stored, 'note'), forward: writtenIn(stored, 'forward') });
const words = ({ text, to, cc }: Written) => JSON.stringify([text, to, cc]);

/**
 * What somebody writes in a ticket. Every keystroke is kept in the browser at once and on the server after a pause, so that a closed window, a lost
 * connection or another computer loses nothing. What the server has anew is taken over where nothing was typed since; where something was, nothing
 * is written over it until its writer chose between the two.
 */
export function useWriting({ ticketId, staffId, stored, said }: Writing) {
  const { shop } = useAdmin();
  const [all, setAll] = useState<All>(() => allIn(stored));
  const [kept, setKept] = useState<Kept>('saved');
  /** What the server is known to have. */
  const [known, setKnown] = useState<All>(() => allIn(stored));
  const [elsewhere, setElsewhere] = useState<Partial<Record<DraftMode, Elsewhere>>>({});
  const [seen, setSeen] = useState(stored);
  /** What is being read was asked for before the server had the words: it may still say what was before. */
  const [mayBeOld, setMayBeOld] = useState(false);
  const reading = useLatest(useIsReading());
  if (stored !== seen) {
    setSeen(stored);
    setMayBeOld(false);
    const next = allIn(stored);
    const untouched = mayBeOld ? [] : draftModes.filter((mode) => words(all[mode]) === words(known[mode]));
    setAll({ ...all, ...Object.fromEntries(untouched.map((mode) => [mode, next[mode]])) });
    setKnown({ ...known, ...Object.fromEntries(untouched.map((mode) => [mode, next[mode]])) });
    setElsewhere({ ...elsewhere, ...Object.fromEntries(untouched.map((mode) => [mode, undefined])) });
  }
  const latest = useLatest({ all, known });
  const timers = useRef(new Map<DraftMode, ReturnType<typeof setTimeout>>());
  const left = useRef(false);
  /** What was saved and not heard of: the server may have it. */
  const unheard = useRef(new Map<DraftMode, readonly string[]>());
  const turns = useRef({ asked: 0, heard: new Map<DraftMode, number>() });
  const knownOf = (mode: DraftMode): readonly string[] => [latest.current.known[mode].text, ...(unheard.current.get(mode) ?? [])];
  const here = keptHere({ shop: shop.domain, staffId, ticketId });

  const saveNow = useRef<(mode: DraftMode, leaving?: boolean) => Promise<boolean>>(async () => false);
  /** Answers whether the server has what stands here. */
  const save = async (mode: DraftMode, leaving = false): Promise<boolean> => {
    clearTimeout(timers.current.get(mode));
    timers.current.delete(mode);
    const now = latest.current.all[mode];
    if (words(now) === words(latest.current.known[mode])) return true;
    setKept('saving');
    const asked = (turns.current.asked += 1);
    const known = JSON.stringify(knownOf(mode));
    const own = [...(unheard.current.get(mode) ?? []), now.text];
    unheard.current.set(mode, own.slice(-mostUnheard));
    const answer = await postWriting(ticketId, { intent: 'draft', mode, text: now.text, known, to: now.to, cc: now.cc, ...(leaving ? { leaving: 'yes' } : {}) }, { leaving });
    // What was asked later says more of what is kept.
    if (asked < (turns.current.heard.get(mode) ?? 0)) return false;
    if (answer !== null) turns.current.heard.set(mode, asked);
    if (answer?.is === 'kept') {
      here.drop(mode, now.text);
      unheard.current.set(mode, (unheard.current.get(mode) ?? []).filter((text) => !own.includes(text)));
      setKnown((before) => ({ ...before, [mode]: { ...before[mode], text: now.text, to: now.to, cc: now.cc } }));
      setElsewhere((before) => ({ ...before, [mode]: undefined }));
      setMayBeOld(reading.current);
      setKept('saved');
      return true;
    }
    setKept('here');
    if (answer?.is === 'differs') {
      setElsewhere((before) => ({ ...before, [mode]: { text: answer.text, to: answer.to.join(', '), cc: answer.cc.join(', ') } }));
    } else if (!left.current) {
      // Of a page that was left the browser keeps it: tried again later, it could overtake what is written since.
      timers.current.set(mode, setTimeout(() => void saveNow.current(mode), retryAfter));
    }
    return false;
  };
  useEffect(() => {
    saveNow.current = save;
  });
  const twice = useLatest(draftModes.filter((mode) => elsewhere[mode] !== undefined));
  // What is shown of the other window is what is kept now: it may have been sent there.
  useEffect(() => twice.current.forEach((mode) => void saveNow.current(mode)), [stored, twice]);

  const change = (mode: DraftMode, part: Partial<Written>): void => {
    setAll((before) => ({ ...before, [mode]: { ...before[mode], ...part } }));
    if (part.text !== undefined) here.put(mode, part.text, knownOf(mode));
    clearTimeout(timers.current.get(mode));
    timers.current.set(mode, setTimeout(() => void saveNow.current(mode), typingPause));
  };

  /** What the server says is so: it was sent, or taken back. */
  const adopt = (mode: DraftMode, next: Written = nothing): void => {
    clearTimeout(timers.current.get(mode));
    timers.current.delete(mode);
    here.drop(mode, latest.current.all[mode].text);
    unheard.current.delete(mode);
    // What is still on its way says nothing of what is kept by now.
    turns.current.heard.set(mode, (turns.current.asked += 1));
    setAll((before) => ({ ...before, [mode]: next }));
    setKnown((before) => ({ ...before, [mode]: next }));
    setElsewhere((before) => ({ ...before, [mode]: undefined }));
    setMayBeOld(reading.current);
    setKept('saved');
  };

  /** Of what was written twice its writer takes the one: what was written elsewhere, or what stands here. */
  const choose = (mode: DraftMode, taken: 'elsewhere' | 'here'): void => {
    const other = elsewhere[mode];
    if (!other) return;
    if (taken === 'elsewhere') return adopt(mode, { ...all[mode], ...other });
    setKnown((before) => ({ ...before, [mode]: { ...before[mode], ...other } }));
    setElsewhere((before) => ({ ...before, [mode]: undefined }));
    change(mode, {});
  };

  useEffect(() => {
    const running = timers.current;
    left.current = false;
    // After the first rendering, which both sides share: what this browser kept and the server never got.
    const timer = setTimeout(() => {
      const browser = keptHere({ shop: shop.domain, staffId, ticketId });
      for (const mode of draftModes) {
        const found = browser.get(mode);
        if (!found) continue;
        const text = restoredWords({ here: found.text, there: stored.find((draft) => draft.mode === mode)?.text ?? '', said });
        const { all: shown, known: saved } = latest.current;
        if (text === saved[mode].text) browser.drop(mode, found.text);
        else if (text !== shown[mode].text) {
          // Saved as what it is: written on what was kept then.
          const [before = '', ...own] = found.known;
          unheard.current.set(mode, own);
          setKnown((known) => ({ ...known, [mode]: { ...known[mode], text: before } }));
          setAll((all) => ({ ...all, [mode]: { ...all[mode], text } }));
          timers.current.set(mode, setTimeout(() => void saveNow.current(mode), typingPause));
        }
      }
    });
    const leave = () => draftModes.forEach((mode) => void saveNow.current(mode, true));
    addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', leave);
      left.current = true;
      leave();
      running.forEach(clearTimeout);
    };
    // Once for each ticket: what changes in between is read where it is needed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ticketId, shop.domain]);

  return { all, kept, elsewhere, change, adopt, choose, save, knownOf };
}

/** Whether the page's data is being read anew, by whatever caused it. */
function useIsReading(): boolean {
  const { state: live } = useRevalidator();
  const { state: moving } = useNavigation();
  const fetchers = useFetchers();
  return [live, moving, ...fetchers.map(({ state }) => state)].includes('loading');
}
