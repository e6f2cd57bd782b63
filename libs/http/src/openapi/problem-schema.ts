/** The shape of every answer that is not a success (RFC 9457). */
const told = {
  type: 'object',
  properties: { title: { type: 'string' }, detail: { type: 'string' } },
  required: ['title', 'detail'],
};

export const PROBLEM_SCHEMA = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    code: { type: 'string' },
    vi: told,
    en: told,
    /** The one field of the body that it is about: a pointer (RFC 6901). */
    field: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          in: { enum: ['body', 'query', 'path'] },
          pointer: { type: 'string' },
          code: { type: 'string' },
          vi: { type: 'string' },
          en: { type: 'string' },
        },
        required: ['in', 'pointer', 'code', 'vi', 'en'],
      },
    },
  },
  required: ['type', 'title', 'detail', 'status', 'instance', 'code', 'vi', 'en'],
};
