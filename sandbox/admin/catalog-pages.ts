import { customerFigures } from '../world/customer-figures.ts';
import type { World } from '../world/index.ts';
import type { Page } from './page.ts';
import { amount, badge } from './wording.ts';

const SHOWN = 200;

/** The people who bought, newest first. */
export function customersPage(world: World): Page {
  const newest = [...world.customers.all()].toReversed().slice(0, SHOWN);
  const customers = newest.map((customer) => {
    const { numberOfOrders, amountSpent } = customerFigures(world, customer.id, world.shop.currency);
    return {
      name: [customer.firstName, customer.lastName].filter(Boolean).join(' ') || customer.email || 'No name',
      email: customer.email,
      phone: customer.phone,
      orders: numberOfOrders,
      spent: amount(amountSpent),
    };
  });
  return { template: 'customers', title: 'Customers', section: 'customers', data: { customers, count: world.customers.size } };
}

/** What the shop sells. */
export function productsPage(world: World): Page {
  const products = [...world.products.all()].slice(0, SHOWN).map((product) => {
    const variants = world.variants.where('product', product.id);
    const [first] = variants;
    return {
      title: product.title,
      vendor: product.vendor,
      picture: product.images[0]?.url ?? null,
      status: badge(product.status),
      variants: variants.length,
      stock: variants.flatMap(({ stock }) => stock).reduce((sum, { available }) => sum + available, 0),
      price: first ? amount(first.price) : '',
    };
  });
  return { template: 'products', title: 'Products', section: 'products', data: { products, count: world.products.size } };
}
