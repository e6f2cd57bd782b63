import { ADDRESSEE_WORDS, type Addressee } from '../../addressees.ts';
import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { choice, date, line, orAbsent, orNull } from '../fields.ts';
import type { MatterParts } from '../situation.ts';
import { goesOut, sends } from './of-response.ts';

export const recordDelivery = defineCommand({
  name: 'record-delivery',
  route: 'response/cases/:number/delivery',
  action: 'response.send',
  summary: words('Ghi ngày nhận quyết định', 'Records that the decision was received'),
  ifMatch: true,
  refusals: [
    'NOT_THE_TIME_FOR_THIS',
    'ALREADY_RECEIVED',
    'DATE_IN_FUTURE',
    'DATE_TOO_EARLY',
    'TOO_OFTEN_TODAY',
  ],
  body: {
    /** Absent: the sender of the petition. */
    to: orAbsent(choice(ADDRESSEE_WORDS, words('Nơi nhận', 'Addressee'))),
    receivedOn: date(words('Ngày nhận quyết định', 'Received by the addressee on'), {
      today: true,
    }),
    proof: orNull(
      line(100, words('Giấy báo phát hoặc biên nhận số', 'Advice of delivery, or receipt')),
    ),
  },
  forms: [
    {
      id: 'deliver',
      title: words('Ghi ngày nhận', 'Record the receipt'),
      reaches: sends,
      offered: ({ matter }) => matter.response?.state === 'sent',
      asks: () => ['receivedOn', 'proof'],
    },
    {
      id: 'deliver-other',
      title: words('Ghi ngày nhận của nơi nhận khác', 'Record receipt by others'),
      reaches: sends,
      offered: (situation) => goesOut(situation) && awaitedOf(situation.matter).length > 0,
      asks: (matter) => [
        {
          of: 'to',
          optional: false,
          only: awaitedOf(matter),
          ...(awaitedOf(matter)[0] && { initial: awaitedOf(matter)[0] }),
        },
        'receivedOn',
        'proof',
      ],
      minor: true,
    },
  ],
});

/** Whom it was sent to, beside the sender, without word that it arrived. */
const awaitedOf = ({ response }: MatterParts): Addressee[] => [
  ...new Set(
    (response?.addressees ?? [])
      .filter(({ to, sentOn, receivedOn }) => to !== 'sender' && sentOn !== null && !receivedOn)
      .map(({ to }) => to),
  ),
];
