import { unitIdSchema } from '@minh-bach/contracts';
import { z, type RecordedEvent } from '@minh-bach/kernel';

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
const MOST = 50;

/** A keyed hash, or what stands for one in tests: nothing that a row cannot hold. */
const tagSchema = z.string().regex(/^[\w-]{1,60}$/);

/** Too long a list is not looked through: it may be as long as an append. */
const listOf = <T>(schema: z.ZodType<T>, everybody: T) =>
  z.union([
    z.array(schema).max(MOST),
    z
      .array(z.unknown())
      .min(MOST + 1)
      .transform(() => [everybody]),
  ]);

/** What has another shape is as if it were not said: an account that wrote it could have left it out as well. */
const said = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const factsSchema = z
  .object({
    petition: said(z.string()),
    petitions: said(z.array(z.string())),
    declaredKind: said(z.string()),
    kind: said(z.string()),
    before: said(z.string()),
    unit: said(unitIdSchema),
    competentUnit: said(unitIdSchema),
    respondentUnit: said(unitIdSchema.nullable()),
    respondents: said(
      z.object({
        units: listOf(unitIdSchema, EVERYBODY),
        people: listOf(z.object({ tag: tagSchema }), { tag: EVERYBODY }),
      }),
    ),
    // Takes names away only, and nothing is held of it: as long as corrections made the list.
    struck: said(z.object({ units: z.array(unitIdSchema), people: z.array(tagSchema) })),
  })
  .catch({});

export const factsOf = ({ data }: RecordedEvent['event']) => factsSchema.parse(data) as Facts;
