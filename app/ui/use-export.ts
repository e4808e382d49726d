import { useState } from 'react';
import { downloadDocument } from './download-document.ts';

/** A list or report that is being saved as a file. */
export interface Export {
  start(): void;
  busy: boolean;
  failed: boolean;
  dismiss(): void;
}

/** Saves what an address answers under a name; while it is made no second is begun. */
export function useExport(address: string, fileName: string): Export {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const start = () => {
    setState('busy');
    downloadDocument(address, fileName).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return { start, busy: state === 'busy', failed: state === 'failed', dismiss: () => setState('idle') };
}
