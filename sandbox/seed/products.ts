/** One product of the demo shop. The handle is also the name of its drawing. */
export interface SeedProduct {
  handle: string;
  title: string;
  type: string;
  tags: string[];
  description: string;
  option: { name: string; values: string[] } | null;
  /** In the shop's currency, one per option value or one for all. */
  prices: string[];
  grams: number;
}

/** What the demo shop sells. */
export const seedProducts: SeedProduct[] = [
  { handle: 'enamel-mug', title: 'Enamel mug', type: 'Camp kitchen', tags: ['camp', 'kitchen'], description: 'Steel under two coats of enamel, with a rim that survives the fire ring. Holds 350 ml.', option: { name: 'Colour', values: ['Pine', 'Clay', 'Snow'] }, prices: ['24.00'], grams: 180 },
  { handle: 'wool-blanket', title: 'Cabin wool blanket', type: 'Wool', tags: ['wool', 'cabin'], description: 'Woven from undyed and dyed wool on an old shuttle loom. 140 by 200 cm.', option: { name: 'Colour', values: ['Rowan', 'Moss'] }, prices: ['148.00'], grams: 1650 },
  { handle: 'storm-lantern', title: 'Storm lantern', type: 'Light', tags: ['camp', 'light'], description: 'Brass and heat-proof glass. Burns lamp oil for twenty hours and shrugs at the wind.', option: null, prices: ['86.00'], grams: 920 },
  { handle: 'waxed-tote', title: 'Waxed canvas tote', type: 'Bags', tags: ['bags'], description: 'Heavy cotton canvas, waxed by hand, with a leather base and straps that soften over the years.', option: null, prices: ['118.00'], grams: 860 },
  { handle: 'wool-socks', title: 'Trail socks', type: 'Wool', tags: ['wool', 'wear'], description: 'Merino with a terry sole. Warm when wet, dry by morning.', option: { name: 'Size', values: ['S', 'M', 'L', 'XL'] }, prices: ['22.00'], grams: 90 },
  { handle: 'steel-flask', title: 'Steel flask', type: 'Camp kitchen', tags: ['camp', 'kitchen'], description: 'Double-walled, keeps tea hot for twelve hours. Spare seals always in stock.', option: { name: 'Size', values: ['0.5 l', '0.75 l', '1 l'] }, prices: ['38.00', '44.00', '52.00'], grams: 420 },
  { handle: 'field-notebook', title: 'Field notebook', type: 'Paper', tags: ['paper'], description: 'Stone-coloured paper that takes a pencil in the rain. 96 pages, sewn.', option: { name: 'Paper', values: ['Ruled', 'Dotted', 'Plain'] }, prices: ['16.00'], grams: 170 },
  { handle: 'rain-poncho', title: 'Rain poncho', type: 'Wear', tags: ['wear'], description: 'Oiled cotton with horn buttons. Covers you, your pack and half a friend.', option: { name: 'Size', values: ['S/M', 'L/XL'] }, prices: ['134.00'], grams: 780 },
  { handle: 'camp-stool', title: 'Folding camp stool', type: 'Camp', tags: ['camp'], description: 'Ash legs, brass bolt, canvas seat. Folds to the size of an umbrella.', option: null, prices: ['64.00'], grams: 1100 },
  { handle: 'beeswax-candle', title: 'Beeswax candles, pair', type: 'Light', tags: ['light', 'cabin'], description: 'Rolled by hand from one beekeeper’s wax. They smell of summer and drip very little.', option: null, prices: ['19.50'], grams: 310 },
  { handle: 'bread-board', title: 'Bread board', type: 'Kitchen', tags: ['kitchen'], description: 'One plank of cherry, oiled. Comes with a scoop of oil and a promise to age well.', option: null, prices: ['58.00'], grams: 1400 },
  { handle: 'brass-pen', title: 'Brass pencil holder', type: 'Paper', tags: ['paper'], description: 'Solid brass that keeps a short pencil useful to the last centimetre.', option: null, prices: ['34.00'], grams: 60 },
];
