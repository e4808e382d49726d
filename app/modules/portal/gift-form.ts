/** What who was given something says of it. */
export interface GiftForm {
  order: string;
  postalCode: string;
  lastName: string;
  errors: { order?: string; postalCode?: string; lastName?: string; form?: string };
}

export const emptyGiftForm: GiftForm = { order: '', postalCode: '', lastName: '', errors: {} };
