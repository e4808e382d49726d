import { readFileSync } from 'node:fs';
import { buildSchema, defaultFieldResolver, getNamedType, graphql, GraphQLError, type GraphQLFieldResolver } from 'graphql';
import { z } from 'zod';
import { customerRoot } from './customer-resolvers.ts';
import type { Memory } from './memory.ts';
import type { CustomerAccountsDeps } from './types.ts';

const schema = buildSchema(readFileSync(new URL('./schema/customer.graphql', import.meta.url), 'utf8'));
const scopesOf = z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(new URL('./schema/scopes.json', import.meta.url), 'utf8')));

const question = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish(), operationName: z.string().nullish() });

interface Needs extends Pick<CustomerAccountsDeps, 'runAdmin' | 'installation'> {
  memory: Memory;
  shopDomain: string;
}

/** Answers one request of the Customer Account API: 401 without a token that is good, else 200 with data or errors. */
export async function answerApi({ memory, runAdmin, installation, shopDomain }: Needs, authorization: string | undefined, body: unknown): Promise<{ status: number; body: object }> {
  const family = [...memory.families].find(({ access }) => access === authorization);
  if (!family || family.ended || family.shopDomain !== shopDomain || family.accessExpiresAt <= memory.now()) return { status: 401, body: { errors: [{ message: 'Invalid token, please check your configuration' }] } };
  if (!family.scopes.includes('customer-account-api:full')) return { status: 401, body: { errors: [{ message: 'The token does not open this API.' }] } };
  const read = question.safeParse(body);
  if (!read.success) return { status: 400, body: { errors: [{ message: 'The body is no GraphQL request.' }] } };
  const granted = installation(shopDomain)?.scopes ?? new Set<string>();
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const type = getNamedType(info.returnType).name.replace(/(?:Connection|Edge)$/, '');
    if ((scopesOf[type] ?? []).some((scope) => !granted.has(scope))) {
      throw new GraphQLError(`Access denied for ${info.fieldName} field. Required access: \`${(scopesOf[type] ?? []).join('`, `')}\` access scope.`, { extensions: { code: 'ACCESS_DENIED' } });
    }
    if (typeof source === 'object' && source !== null && !(info.fieldName in source)) throw new GraphQLError(`The sandbox does not model ${info.parentType.name}.${info.fieldName}.`);
    return defaultFieldResolver(source, args, context, info);
  };
  const answer = await graphql({ schema, source: read.data.query, rootValue: customerRoot({ runAdmin }, shopDomain, family.account.id), variableValues: read.data.variables, operationName: read.data.operationName, fieldResolver });
  return { status: 200, body: { data: answer.data, errors: answer.errors } };
}
