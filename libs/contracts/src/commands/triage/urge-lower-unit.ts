import { words } from '../../localized.ts';
import { defineCommand } from '../define-command.ts';
import { URGING_REFUSALS, unresolvedUrgingFields, urgingEffect } from '../urging.ts';

/** Đôn đốc: the head directly above tells the lower unit to resolve what lies with it. */
export const urgeLowerUnit = defineCommand({
  name: 'urge-lower-unit',
  route: 'triage/petitions/:number/urgings',
  action: 'petition.urge',
  summary: words(
    'Đôn đốc cấp dưới giải quyết khiếu nại, tố cáo',
    'Urges the lower unit to resolve a complaint or denunciation',
  ),
  status: 201,
  ifMatch: true,
  refusals: ['ALREADY_DECIDED', ...URGING_REFUSALS],
  body: unresolvedUrgingFields,
  forms: [
    {
      id: 'urge',
      title: words('Đôn đốc cấp dưới', 'Urge the lower unit'),
      reaches: ({ matter }) => matter.triage?.handling.mayUrge === true,
      offered: ({ matter: { triage } }) =>
        triage?.kind === 'complaint' || triage?.kind === 'denunciation',
      effect: ({ triage }) => urgingEffect(triage?.kind === 'denunciation'),
    },
  ],
});
