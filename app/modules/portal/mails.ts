/** What of a return is told by email, as far as a page may promise it. What is not stands on the page itself. */
export interface Mails {
  /** That it was made. */
  making: boolean;
  /** What became of what a person was asked. */
  asked: boolean;
  /** A label that is not there yet. */
  label: boolean;
  /** That it arrived. */
  travelling: boolean;
}

export const noMails: Mails = { making: false, asked: false, label: false, travelling: false };
