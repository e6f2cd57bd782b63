import { PAGE_COMMANDS } from '@minh-bach/contracts/browser';
import type { Label } from '../i18n/language.tsx';

interface Binding {
  /** As tinykeys spells it. */
  readonly press: string;
  /** As the sheet shows it. */
  readonly shown: string;
  readonly label: Label;
  readonly scope: 'everywhere' | 'list' | 'panel' | 'past' | 'form';
  /** A single character: only these can be switched off (WCAG 2.1.4). */
  readonly single?: true;
}

/** Of the form that the action opens. */
const titleOf = (action: string): Label =>
  PAGE_COMMANDS.flatMap(({ forms = [] }) => forms).find(({ id }) => id === action)?.title ??
  'panel.title';

/**
 * All keys of the console; the sheet is made from it. Letters are those that no Vietnamese input
 * method composes with (b c g h k l m n p q t v), never Alt or Ctrl+Shift with a letter.
 */
export const BINDINGS = {
  find: { press: '/', shown: '/', label: 'keys.find', scope: 'everywhere', single: true },
  sheet: { press: 'Shift+?', shown: '?', label: 'keys.sheet', scope: 'everywhere', single: true },
  up: { press: 'ArrowUp', shown: '↑', label: 'keys.up', scope: 'list' },
  down: { press: 'ArrowDown', shown: '↓', label: 'keys.down', scope: 'list' },
  open: { press: 'Enter', shown: 'Enter', label: 'keys.open', scope: 'list' },
  classify: { press: 'p', shown: 'P', label: titleOf('classify'), scope: 'panel', single: true },
  accept: { press: 't', shown: 'T', label: titleOf('accept'), scope: 'panel', single: true },
  not_accepted: {
    press: 'k',
    shown: 'K',
    label: titleOf('not_accepted'),
    scope: 'panel',
    single: true,
  },
  transferred: {
    press: 'c',
    shown: 'C',
    label: titleOf('transferred'),
    scope: 'panel',
    single: true,
  },
  guided: { press: 'h', shown: 'H', label: titleOf('guided'), scope: 'panel', single: true },
  filed: { press: 'l', shown: 'L', label: titleOf('filed'), scope: 'panel', single: true },
  merge: { press: 'n', shown: 'N', label: titleOf('merge'), scope: 'panel', single: true },
  assign: { press: 'g', shown: 'G', label: titleOf('assign'), scope: 'panel', single: true },
  first: { press: 'Home', shown: 'Home', label: 'keys.first', scope: 'past' },
  earlier: { press: 'ArrowLeft', shown: '←', label: 'keys.earlier', scope: 'past' },
  later: { press: 'ArrowRight', shown: '→', label: 'keys.later', scope: 'past' },
  last: { press: 'End', shown: 'End', label: 'keys.last', scope: 'past' },
  submit: { press: '$mod+Enter', shown: 'Ctrl+Enter', label: 'keys.submit', scope: 'form' },
  dismiss: { press: 'Escape', shown: 'Esc', label: 'keys.close', scope: 'form' },
} as const satisfies Record<string, Binding>;

export type KeyId = keyof typeof BINDINGS;

/** The key of an action of the decision panel, if it has one. */
export function panelKeyOf(action: string): Binding | undefined {
  const binding = Object.entries(BINDINGS).find(([id]) => id === action)?.[1];
  return binding?.scope === 'panel' ? binding : undefined;
}
