// An ESLint rule. It must not depend on today: so a day counts as near from the year on in which the
// project began.
const YEAR = '20(?:2[6-9]|[3-9]\\d)';
const NEAR = new RegExp(
  `\\b${YEAR}-(?:0[1-9]|1[0-2])-\\d\\d(?!\\d)|\\b\\d\\d?/\\d\\d?/${YEAR}(?!\\d)`,
);
/** Of a petition or a case that is registered now: `/^Hồ sơ D26-/`. */
const NUMBER = /\b[DV](?:2[6-9]|[3-9]\d)-/;

const nameOf = ({ type, name, value }) =>
  type === 'Identifier' || type === 'PrivateIdentifier' ? name : value;

const readsMachine = {
  Identifier: ({ name }) => name === 'systemClock',
  NewExpression: ({ callee, arguments: given }) => callee.name === 'Date' && given.length === 0,
  MemberExpression: ({ object, property }) => object.name === 'Date' && nameOf(property) === 'now',
};

/** An instant as such: `'2026-11-20T02:00:00Z'`, `` `${TODAY}T02:00:00Z` `` */
const isInstant = ({ type, value, quasis }) =>
  type === 'TemplateLiteral'
    ? quasis.some((quasi) => /T\d\d:\d\d/.test(quasi.value.raw))
    : /T\d\d:\d\d/.test(value);

/**
 * `{ now: … }`, `{ clock: … }`, `running.clock.set(…)`, `setClock(…)`, `new SettableClock()`,
 * `startDirectory(url, '2026-11-20T02:00:00Z')`
 */
const setsClock = {
  Property: ({ key, value, parent }) =>
    parent.type === 'ObjectExpression' &&
    ['now', 'clock'].includes(nameOf(key)) &&
    value.name !== 'systemClock',
  MemberExpression: ({ property }) => ['clock', 'setClock'].includes(nameOf(property)),
  CallExpression: ({ callee, arguments: given }) =>
    callee.name === 'setClock' || (/^start/.test(callee.name) && given.some(isInstant)),
  NewExpression: ({ callee }) => callee.name === 'SettableClock',
};

/** A spec that runs by the machine's clock must not name a day that may be near, or soon past. */
export const dayWithoutClock = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      near: 'This spec sets no clock: {{day}} will be near one day, and then past. Set the clock, or take a day of 2025 or before.',
    },
  },
  create(context) {
    let byMachine = /\.(int|e2e)\.spec\.\w+$/.test(context.filename);
    let set = false;
    const days = [];
    const note = (node, text, pattern = NEAR) => {
      const [day] = pattern.exec(text) ?? [];
      if (day) days.push({ node, day });
    };
    const look = (kind) => (node) => {
      byMachine ||= Boolean(readsMachine[kind]?.(node));
      set ||= Boolean(setsClock[kind]?.(node));
    };
    return {
      ...Object.fromEntries(
        Object.keys({ ...readsMachine, ...setsClock }).map((kind) => [kind, look(kind)]),
      ),
      Literal(node) {
        if (node.regex) note(node, node.regex.pattern, NUMBER);
        else if (typeof node.value === 'string') note(node, node.value);
      },
      TemplateElement: (node) => note(node, node.value.raw),
      'Program:exit'() {
        if (!byMachine || set) return;
        for (const { node, day } of days)
          context.report({ node, messageId: 'near', data: { day } });
      },
    };
  },
};
