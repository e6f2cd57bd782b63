const OPTIONS = new Set(
  [
    ...['tls', 'tlsCAFile', 'userCertFile', 'userKeyFile', 'nodePreference', 'connectionName'],
    ...['maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout'],
    ...['keepAliveInterval', 'keepAliveTimeout', 'defaultDeadline', 'throwOnAppendFailure'],
  ].map(flat),
);

const SHAPE =
  /^esdb(?:\+discover)?:\/\/(?<user>[^/?#@]+:[^/?#@]+@)?(?<hosts>[^/?#@\s]+)\/?(?:\?(?<options>\S*))?$/;

export interface Connection {
  readonly url: string;
  readonly tls: boolean;
  readonly hasPassword: boolean;
}

/**
 * Refuses what the client would take and ignore, or print with the password in it.
 *
 * @throws Error that says what is wrong, never what was given
 */
export function readConnectionString(text: string): Connection {
  const url = text.trim();
  const { user, hosts, options = '' } = SHAPE.exec(url)?.groups ?? {};
  if (hosts === undefined)
    throw new Error('must be like esdb://user:password@host:2113?tls=true (or esdb+discover://)');
  const given = new Map<string, string>();
  for (const option of options === '' ? [] : options.split('&')) {
    const [name = '', value = ''] = option.split('=', 2);
    if (!OPTIONS.has(flat(name)))
      throw new Error(
        `must be without this option, which is not known: ${name.replace(/[^\w-]/g, '?')}`,
      );
    given.set(flat(name), value);
  }
  if (given.get('throwonappendfailure') === 'false')
    throw new Error(
      'must be without throwOnAppendFailure=false: a refused append would pass as one',
    );
  if ((given.get('nodepreference') ?? 'leader') !== 'leader')
    throw new Error(
      'must be without another nodePreference than leader: other nodes may be a moment behind',
    );
  const tls = given.get('tls') !== 'false';
  if (!tls && user !== undefined)
    throw new Error(
      'must be without tls=false where it has a password: the client would not send it',
    );
  return { url, tls, hasPassword: user !== undefined };
}

function flat(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}
