/** What may be sent: phones make pictures of up to 50 million pixels; their files are well under this. */
export const pictureLimits = { bytes: 10 * 1024 * 1024, pixels: 64_000_000 } as const;
