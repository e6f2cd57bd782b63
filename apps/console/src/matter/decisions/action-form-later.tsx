import { useCallback, useEffect, useState } from 'react';
import type { ComponentProps } from 'react';
import { noAnswer, Problem } from '../../api/problem.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSay } from '../../i18n/language.tsx';
import type { ActionForm } from './action-form.tsx';

let form: typeof ActionForm | undefined;

/** Once the page is drawn, which needs no form: so it is there when a decision is taken. */
export const fetchForm = async (): Promise<void> => {
  form ??= (await import('./action-form.tsx')).ActionForm;
};

/** The form of an action, or that it is still on its way. */
export function ActionFormLater(props: ComponentProps<typeof ActionForm>) {
  const say = useSay();
  const [state, setState] = useState<'coming' | 'there' | 'missing'>(form ? 'there' : 'coming');
  const load = useCallback(() => {
    setState((now) => (now === 'missing' ? 'coming' : now));
    fetchForm().then(
      () => setState('there'),
      () => setState('missing'),
    );
  }, []);
  useEffect(load, [load]);
  if (state === 'missing') return <ProblemNotice problem={new Problem(noAnswer)} onRetry={load} />;
  const Form = form;
  return Form && state === 'there' ? <Form {...props} /> : <p>{say('common.loading')}</p>;
}
