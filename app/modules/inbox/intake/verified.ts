/** Whether somebody vouches for a sender: the domain they write from, checked by a server of ours or one that we trust. */
export type Verified = 'yes' | 'no' | 'unknown';
