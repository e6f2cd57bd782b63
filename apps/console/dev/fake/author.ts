import { people } from './people.ts';
import { words } from './petition.ts';

/** Someone as the history shows who acted. */
export const author = (person: string, role: string) => {
  const found = people.find((each) => each.person === person);
  const post = found?.posts[0];
  return {
    person,
    ...(found ? { name: found.name } : {}),
    role,
    unitId: post?.unit ?? 'system',
    unit: post?.unitName ?? words('Hệ thống', 'System'),
  };
};
