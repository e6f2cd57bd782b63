import lighthouse from 'lighthouse';

export interface Seen {
  /** Of everything that came, headers included, as it was on the wire. */
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
  readonly performance: number;
  readonly accessibility: number;
  readonly practices: number;
  readonly seo: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly shift: number;
  /** How fast Lighthouse found this machine just then; the scores hang on it. */
  readonly machine: number;
}

interface Request {
  readonly transferSize?: number;
  readonly resourceType?: string;
}

/** Looks at a page as Lighthouse's phone does: slow 4G, a processor four times slower, nothing kept. */
export async function look(url: string, port: number, cookie?: string): Promise<Seen> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    formFactor: 'mobile',
    ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
  });
  if (!result) throw new Error(`nothing was seen of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  const value = (name: string) => lhr.audits[name]?.numericValue ?? 0;
  const { details } = lhr.audits['network-requests'] ?? {};
  const requests = (details as { items?: readonly Request[] } | undefined)?.items ?? [];
  const sum = (of: readonly Request[]) =>
    of.reduce((all, { transferSize = 0 }) => all + transferSize, 0);
  return {
    bytes: sum(requests),
    scriptBytes: sum(requests.filter(({ resourceType }) => resourceType === 'Script')),
    requests: requests.length,
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: score('seo'),
    firstPaintMs: Math.round(value('first-contentful-paint')),
    largestPaintMs: Math.round(value('largest-contentful-paint')),
    blockedMs: Math.round(value('total-blocking-time')),
    shift: Math.round(value('cumulative-layout-shift') * 1000) / 1000,
    machine: Math.round(lhr.environment.benchmarkIndex),
  };
}
