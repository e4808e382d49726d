/** The most bytes a mail may have, whichever way it comes: more than any large provider lets through. */
export const largestMail = 50 * 1024 * 1024;
