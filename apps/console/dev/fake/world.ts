import { due } from './clocks.ts';
import type { Petition } from './petition.ts';
import { register } from './register.ts';
import { finished, waitingForApproval } from './stories.ts';

export interface World {
  readonly petitions: Petition[];
  signedIn: string | undefined;
  readonly answered: Map<string, unknown>;
}

export function newWorld(): World {
  const petitions = [
    register({
      number: 'D26-48301725-1',
      kind: 'complaint',
      gist: 'Khiếu nại quyết định ấn định thuế lô máy lọc nước',
      received: -12,
      clock: due('KN1.ACCEPT.NEW', -3),
    }),
    register({
      number: 'D26-10482277-4',
      kind: 'denunciation',
      gist: 'Tố cáo việc gây chậm trễ khi kiểm hóa',
      received: -6,
      clock: due('XLD.SORT', 1),
    }),
    register({
      number: 'D26-77120934-8',
      kind: 'complaint',
      gist: 'Khiếu nại việc từ chối miễn kiểm tra thực tế hàng đông lạnh',
      received: -4,
      clock: due('KN1.ACCEPT.NEW', 2),
    }),
    register({
      number: 'D26-30915562-0',
      kind: 'complaint',
      gist: 'Khiếu nại quyết định xử phạt về khai sai xuất xứ',
      received: -2,
      clock: due('KN1.ACCEPT.NEW', 5),
    }),
    register({
      number: 'D26-66041873-3',
      kind: 'petition',
      gist: null,
      received: -1,
      clock: due('XLD.SORT', 7),
    }),
    register({
      number: 'D26-91827364-5',
      kind: 'feedback',
      gist: 'Phản ánh thời gian chờ tại cổng soi container vào cuối tuần',
      received: -1,
      clock: null,
      signed: false,
    }),
  ];
  petitions.push(waitingForApproval(), finished());
  return { petitions, signedIn: undefined, answered: new Map() };
}
