import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitsQuery } from '../api/queries.ts';
import type { PetitionKind, Registered } from '../api/types.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { RegisterForm } from './register-form.tsx';

/** Reception: first the form, then the receipt, which is the only place that ever shows the code. */
export default function RegisterPage() {
  const say = useSay();
  const both = useBoth();
  const units = useQuery(unitsQuery);
  const [receipt, setReceipt] = useState<{
    registered: Registered;
    code: string;
    kind: PetitionKind;
  }>();
  if (receipt) return <ReceiptPage {...receipt} onAnother={() => setReceipt(undefined)} />;
  if (units.error && !units.data)
    return <ProblemNotice problem={units.error} onRetry={() => void units.refetch()} />;
  if (!units.data) return <p>{say('common.loading')}</p>;
  return (
    <RegisterForm
      units={units.data.items.map(({ id, name }) => ({
        value: id,
        label: both(name),
        code: id,
      }))}
      onRegistered={(registered, code, kind) => setReceipt({ registered, code, kind })}
    />
  );
}
