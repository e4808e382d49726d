const source = `
.ac-portal .ac-card{background:transparent}
.ac-portal .ac-line-text{flex:1;min-width:0}
.ac-track .ac-items{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
.ac-items>li+li,.ac-part-of+.ac-part-of{border-block-start:1px solid var(--ac-line);padding-block-start:1.25rem}
.ac-standing{margin-block:.35rem!important;font-size:.95rem;display:grid;gap:.35rem}
.ac-part-of{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.ac-choice{align-items:flex-start;padding-block:.6rem}
.ac-portal .ac-choice>span::first-letter{text-transform:uppercase}
.ac-brings{display:block;font-size:.92rem;color:var(--ac-quiet);font-weight:400}
.ac-choice:has(input:disabled){cursor:default}
.ac-portal .ac-item{flex-wrap:wrap;gap:.25rem 1rem}
.ac-portal .ac-item .ac-choice{flex:none}
.ac-portal .ac-eyebrow+*{margin-block-start:.6rem}
.ac-portal header .ac-eyebrow+*{margin-block-start:0}
.ac-portal h3{margin-block:1.1rem .5rem}
.ac-track .ac-more .ac-field{margin-block-start:.75rem}
.ac-units{display:flex;align-items:center;gap:.4rem;white-space:nowrap}
.ac-units input[type=number]{width:5rem}
.ac-find{display:flex;gap:.5rem}
.ac-find input{flex:1;min-width:0}
.ac-money{width:100%;border-collapse:collapse}
.ac-money :is(th,td){padding:.35rem 0;text-align:start;font-weight:400;vertical-align:top;border:0;background:none}
.ac-money td{text-align:end;white-space:nowrap;padding-inline-start:1rem;font-variant-numeric:tabular-nums}
.ac-money tfoot :is(th,td){font-weight:700}
.ac-money tfoot tr:first-child :is(th,td){border-block-start:1px solid var(--ac-line)}
.ac-track .ac-means{display:grid;gap:.4rem;padding-inline-start:1.1rem;list-style:disc}
.ac-track .ac-packing{display:grid;gap:.4rem;padding-inline-start:1.3rem;list-style:decimal;margin-block-start:.5rem}
.ac-marks{grid-template-columns:repeat(auto-fit,minmax(0,1fr));grid-auto-flow:column;margin-block-end:1.5rem!important}
.ac-marks .ac-step{font-size:.74rem;padding-inline-end:.15rem}
.ac-label{display:grid;gap:.75rem;justify-items:start;margin-block:1rem}
.ac-qr{background:#fff;padding:10px;border-radius:8px}
.ac-sums{margin-block:1.25rem .5rem!important}
.ac-own-number{margin-block:1rem}
.ac-own{display:grid;gap:1rem}
.ac-form:has([name=back]):not(:has([value=own_label]:checked)) .ac-own{display:none}
@media print{.ac-track :is(form,.ac-help,.ac-marks){display:none}}
`;

/** What the portal's pages add to the style they share with the tracking page. */
export const portalStyles = source.trim();
