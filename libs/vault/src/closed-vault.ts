import { DomainError } from '@minh-bach/kernel';
import type { Vault } from './vault.ts';

const closed = async (): Promise<never> => {
  throw new DomainError('VAULT_CLOSED');
};

/** Of a process that was given no key, since nothing that it writes is sealed. */
export const closedVault: Vault = {
  seal: closed,
  open: closed,
  destroy: closed,
  blindIndex: closed,
};
