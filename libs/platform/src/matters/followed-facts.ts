import { unitIdSchema } from '@minh-bach/contracts';
import { NOT_READ, z, type RecordedEvent } from '@minh-bach/kernel';

/** Fields that mean the same in every service and in every version of an event. */
export interface Facts {
  readonly petition?: string;
  readonly petitions?: readonly string[];
  readonly declaredKind?: string;
  readonly kind?: string;
  readonly before?: string;
  readonly unit?: string;
  readonly competentUnit?: string;
  readonly respondentUnit?: string | null;
  readonly respondents?: Respondents;
  readonly struck?: StruckNames;
  /** What one person proposes: nothing holds of it before a second person confirms, but for whom it names. */
  readonly proposed?: NamingFacts;
}
export type NamingFacts = Pick<Facts, 'respondentUnit' | 'respondents'>;
/** People by their tags. */
export interface StruckNames {
  readonly units: readonly string[];
  readonly people: readonly string[];
}
interface Respondents {
  readonly units: readonly string[];
  readonly people: readonly { readonly tag: string }[];
}

/**
 * Stands for a list of names that is longer than a command makes one: it is kept from everybody, since
 * no row can hold whom it names. No event can say it: it is no unit's id, and no tag.
 */
export const EVERYBODY = '*';
/** More than twice as many as commands take at once. */
export const MOST = 50;

/** A keyed hash, or what stands for one in tests: nothing that a row cannot hold. */
const tagSchema = z.string().regex(/^[\w-]{1,60}$/);

/** Over all events. Far more than people name; a row that grows with each event would stop its readers. */
export const MOST_HELD = 2_000;

/** Too long a list is not looked through: it may be as long as an append. */
export const atMost = <T>(most: number, schema: z.ZodType<T>) =>
  z.custom<unknown[]>((list) => Array.isArray(list) && list.length <= most).pipe(z.array(schema));
const listOf = <T>(schema: z.ZodType<T>, everybody: T) =>
  z.union([
    atMost(MOST, schema),
    z
      .custom<unknown[]>((list) => Array.isArray(list) && list.length > MOST)
      .transform(() => [everybody]),
  ]);

/** What has another shape is as if it were not said: an account that wrote it could have left it out as well. */
export const said = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().catch(undefined);
const naming = {
  respondentUnit: said(unitIdSchema.nullable()),
  respondents: said(
    z.object({
      units: listOf(unitIdSchema, EVERYBODY),
      people: listOf(z.object({ tag: tagSchema }), { tag: EVERYBODY }),
    }),
  ),
};
const factsSchema = z
  .object({
    petition: said(z.string()),
    petitions: said(atMost(MOST_HELD, z.string())),
    declaredKind: said(z.string()),
    kind: said(z.string()),
    before: said(z.string()),
    unit: said(unitIdSchema),
    competentUnit: said(unitIdSchema),
    ...naming,
    proposed: said(z.object(naming)),
    // Takes names away only: as long as corrections made the list.
    struck: said(
      z.object({ units: atMost(MOST_HELD, unitIdSchema), people: atMost(MOST_HELD, tagSchema) }),
    ),
  })
  .catch({});

/** Whom it names is not known, nor whether it calls it a denunciation: it is kept from everybody. */
const FACTS_NOT_READ: Facts = {
  kind: 'denunciation',
  respondents: { units: [EVERYBODY], people: [{ tag: EVERYBODY }] },
};

export const factsOf = ({ data }: RecordedEvent['event']): Facts =>
  data === NOT_READ ? FACTS_NOT_READ : (factsSchema.parse(data) as Facts);
