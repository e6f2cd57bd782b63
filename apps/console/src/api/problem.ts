import type { LocalizedText } from './types.ts';

interface Told {
  readonly title: string;
  readonly detail: string;
}

export interface FieldProblem extends LocalizedText {
  /** RFC 6901, e.g. `/sender/name`. */
  readonly pointer: string;
}

/** Who changed what since the revision that was seen (412). */
export interface Change {
  readonly revision: number;
  readonly type: string;
  readonly by: string;
  readonly name: string;
  readonly at: string;
}

export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly vi: Told;
  readonly en: Told;
  readonly instance?: string;
  readonly field?: string;
  readonly errors?: readonly FieldProblem[];
  readonly since?: readonly Change[];
  /** The revision that the stream has now (412, REVISION_CHANGED). */
  readonly actualRevision?: number;
  /** The version of the draft that is there now (412, DRAFT_CHANGED): another number than a revision. */
  readonly actualVersion?: number;
}

/** A refusal in words (RFC 9457); `status` 0: no answer came. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly body: ProblemBody) {
    super(body.code);
  }

  get status(): number {
    return this.body.status;
  }
}

export const noAnswer: ProblemBody = {
  status: 0,
  code: 'NO_ANSWER',
  vi: {
    title: 'Chưa kết nối được máy chủ',
    detail: 'Nội dung đã nhập vẫn còn; hãy kiểm tra mạng rồi thử lại.',
  },
  en: {
    title: 'The server does not answer',
    detail: 'What you typed is kept; check the network, then try again.',
  },
};

const unreadable = (status: number): ProblemBody => ({
  status,
  code: `HTTP_${status}`,
  vi: { title: 'Hệ thống gặp lỗi', detail: 'Nội dung đã nhập vẫn còn; hãy thử lại sau ít phút.' },
  en: { title: 'Something went wrong', detail: 'What you typed is kept; try again shortly.' },
});

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'title' in value && 'detail' in value;

export function problemOf(status: number, body: unknown): Problem {
  const said = body as Partial<ProblemBody> | null;
  const clear = typeof said?.code === 'string' && isTold(said.vi) && isTold(said.en);
  return new Problem(clear ? { ...(said as ProblemBody), status } : unreadable(status));
}
