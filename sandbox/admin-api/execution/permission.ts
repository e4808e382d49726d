import type { Caller, Installation } from '../../contract.ts';
import { accessDenied, notApproved } from '../errors.ts';
import type { AdminSchema } from './admin-schema.ts';

/** What reading one field takes, looked up once. */
export interface Permission {
  fieldName: string;
  scopes: { anyOf: string[][]; text: string }[];
  /** The objects of protected customer data that the field leads to. */
  customerData: string[];
  protectedContent: string | null;
}

/** The permission a field needs: its own, that of the type it leads to, and the protected data in it. */
export function permissionOf(admin: AdminSchema, ownerName: string, fieldName: string, targetName: string): Permission {
  const own = admin.access.fields[`${ownerName}.${fieldName}`];
  const target = admin.access.types[targetName];
  const scopes = [own, target].filter((access) => access !== undefined);
  return {
    fieldName,
    scopes,
    customerData: admin.access.customerData.includes(targetName) ? [targetName] : [],
    protectedContent: admin.access.protectedFields[`${ownerName}.${fieldName}`]?.content ?? null,
  };
}

/** Throws Shopify's error when the caller may not read the field. A merchant may read everything. */
export function checkPermission(permission: Permission, caller: Caller): void {
  if (caller.kind === 'merchant') return;
  const { installation } = caller;
  for (const access of permission.scopes) {
    if (!access.anyOf.some((set) => set.every((scope) => grants(installation.scopes, scope)))) {
      throw accessDenied(permission.fieldName, access.text);
    }
  }
  const { protectedData } = installation;
  for (const type of permission.customerData) {
    if (!protectedData.level1) throw notApproved(`access the ${type} object`);
  }
  if (permission.protectedContent !== null && !approves(protectedData, permission.protectedContent)) {
    throw notApproved(`use the ${permission.fieldName} field`);
  }
}

/** A write scope includes the read scope of the same resource. */
function grants(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope) || (scope.startsWith('read_') && scopes.has(scope.replace('read_', 'write_')));
}

function approves(approved: Installation['protectedData'], content: string): boolean {
  switch (content) {
    case 'name':
      return approved.name;
    case 'email':
      return approved.email;
    case 'phone':
      return approved.phone;
    case 'address':
      return approved.address;
    default:
      return approved.level1;
  }
}
