import type { Conclusion } from '@minh-bach/contracts';
import { CLEARANCE_THEMES } from './themes-clearance.ts';
import { SANCTION_THEMES } from './themes-sanctions.ts';
import { TAX_THEMES } from './themes-tax.ts';

interface Result {
  readonly findings: string;
  readonly measures: string;
}

/** The papers of a case. */
export interface CaseTexts {
  readonly explanation: { readonly givenBy: string; readonly text: string };
  readonly evidence: readonly { readonly title: string; readonly text: string }[];
  readonly note: string;
  readonly law: string;
  readonly results: Readonly<Record<Conclusion, Result>>;
}

export const THEMES = { ...TAX_THEMES, ...CLEARANCE_THEMES, ...SANCTION_THEMES };
export type Theme = keyof typeof THEMES;
