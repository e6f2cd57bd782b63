import { PAGE_COMMANDS, type Field } from '@minh-bach/contracts';

/** A body that a declared command takes, made from its fields. */
export function sampleBody(path: string): object | undefined {
  const last = (route: string) => route.split('/').at(-1);
  // With a number in it, or with the name of one.
  const isOf = (route: string) => new RegExp(`^/${route.replace(/:\w+/g, '[^/]+')}$`).test(path);
  const command =
    PAGE_COMMANDS.find(({ route }) => isOf(route)) ??
    PAGE_COMMANDS.find(({ route }) => last(route) === last(path));
  if (!command) return undefined;
  const asked = Object.entries(command.body).filter(([, field]) => field.absence === 'required');
  return Object.fromEntries(asked.map(([name, field]) => [name, sampleOf(field)]));
}

function sampleOf(field: Field): unknown {
  switch (field.kind) {
    case 'line':
    case 'text':
      return 'Thử';
    case 'date':
      return '2026-11-20';
    case 'choice':
      return Object.keys(field.options)[0];
    case 'number-choice':
      return Number(Object.keys(field.options)[0]);
    case 'unit':
      return 'HQ-SM';
    case 'person':
      return field.role === 'head' ? 'binh' : 'lan';
    case 'confirmed':
      return true;
    case 'flag':
      return false;
    case 'ordinal':
    case 'count':
    case 'item':
      return 1;
    case 'files':
      return [];
    case 'respondents':
      return { units: [], people: [] };
  }
}
