import { AdminApiError, UserErrors } from '#app/platform/shopify/errors.ts';

/** What Shopify was asked, or null where it says that there is no such thing any more. */
export async function askedOrNull<Told>(asked: Promise<Told>): Promise<Told | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UserErrors || (error instanceof AdminApiError && error.problems.some(({ code }) => code === 'BAD_REQUEST' || code === 'RESOURCE_NOT_FOUND'))) return null;
    throw error;
  }
}
