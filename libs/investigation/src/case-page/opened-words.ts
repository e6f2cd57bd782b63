/** Working text: what the vault opened, or `null` when its key was destroyed. */
export const words = (value: unknown): string | null => (typeof value === 'string' ? value : null);
