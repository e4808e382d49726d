import { useEffect } from 'react';
import { useLatest } from '#app/ui/use-answer.ts';

type Shortcuts = Readonly<Record<string, () => unknown>>;

/** Lets single keys do things, but where somebody types, chooses or is asked something. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useLatest(shortcuts);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = latest.current[event.key];
      if (!run || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing || isTaken(event.target)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [latest]);
}

/** True for what answers to letters itself, and while a dialog is open. */
function isTaken(target: EventTarget | null): boolean {
  const inField = target instanceof HTMLElement && (target.isContentEditable || target.closest('input:not([type="checkbox"]), textarea, select, [role="listbox"], [role="menu"], [role="dialog"]') !== null);
  return inField || document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
