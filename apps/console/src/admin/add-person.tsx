import type { Option } from '../forms/fields.ts';
import { useBoth } from '../i18n/language.tsx';
import { ChangeForm } from './change-form.tsx';
import { postFields, postOf } from './post-fields.ts';
import { roleOptions } from './roles.ts';
import { addsPerson, addsPost } from './steps.ts';
import type { Sent } from './use-steps.ts';
import { useTold, word } from './told.ts';

interface Props {
  readonly units: readonly Option[];
  /** Chosen beforehand. */
  readonly unit: string | undefined;
  /** By which this product's accounts are known. */
  readonly issuer: string;
  readonly onDone: (sent: Sent) => void;
  readonly onCancel: () => void;
}

/** A new officer with the first post: two changes that a second administrator confirms. */
export function AddPerson({ units, unit, issuer, onDone, onCancel }: Props) {
  const told = useTold();
  const both = useBoth();
  const given = unit === undefined ? {} : { unit };
  return (
    <ChangeForm
      isTop
      title={told('admin.addPerson')}
      submit={told('admin.propose')}
      fields={[
        { kind: 'line', name: 'name', label: word('admin.name'), max: 120 },
        {
          kind: 'line',
          name: 'id',
          label: word('admin.id'),
          max: 64,
          hint: word('admin.idHint'),
          half: true,
        },
        {
          kind: 'line',
          name: 'subject',
          label: word('admin.subject'),
          max: 255,
          hint: word('admin.subjectHint'),
          half: true,
        },
        ...postFields({ units, roles: roleOptions(told, both), ...given }),
      ]}
      stepsOf={(body) => {
        const id = String(body['id']);
        const person = { id, name: String(body['name']), subject: String(body['subject']) };
        return [addsPerson(person, issuer), addsPost(id, postOf(body))];
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{told('admin.addPersonNext')}</p>
    </ChangeForm>
  );
}
