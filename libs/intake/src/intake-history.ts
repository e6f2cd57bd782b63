import { historyController } from '@minh-bach/platform';
import { loadPetition } from './petition-stream.ts';

/** Who may not open the petition here may not read its history here. */
export const IntakeHistoryController = historyController({
  service: 'intake',
  action: 'petition.read-received',
  admits: (service, number, actor) =>
    loadPetition(service, number, 'petition.read-received', actor),
});
