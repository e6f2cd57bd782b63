import { RATING_REASONS, words } from '@minh-bach/contracts/browser';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/call.ts';
import type { Ratings } from '../api/types.ts';
import { Card } from '../components/page.tsx';
import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';

/** How senders rated the units of the own branch; nothing is shown before the first rating. */
export function RatingsCard() {
  const say = useSay();
  const both = useBoth();
  const { post } = useSession();
  const { data } = useQuery({
    queryKey: ['ratings', post?.post],
    queryFn: ({ signal }) => read<Ratings>('/intake/ratings', signal),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={say(words('Đánh giá của người gửi đơn', 'How senders rated the handling'))}>
      <ul>
        {data.items.map(({ unit, count, mean, reasons }) => (
          <li key={unit.id}>
            <strong>{both(unit.name)}</strong>
            {': '}
            {say(
              words(
                `trung bình ${String(mean).replace('.', ',')}/5, ${count} lượt đánh giá`,
                `${mean}/5 on average, of ${count}`,
              ),
            )}
            {reasons.length > 0 && '. '}
            {reasons.length > 0 &&
              say(words('Điều chưa hài lòng: ', 'What was not well: ')) +
                reasons
                  .map(
                    ({ reason, count: n }) => `${say(RATING_REASONS[reason]).toLowerCase()} (${n})`,
                  )
                  .join(', ')}
          </li>
        ))}
      </ul>
    </Card>
  );
}
