import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useSay } from '../i18n/language.tsx';
import { severalOf } from './fields.ts';
import type { Field, Values } from './fields.ts';
import { FilesField } from './files-field.tsx';
import classes from './forms.module.css';
import { PeopleField } from './people-field.tsx';
import { SearchSelect } from './search-select.tsx';

export type Form = UseFormReturnType<Values>;

export const idOf = (form: string, name: string): string => `${form}-${name.replaceAll('/', '-')}`;

interface Props {
  readonly form: Form;
  readonly of: Field;
  readonly formId: string;
  readonly optional: boolean;
}

/** One field, bound to the form; autofill is off, since a browser would remember who filed. */
export function FieldInput({ form, of: field, formId, optional }: Props) {
  const say = useSay();
  const { name, kind } = field;
  const id = idOf(formId, name);
  const common = {
    id,
    label: optional ? (
      <>
        {say(field.label)} <span className={classes.optional}>({say('common.optional')})</span>
      </>
    ) : (
      say(field.label)
    ),
    description: field.hint && say(field.hint),
    autoComplete: 'off',
    spellCheck: false,
  };
  switch (kind) {
    case 'line':
      return (
        <TextInput
          key={form.key(name)}
          {...common}
          type={field.type ?? 'text'}
          aria-required={!optional}
          {...form.getInputProps(name)}
        />
      );
    case 'text':
      return (
        <Textarea
          key={form.key(name)}
          {...common}
          rows={field.rows ?? 4}
          aria-required={!optional}
          {...form.getInputProps(name)}
        />
      );
    case 'date':
      return (
        <TextInput
          key={form.key(name)}
          {...common}
          description={field.hint ? say(field.hint) : say('date.hint')}
          inputMode="numeric"
          className={classes.date}
          {...form.getInputProps(name)}
        />
      );
    case 'choice': {
      const { defaultValue, onChange, error } = form.getInputProps(name);
      return (
        <Radio.Group
          key={form.key(name)}
          id={id}
          tabIndex={-1}
          label={common.label}
          description={common.description}
          error={error}
          defaultValue={defaultValue}
          onChange={onChange}
        >
          <div className={classes.choices}>
            {field.options.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
      );
    }
    case 'several': {
      const { defaultValue, onChange, error } = form.getInputProps(name);
      return (
        <Checkbox.Group
          key={form.key(name)}
          id={id}
          tabIndex={-1}
          label={common.label}
          description={common.description}
          error={error}
          defaultValue={[...severalOf(defaultValue)]}
          onChange={(chosen) => onChange(chosen.join())}
        >
          <div className={classes.several}>
            {field.options.map(({ value, label, hint }) => (
              <Checkbox key={value} value={value} label={label} description={hint} />
            ))}
          </div>
        </Checkbox.Group>
      );
    }
    case 'search':
      return (
        <SearchSelect
          key={form.key(name)}
          id={id}
          label={common.label}
          description={common.description}
          options={field.options}
          searched={field.of}
          clearable={optional}
          {...form.getInputProps(name)}
        />
      );
    case 'count':
      return (
        <TextInput
          key={form.key(name)}
          {...common}
          inputMode="numeric"
          className={classes.date}
          {...form.getInputProps(name)}
        />
      );
    case 'files':
      return (
        <FilesField
          key={form.key(name)}
          id={id}
          label={common.label}
          description={common.description}
          service={field.service}
          most={field.max}
          {...form.getInputProps(name)}
        />
      );
    case 'people':
      return (
        <PeopleField
          key={form.key(name)}
          id={id}
          label={common.label}
          description={common.description}
          units={field.units}
          most={field.most}
          {...form.getInputProps(name)}
        />
      );
    case 'check':
      return (
        <Checkbox
          key={form.key(name)}
          id={id}
          label={say(field.label)}
          description={field.hint && say(field.hint)}
          {...form.getInputProps(name, { type: 'checkbox' })}
        />
      );
  }
}
