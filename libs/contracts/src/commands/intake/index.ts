import { confirmCorrection, declineCorrection, proposeReceiptDate } from './correct-receipt.ts';
import { correctSender } from './correct-sender.ts';
import { discloseDenouncer, openDenunciationScan } from './disclose-denunciation.ts';
import { discloseIdentity, openScan } from './disclose-petition.ts';

export * from './correct-receipt.ts';
export * from './correct-sender.ts';
export * from './disclose-denunciation.ts';
export * from './disclose-petition.ts';

/** Of a registered petition. To register one is no command of its page, and a browser loads no shape. */
export const INTAKE_COMMANDS = [
  discloseIdentity,
  openScan,
  discloseDenouncer,
  openDenunciationScan,
  confirmCorrection,
  declineCorrection,
  proposeReceiptDate,
  correctSender,
];
