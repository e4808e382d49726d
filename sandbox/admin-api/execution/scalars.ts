import type { GraphQLScalarType, ValueNode } from 'graphql';
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';

/** What a custom scalar takes in and gives out. */
interface Codec {
  serialize(value: unknown): unknown;
  parse(value: unknown): unknown;
}

const text: Codec = { serialize: (value) => String(value), parse: (value) => expectText(value) };

const dateTime: Codec = {
  serialize: (value) => (value instanceof Date ? `${value.toISOString().slice(0, 19)}Z` : String(value)),
  parse(value) {
    const at = expectText(value);
    if (!/^\d{4}-\d{2}-\d{2}/.test(at) || Number.isNaN(Date.parse(at))) throw new GraphQLError(`invalid DateTime '${at}'`);
    return at;
  },
};

const date: Codec = {
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parse(value) {
    const day = expectText(value);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new GraphQLError(`invalid Date '${day}'`);
    return day;
  },
};

const decimal: Codec = {
  serialize: (value) => String(value),
  parse(value) {
    const amount = typeof value === 'number' ? String(value) : expectText(value);
    if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new GraphQLError(`invalid decimal '${amount}'`);
    return amount;
  },
};

const unsigned: Codec = {
  serialize: (value) => String(value),
  parse(value) {
    const number = typeof value === 'number' ? String(value) : expectText(value);
    if (!/^\d+$/.test(number)) throw new GraphQLError(`invalid unsigned integer '${number}'`);
    return number;
  },
};

const anything: Codec = { serialize: (value) => value, parse: (value) => value };

const codecs: Record<string, Codec> = {
  DateTime: dateTime,
  Date: date,
  Decimal: decimal,
  Money: decimal,
  UnsignedInt64: unsigned,
  JSON: anything,
  URL: text,
  HTML: text,
  FormattedString: text,
  Color: text,
  StorefrontID: text,
  UtcOffset: text,
  ARN: text,
};

const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/** Gives a scalar built from SDL its checks and its wire form. */
export function configureScalar(type: GraphQLScalarType): void {
  if (builtIn.has(type.name)) return;
  const codec = codecs[type.name] ?? anything;
  type.serialize = (value) => codec.serialize(value);
  type.parseValue = (value) => codec.parse(value);
  type.parseLiteral = (node, variables) => codec.parse(literal(node, variables));
}

function literal(node: ValueNode, variables?: Parameters<typeof valueFromASTUntyped>[1]): unknown {
  return node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : valueFromASTUntyped(node, variables);
}

function expectText(value: unknown): string {
  if (typeof value !== 'string') throw new GraphQLError(`expected a string, found ${JSON.stringify(value)}`);
  return value;
}
