/** The demo shop's policies; `shop` is its name, `email` where it answers. */
export function seedPolicies(shop: string, email: string): { type: string; body: string }[] {
  return [
    {
      type: 'REFUND_POLICY',
      body: `<p>You may send anything back within 30 days of delivery, unused and in its packaging. Candles that were lit and items marked final sale stay with you.</p><h2>How it works</h2><ul><li>Tell us which items and why, on the tracking page or by email.</li><li>We send the label. For a change of mind 5.90 is taken off the refund; if the fault is ours, nothing is.</li><li>Refunds leave within 24 hours of the parcel reaching us and go back to the card you paid with.</li></ul><p>Broken or wrong? Write to ${email} with a picture and we put it right first.</p>`,
    },
    {
      type: 'SHIPPING_POLICY',
      body: `<p>Orders leave our workshop in Portland, Oregon within two working days. Standard delivery takes 3 to 7 working days, abroad up to 14. Express takes 1 to 3 working days.</p><p>Every parcel is tracked. If one is late, we write before you have to. Standard delivery is free for larger orders. Duties outside the country are shown before you pay where we can, and paid to the carrier where we cannot.</p>`,
    },
    {
      type: 'PRIVACY_POLICY',
      body: `<p>${shop} keeps what is needed to deliver your order and answer you: name, address, email, phone, what you bought. Carriers get what a label needs. Nothing is sold. Write to ${email} to see or erase what we hold.</p>`,
    },
    {
      type: 'TERMS_OF_SERVICE',
      body: `<p>By ordering you make an offer which we accept when the parcel leaves. Prices include what the page says they include. If something is out of stock after all, you get your money back at once. Questions: ${email}.</p>`,
    },
  ];
}
