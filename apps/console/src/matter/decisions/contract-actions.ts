import { PAGE_COMMANDS, POLICY, serviceOf } from '@minh-bach/contracts/browser';
import type { ActionForm, PageCommand } from '@minh-bach/contracts/browser';
import type { Matter, Service } from '../../api/types.ts';
import type { Action } from './action.ts';
import { fieldsOf, numbersIn } from './contract-fields.ts';
import { namedBody } from './named.ts';

/** The actions that commands declare in the contract; to add a command nothing is written here. */
export const contractActions: readonly Action[] = PAGE_COMMANDS.flatMap((command) =>
  (command.forms ?? []).map((form) => actionOf(command, form)),
);

function actionOf(command: PageCommand, form: ActionForm): Action {
  const { id, title, label, offered, reaches, sends, effect, deliberate, loose, minor, group } =
    form;
  const person = Object.values(command.body).find((field) => field.kind === 'person');
  return {
    id,
    title,
    service: serviceOf(command) as Service,
    policy: command.action,
    roles: POLICY[command.action].roles,
    when: offered,
    path: (matter) => pathOf(command, matter),
    fields: (matter, choices) => fieldsOf(command, form, matter, choices),
    toBody: (body, matter) => {
      const said = 'people' in body ? namedBody(body) : body;
      return { ...numbersIn(command, said), ...sends?.(matter) };
    },
    ...(reaches && { reaches }),
    ...(person && { people: person.role }),
    ...(label && { label }),
    ...(effect && { effect }),
    ...(deliberate && { deliberate }),
    ...(loose && { loose }),
    ...(minor && { minor }),
    ...(group && { group }),
  };
}

/** Below its service, with the number of the petition or the case. */
function pathOf({ route }: PageCommand, matter: Matter): string {
  const number = route.includes('/cases/')
    ? (matter.investigation?.case ?? matter.response?.case)
    : (matter.triage?.number ?? matter.intake?.number);
  return route.slice(route.indexOf('/')).replace(':number', String(number));
}
