import { z } from 'zod';

interface TypeRef {
  kind: string;
  name: string | null;
  ofType?: TypeRef | null;
}

const typeRef: z.ZodType<TypeRef> = z.looseObject({
  kind: z.string(),
  name: z.string().nullable(),
  get ofType() {
    return typeRef.nullish();
  },
});

const inputValue = z.looseObject({ name: z.string(), type: typeRef });

const field = z.looseObject({
  name: z.string(),
  args: z.array(inputValue),
  type: typeRef,
  isProtected: z.boolean().nullish(),
  protectedSubject: z.string().nullish(),
  protectedContent: z.string().nullish(),
});

const type = z.looseObject({
  kind: z.string(),
  name: z.string(),
  fields: z.array(field).nullish(),
  inputFields: z.array(inputValue).nullish(),
  interfaces: z.array(typeRef).nullish(),
  possibleTypes: z.array(typeRef).nullish(),
});

const file = z.object({
  data: z.object({ __schema: z.looseObject({ types: z.array(type), directives: z.array(z.looseObject({ name: z.string() })) }) }),
  offline_scopes: z.object({
    items: z.array(z.looseObject({ typeName: z.string(), fieldName: z.string().nullish(), requiredAccess: z.string() })),
  }),
});

export type IntrospectedType = z.infer<typeof type>;
export type IntrospectedField = z.infer<typeof field>;
export type Introspected = z.infer<typeof file>;

/** Shopify's introspection with its own additions (scopes, protected data), checked for the shape the trimming relies on. */
export function readIntrospection(json: unknown): Introspected {
  return file.parse(json);
}

/** The name of the type inside lists and non-nulls. */
export function namedType(ref: TypeRef): string {
  return ref.ofType ? namedType(ref.ofType) : (ref.name ?? '');
}
