/** By what a refund that was made here is known again at Shopify, whose admin shows it as the refund's note. */
export function refundMark(wishId: string): string {
  return `Aftercare ${wishId.slice(0, 13)}`;
}

/** Whether a note is nothing but that. */
export function isRefundMark(note: string): boolean {
  return /^Aftercare [\da-f]{8}-[\da-f]{4}$/.test(note);
}
